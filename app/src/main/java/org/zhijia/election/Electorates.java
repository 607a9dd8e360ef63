package org.zhijia.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Status;
import org.zhijia.statute.Text;

/// Who votes in a vote: the whole meeting, or a committee at its first plenary.
@Component
class Electorates {
  static final Citation BY_THE_COMMITTEE =
      new Citation(
          new Text("中国工会章程", "Constitution of the Chinese Trade Unions"), "第二十二条", Status.P);

  private final PlenaryStore plenaries;
  private final PollStore polls;

  Electorates(PlenaryStore plenaries, PollStore polls) {
    this.plenaries = plenaries;
    this.polls = polls;
  }

  /// Who is due and present for this vote; empty until it is frozen.
  Optional<Elections.Attendance> attendance(Assembly of, PollRow row) {
    Optional<Body> electors = row.poll().body().electors();
    return electors.isEmpty()
        ? of.attendance()
        : plenaries.find(of.id(), electors.get()).flatMap(Plenary::attendance);
  }

  /// Who stands on a ballot, and who can be written in: whoever has a vote, is no candidate, and
  /// was not elected to the same body before, in the order of the roster. A name that may or may
  /// not be a candidate's (of two people of one name only one has the unit beside it) is left out:
  /// that person can be written in on paper.
  BallotPapers.Names names(Assembly of, PollRow row, List<Candidate> candidates) {
    if (!row.writeIn()) {
      return new BallotPapers.Names(candidates, List.of());
    }
    List<String> taken = new ArrayList<>(electedBefore(row));
    candidates.forEach(each -> taken.add(each.name()));
    List<String> others =
        of.voters().stream()
            .distinct()
            .filter(name -> WriteIn.isName(name) && !name.equals(WriteIn.PLACE))
            .filter(name -> taken.stream().noneMatch(other -> mayBeTheSame(name, other)))
            .toList();
    return new BallotPapers.Names(candidates, others);
  }

  /// Who was elected to the same body in votes of the meeting before.
  List<String> electedBefore(PollRow row) {
    return polls.of(row.poll().assembly()).stream()
        .filter(other -> other.poll().body() == row.poll().body())
        .filter(other -> other.poll().stage() == Stage.ANNOUNCED)
        .flatMap(other -> other.result().stream())
        .map(result -> ResultFile.read(result.text()))
        .filter(ResultFile::stands)
        .flatMap(file -> file.elected().stream())
        .toList();
  }

  /// Names are equal, or are so without what stands in brackets and one of them has no brackets.
  static boolean mayBeTheSame(String name, String other) {
    String bare = bare(name);
    boolean told = !bare.equals(name) && !bare(other).equals(other);
    return told ? name.equals(other) : bare.equals(bare(other));
  }

  private static String bare(String name) {
    return name.replaceAll("[（(].*$", "").strip();
  }

  /// What stands against opening a vote for lack of its electors.
  List<Breach> obstacles(Assembly of, PollRow row, List<Candidate> candidates) {
    if (of.ended()) {
      return List.of(
          Decision.ground(
              "ENDED",
              "大会已经归档，监票人的密钥和凭证已经不再使用，不能再投票。",
              "The meeting is filed: its keys are used no more, and nothing is voted upon."));
    }
    List<Breach> grounds = new ArrayList<>(electors(of, row, candidates));
    Optional<Elections.Attendance> hall = of.attendance();
    boolean electronic = hall.filter(each -> each.present() > each.paper()).isPresent();
    if (row.writeIn() && electronic) {
      grounds.addAll(writeIn(names(of, row, candidates).others().size()));
    }
    return grounds;
  }

  private static List<Breach> writeIn(int others) {
    return others > 0 && others <= WriteIn.MOST
        ? List.of()
        : List.of(
            Decision.ground(
                "WRITE_IN",
                "电子选票可以另选他人，名单以外的有选举权的人要有 1 到 %1$d 名，现在是 %2$d 名（请重新冻结应到、实到人数）。",
                "An electronic ballot with a write-in needs 1 to %d voters who are no candidates;"
                    + " there are %d (freeze the attendance again).",
                WriteIn.MOST,
                others));
  }

  private List<Breach> electors(Assembly of, PollRow row, List<Candidate> candidates) {
    Optional<Body> electors = row.poll().body().electors();
    if (electors.isEmpty()) {
      return of.attendance().isPresent()
          ? List.of()
          : List.of(
              Decision.ground(
                  "NOT_COUNTED",
                  "还没有冻结应到、实到人数（在签到页）。",
                  "Who is due and present is not frozen yet (on the check-in page)."));
    }
    return plenaries
        .find(of.id(), electors.get())
        .map(plenary -> obstacles(plenary, candidates))
        .orElseGet(
            () ->
                List.of(
                    byTheCommittee(
                        "NOT_CONVENED",
                        "由新选出的委员会在第一次全体会议上选举：请先召开全体会议（在选举页）。",
                        "The new committee elects at its first plenary: convene it first (on the"
                            + " page of the elections).")));
  }

  private static List<Breach> obstacles(Plenary plenary, List<Candidate> candidates) {
    List<Breach> grounds = new ArrayList<>();
    if (plenary.present().isEmpty()) {
      grounds.add(
          Decision.ground(
              "NOT_COUNTED",
              "还没有冻结全体会议的实到人员（在选举页）。",
              "Who came to the plenary is not frozen yet (on the page of the elections)."));
    }
    candidates.stream()
        .map(Candidate::name)
        .filter(name -> !plenary.members().contains(name))
        .map(
            name ->
                byTheCommittee(
                    "NOT_A_MEMBER",
                    "“%s”不是这个委员会的委员。",
                    "%s is not a member of this committee.",
                    name))
        .forEach(grounds::add);
    return grounds;
  }

  private static Breach byTheCommittee(String code, String zh, String en, Object... with) {
    return new Breach(code, Text.of(zh, en, with), Optional.of(BY_THE_COMMITTEE));
  }
}
