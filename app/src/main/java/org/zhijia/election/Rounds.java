package org.zhijia.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Votes that follow a result: a run-off among those tied, a vote for the seats left over, or the
/// same vote once more where it does not stand.
@Service
class Rounds {
  private final Polls led;
  private final PollStore store;
  private final SeatsStore seats;
  private final SurnameOrder surnames;

  Rounds(Polls led, PollStore store, SeatsStore seats, SurnameOrder surnames) {
    this.led = led;
    this.store = store;
    this.seats = seats;
    this.surnames = surnames;
  }

  /// The next vote that an announced result asks for; the one that was prepared, if it was.
  ///
  /// @return empty if the result asks for none
  @Transactional
  Optional<PollRow> next(String uuid) {
    PollRow row = led.led(uuid);
    store.lock(row.poll().id());
    if (row.poll().stage() != Stage.ANNOUNCED) {
      return Optional.empty();
    }
    ResultFile result = ResultFile.read(row.result().orElseThrow().text());
    boolean decided = seats.find(row.poll().id()).isPresent();
    if (decided || !result.asksAgain(row.poll().body())) {
      return Optional.empty();
    }
    return store.following(row.poll().id()).or(() -> Optional.of(prepared(row, result)));
  }

  private PollRow prepared(PollRow row, ResultFile result) {
    Poll poll = row.poll();
    int seats = result.stands() ? result.seatsLeft() : poll.seats();
    Polls.Turn turn = turn(row, result);
    boolean writeIn = row.writeIn() && !turn.runoff();
    Polls.Plan plan = new Polls.Plan(poll.body(), poll.title(), seats, row.equal(), writeIn);
    PollRow next = led.prepare(poll.assembly(), plan, turn);
    store.replaceCandidates(next.poll().id(), surnames.placed(standing(row, result)));
    return next;
  }

  /// A vote that does not stand is held again as what it was.
  private static Polls.Turn turn(PollRow row, ResultFile result) {
    Optional<Long> after = Optional.of(row.poll().id());
    return result.stands()
        ? new Polls.Turn(row.poll().round() + 1, result.isTied(), after)
        : new Polls.Turn(row.poll().round(), row.runoff(), after);
  }

  /// Of those on the list whoever is still to be voted upon; and whoever was written in and tied.
  private List<Candidate> standing(PollRow row, ResultFile result) {
    List<Candidate> standing =
        new ArrayList<>(
            store.candidates(row.poll().id()).stream()
                .filter(each -> result.isStillToBeVotedUpon(each.name()))
                .toList());
    List<String> listed = standing.stream().map(Candidate::name).toList();
    result.runoffAmong().stream()
        .filter(name -> !listed.contains(name))
        .map(Candidate::named)
        .forEach(standing::add);
    return standing;
  }
}
