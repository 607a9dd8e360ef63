package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Text;
import org.zhijia.web.Actor;
import org.zhijia.web.Permit;

/// Seats that a vote left open (缺额): the meeting may vote again, have so many seats less, or leave
/// them vacant. Another vote is prepared by [Rounds]; the other two ways are decided here.
@Service
class Shortages {
  private final Polls led;
  private final PollStore polls;
  private final SeatsStore store;
  private final Elections elections;
  private final Electorates electorates;
  private final List<Constituency> constituencies;
  private final Permit permit;
  private final ApplicationEventPublisher acts;
  private final Clock clock;

  Shortages(
      Polls led,
      PollStore polls,
      SeatsStore store,
      Elections elections,
      Electorates electorates,
      List<Constituency> constituencies,
      Permit permit,
      ApplicationEventPublisher acts,
      Clock clock) {
    this.led = led;
    this.polls = polls;
    this.store = store;
    this.elections = elections;
    this.electorates = electorates;
    this.constituencies = constituencies;
    this.permit = permit;
    this.acts = acts;
    this.clock = clock;
  }

  /// What can be decided on the seats that a vote left open.
  ///
  /// @param open seats left over
  /// @param size of the body without them
  /// @param range of sizes that the law allows, as a sentence; empty where it sets none
  /// @param byMethod whether the adopted method leaves them vacant, without a show of hands
  public record Ways(int open, int size, Optional<Text> range, boolean byMethod) {}

  /// Empty where nothing is left to decide.
  Optional<Ways> ways(PollRow row) {
    return grounds(row).isEmpty()
        ? Optional.of(
            new Ways(
                open(row),
                size(row),
                led.rules(row).range(row.poll().body(), members(row)),
                isVacantByMethod(row)))
        : Optional.empty();
  }

  Optional<SeatsDecision> decision(PollRow row) {
    return store.find(row.poll().id());
  }

  /// Writes down what the meeting decided, or what its method says.
  @Transactional
  Decision decide(String uuid, SeatsDecision.Choice choice, Method.Vote vote) {
    PollRow row = led.led(uuid);
    polls.lock(row.poll().id());
    List<Breach> grounds = new ArrayList<>(grounds(row));
    boolean byMethod = choice == SeatsDecision.Choice.VACANT && isVacantByMethod(row);
    if (grounds.isEmpty() && !byMethod) {
      grounds.addAll(led.rules(row).agreed(vote, hall(row)));
    }
    if (grounds.isEmpty() && choice == SeatsDecision.Choice.REDUCED) {
      grounds.addAll(led.rules(row).reduction(row.poll().body(), members(row), size(row)));
    }
    if (grounds.isEmpty()) {
      record(row, choice, byMethod ? Optional.empty() : Optional.of(vote));
    }
    return Decision.of(grounds);
  }

  private void record(PollRow row, SeatsDecision.Choice choice, Optional<Method.Vote> vote) {
    Poll poll = row.poll();
    int open = open(row);
    int size = choice == SeatsDecision.Choice.REDUCED ? size(row) : size(row) + open;
    int due = hall(row).due();
    Actor actor = permit.signedIn();
    store.add(
        poll.id(),
        new SeatsDecision(choice, open, size, due, vote, actor.name(), Instant.now(clock)),
        actor.account());
    acts.publishEvent(
        new SeatsDecided(
            led.assembly(row).organisation(),
            poll.assembly(),
            poll.id(),
            poll.uuid(),
            poll.body().word(),
            choice.word(),
            open,
            size,
            due,
            vote.isEmpty(),
            vote.map(Method.Vote::approve).orElse(0),
            vote.map(Method.Vote::against).orElse(0),
            vote.map(Method.Vote::abstain).orElse(0)));
  }

  /// Why there is nothing to decide on this vote.
  private List<Breach> grounds(PollRow row) {
    Poll poll = row.poll();
    if (open(row) == 0 || !poll.body().hasSeveral()) {
      return List.of(
          Decision.ground(
              "NOT_SHORT",
              "这次投票没有要决定的缺额。",
              "This vote left no seats open that can be decided on."));
    }
    if (store.find(poll.id()).isPresent()) {
      return List.of(
          Decision.ground(
              "SEATS_DECIDED", "缺额已经决定，不能再改。", "What becomes of the seats is decided."));
    }
    boolean last = results(row).getLast().poll().id() == poll.id();
    if (!last || polls.following(poll.id()).isPresent()) {
      return List.of(
          Decision.ground(
              "VOTED_AGAIN",
              "已经准备就空缺名额再次投票；不再投票的，请先取消那次投票。",
              "Another vote for these seats is prepared; cancel it if it is not to be held."));
    }
    return elections.elected(poll.assembly(), poll.body()).isEmpty()
        ? List.of(
            Decision.ground(
                "NOBODY_ELECTED",
                "一名也没有选出，不能减少名额或者暂缺，应当再次投票。",
                "Nobody is elected: the seats cannot be given up, vote again."))
        : List.of();
  }

  /// Of an announced result that stands and has no tie.
  private static int open(PollRow row) {
    return row.poll().stage() == Stage.ANNOUNCED
        ? row.result()
            .map(result -> ResultFile.read(result.text()))
            .filter(file -> file.stands() && !file.isTied())
            .map(ResultFile::shortage)
            .orElse(0)
        : 0;
  }

  /// Who is there now; those who voted, if nobody was counted since.
  private Elections.Attendance hall(PollRow row) {
    PollRow.Issued voted = row.issued().orElseThrow();
    return electorates
        .attendance(led.assembly(row), row)
        .orElse(new Elections.Attendance(voted.due(), voted.present(), 0));
  }

  private List<Announced> results(PollRow row) {
    return elections.results(row.poll().assembly(), row.poll().body());
  }

  /// Seats of the first round without those that are still open.
  private int size(PollRow row) {
    return results(row).getFirst().poll().seats() - open(row);
  }

  private boolean isVacantByMethod(PollRow row) {
    return polls
        .method(row.poll().assembly())
        .filter(method -> method.shortage().equals("left-vacant"))
        .isPresent();
  }

  private int members(PollRow row) {
    return constituencies.stream()
        .mapToInt(each -> each.members(row.poll().assembly()).orElse(0))
        .sum();
  }
}
