package org.zhijia.demo;

import java.util.Arrays;
import java.util.List;
import org.zhijia.congress.Situations.Awaited;
import org.zhijia.congress.Situations.Situation;
import org.zhijia.election.Poll;
import org.zhijia.election.Stage;

/// Where the demo's congress is, and what its other people are waited for.
///
/// @param situation as the congress tells it
/// @param polls its votes
/// @param ours whether the people hold the key of the votes; if not, somebody tries that part by
/// hand
record Scene(Situation situation, List<Poll> polls, boolean ours) {
  Scene {
    polls = List.copyOf(polls);
  }

  /// What can be done now, what comes first first.
  public List<Act> acts() {
    return Arrays.stream(Act.values()).filter(this::isAwaited).toList();
  }

  boolean isAwaited(Act act) {
    return switch (act) {
      case UNITS_ELECT -> awaits(Awaited.UNIT_ELECTIONS);
      case EXAMINE -> awaits(Awaited.EXAMINATION);
      case ARRIVE -> awaits(Awaited.ARRIVAL);
      case RAISE_HANDS -> awaits(Awaited.SHOW_OF_HANDS);
      case MAKE_KEY -> awaits(Awaited.KEY);
      case DRAW_SLIPS -> awaits(Awaited.SLIPS);
      case NOMINATE -> !withoutCandidates().isEmpty();
      case VOTE -> ours && !open().isEmpty();
      case COUNT -> ours && !toCount().isEmpty();
      case COUNT_HANDS -> awaits(Awaited.COUNTED_HANDS);
      case REPLY -> awaits(Awaited.REPLY);
    };
  }

  private boolean awaits(Awaited what) {
    return situation.awaited().contains(what);
  }

  /// Lists that nobody stands on yet.
  List<Poll> withoutCandidates() {
    return polls.stream()
        .filter(poll -> poll.stage() == Stage.PREPARED && poll.candidates() == 0)
        .filter(poll -> !poll.body().decides())
        .toList();
  }

  /// Votes that take ballots, and whose closing was not announced.
  List<Poll> open() {
    return polls.stream().filter(Poll::isOpen).filter(poll -> poll.closesAt().isEmpty()).toList();
  }

  List<Poll> toCount() {
    return polls.stream()
        .filter(poll -> poll.stage() == Stage.CLOSED || poll.stage() == Stage.COUNTED)
        .toList();
  }
}
