package org.zhijia.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.web.Actor;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Paper ballots, read by two tellers who do not see each other's entries; what differs is listed.
@Service
class PaperCount {
  private static final int TELLERS = 2;

  private final PollStore polls;
  private final Polls led;
  private final BoxStore box;
  private final Counting counting;
  private final Assemblies assemblies;
  private final Electorates electorates;
  private final Permit permit;

  PaperCount(
      PollStore polls,
      Polls led,
      BoxStore box,
      Counting counting,
      Assemblies assemblies,
      Electorates electorates,
      Permit permit) {
    this.polls = polls;
    this.led = led;
    this.box = box;
    this.counting = counting;
    this.assemblies = assemblies;
    this.electorates = electorates;
    this.permit = permit;
  }

  /// What a teller sees.
  ///
  /// @param me 1 or 2; empty for somebody who has not taken a place
  /// @param mine own readings, sorted
  /// @param differences lines that only one of the two has, once both are done
  public record Desk(
      PollRow row,
      Optional<Integer> me,
      List<BoxStore.Teller> tellers,
      List<String> mine,
      List<String> differences) {}

  Desk desk(String uuid) {
    PollRow row = read(uuid);
    long poll = row.poll().id();
    List<BoxStore.Teller> tellers = box.tellers(poll);
    Optional<Integer> me = place(tellers);
    boolean bothDone =
        tellers.size() == TELLERS && tellers.stream().allMatch(BoxStore.Teller::done);
    return new Desk(
        row,
        me,
        tellers,
        me.map(place -> box.paper(poll, place)).orElse(List.of()),
        bothDone ? differences(poll) : List.of());
  }

  private PollRow read(String uuid) {
    PollRow row = led.find(uuid);
    assemblies.demand(row.poll().assembly(), Task.COUNT_BALLOTS);
    return row;
  }

  private Optional<Integer> place(List<BoxStore.Teller> tellers) {
    long account = permit.signedIn().account();
    return tellers.stream()
        .filter(teller -> teller.account() == account)
        .map(BoxStore.Teller::teller)
        .findFirst();
  }

  private List<String> differences(long poll) {
    List<String> first = new ArrayList<>(box.paper(poll, 1));
    List<String> second = new ArrayList<>(box.paper(poll, 2));
    List<String> onlyFirst = new ArrayList<>(first);
    second.forEach(onlyFirst::remove);
    List<String> onlySecond = new ArrayList<>(second);
    first.forEach(onlySecond::remove);
    List<String> all = new ArrayList<>();
    onlyFirst.forEach(line -> all.add("1  " + line));
    onlySecond.forEach(line -> all.add("2  " + line));
    return all;
  }

  /// Enters ballots, after the box was closed or while it is open.
  @Transactional
  Decision enter(String uuid, List<PaperBallot> ballots) {
    PollRow row = read(uuid);
    polls.lock(row.poll().id());
    Optional<Decision> refused = refusal(row, ballots);
    if (refused.isPresent()) {
      return refused.get();
    }
    int me = takePlace(row.poll().id());
    if (me == 0) {
      return full();
    }
    box.done(row.poll().id(), me, false);
    ballots.forEach(ballot -> box.addPaper(row.poll().id(), me, ballot.line()));
    return Decision.granted();
  }

  private Optional<Decision> refusal(PollRow row, List<PaperBallot> ballots) {
    boolean counting =
        row.poll().stage() == Stage.OPEN
            || row.poll().stage() == Stage.CLOSED
            || row.poll().stage() == Stage.COUNTED;
    if (!counting || row.issued().map(PollRow.Issued::paper).orElse(0) == 0) {
      return Optional.of(
          Decision.refused(
              "NO_PAPER",
              "这次投票现在没有纸质选票要录入。",
              "There are no paper ballots to be entered in this vote now."));
    }
    int places = row.poll().body().decides() ? 1 : row.poll().candidates();
    for (PaperBallot ballot : ballots) {
      for (List<Integer> marks : List.of(ballot.approve(), ballot.against())) {
        if (marks.stream().anyMatch(place -> place < 1 || place > places)) {
          return Optional.of(
              Decision.refused(
                  "NO_SUCH_PLACE", "候选人序号应为 1 到 %d。", "Candidates are numbered 1 to %d.", places));
        }
      }
    }
    return electedAlready(row, ballots);
  }

  /// Nobody is elected twice to one body. A ballot on which the name would not count anyhow is
  /// entered as it stands.
  private Optional<Decision> electedAlready(PollRow row, List<PaperBallot> ballots) {
    List<String> listed = polls.candidates(row.poll().id()).stream().map(Candidate::name).toList();
    List<String> elected = electorates.electedBefore(row);
    List<String> again =
        ballots.stream()
            .filter(ballot -> ballot.voidFor(row.poll().seats(), listed).isEmpty())
            .flatMap(ballot -> ballot.validWriteIns().stream())
            .filter(elected::contains)
            .distinct()
            .toList();
    return again.isEmpty()
        ? Optional.empty()
        : Optional.of(new Decision.Refused(led.rules(row).electedAlready(again)));
  }

  private int takePlace(long poll) {
    List<BoxStore.Teller> tellers = box.tellers(poll);
    Optional<Integer> mine = place(tellers);
    if (mine.isPresent()) {
      return mine.get();
    }
    if (tellers.size() == TELLERS) {
      return 0;
    }
    Actor actor = permit.signedIn();
    int place = tellers.size() + 1;
    box.takePlace(poll, place, actor.account(), actor.name());
    return place;
  }

  private static Decision full() {
    return Decision.refused("TWO_TELLERS", "已经有两位计票人在录入。", "Two tellers are entering already.");
  }

  @Transactional
  Decision remove(String uuid, String line) {
    PollRow row = read(uuid);
    polls.lock(row.poll().id());
    if (row.poll().stage() == Stage.SIGNED || row.poll().stage() == Stage.ANNOUNCED) {
      return Decision.refused("SIGNED", "结果已经签字，不能再改。", "The result is signed.");
    }
    place(box.tellers(row.poll().id()))
        .ifPresent(
            me -> {
              box.removePaper(row.poll().id(), me, line);
              box.done(row.poll().id(), me, false);
            });
    return Decision.granted();
  }

  /// Says that all ballots are entered; when both said so and agree, the count goes on.
  @Transactional
  Decision finish(String uuid) {
    PollRow row = read(uuid);
    polls.lock(row.poll().id());
    int me = takePlace(row.poll().id());
    if (me == 0) {
      return full();
    }
    box.done(row.poll().id(), me, true);
    counting.count(row.poll().id());
    return Decision.granted();
  }
}
