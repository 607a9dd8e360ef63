package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.election.Stage;
import org.zhijia.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// The worked cases of the count (E2, E4, E5, E6, E8, E9) through the pages: prepared and opened by
/// the secretary, read by two tellers, signed by the chief scrutineer, announced. All are due in a
/// congress of 181 delegates and on paper.
class CountCasesStory {
  private static final int DUE = 181;
  private static final int PRESENT = 175;

  /// 34 whom nearly all approve, and two with 118 votes for each, at places 35 and 36.
  private static final List<Pile> TIE =
      List.of(
          Pile.of(34).approveFrom(1, 34).approve(36),
          Pile.of(29).approveFrom(1, 34).approve(35),
          Pile.of(32).approveFrom(2, 36),
          Pile.of(32).approve(1).approveFrom(3, 36));

  private static List<Pile> tie(int againstFirst, int againstSecond) {
    List<Pile> piles = new ArrayList<>(TIE);
    piles.add(Pile.of(20).approveFrom(1, 34).approve(36).against(marks(againstFirst, 35)));
    piles.add(Pile.of(25).approveFrom(1, 34).approve(35).against(marks(againstSecond, 36)));
    return piles;
  }

  private static int[] marks(int votes, int place) {
    return votes == 0 ? new int[0] : new int[] {place};
  }

  /// A vote and how the ballots read.
  private enum Row {
    HALF_AND_ONE_LESS(2, 3, Pile.of(90).approve(1, 2), Pile.of(1).approve(1), Pile.of(81)),
    HALF_AND_ONE_MORE(2, 3, Pile.of(91).approve(1, 2), Pile.of(81)),
    MARKS(
        35,
        37,
        Pile.of(10).approveFrom(1, 34).against(36, 37).write("白甲、白乙"),
        Pile.of(20).approveFrom(1, 33).against(36, 37).write("白甲、白乙"),
        Pile.of(100).approveFrom(1, 30),
        Pile.of(5).approveFrom(1, 30).write("白甲")),
    WRITTEN_IN(
        2,
        3,
        Pile.of(80).approve(1).against(3).write("白甲"),
        Pile.of(15).approve(2).against(3).write("白甲"),
        Pile.of(77).approve(1, 2)),
    WRITTEN_IN_BY_HALF(
        2,
        3,
        Pile.of(75).approve(1).against(3).write("白甲"),
        Pile.of(15).approve(2).against(3).write("白甲"),
        Pile.of(77).approve(1, 2)),
    WRITTEN_IN_THOUGH_LISTED(
        2,
        3,
        Pile.of(91).approve(1),
        Pile.of(60).approve(1).against(3).write(Hall.name(1)),
        Pile.of(20).against(2, 3).write("白甲、白甲")),
    SHORT(
        35,
        37,
        Pile.of(90).approveFrom(1, 35),
        Pile.of(30).approveFrom(1, 33).approve(36, 37),
        Pile.of(52)),
    FULL(
        35,
        37,
        Pile.of(91).approveFrom(1, 35),
        Pile.of(30).approveFrom(1, 33).approve(36, 37),
        Pile.of(51)),
    TIED(35, 37, tie(20, 25).toArray(Pile[]::new));

    private final int seats;
    private final int candidates;
    private final Pile[] piles;

    Row(int seats, int candidates, Pile... piles) {
      this.seats = seats;
      this.candidates = candidates;
      this.piles = piles;
    }
  }

  private static final Map<Row, String> UUIDS = new EnumMap<>(Row.class);
  private static final Map<Row, Announced> RESULTS = new EnumMap<>(Row.class);
  private static final Hall HALL = new Hall();

  @BeforeAll
  static void allVotesAreHeld() {
    HALL.makeKey().attend(DUE, PRESENT, PRESENT);
    for (Row row : Row.values()) {
      UUIDS.put(row, open(HALL, row.seats, row.candidates));
      HALL.read(uuid(row), row.piles);
    }
    for (Row row : Row.values()) {
      HALL.secretary.act("/polls/" + uuid(row) + "/closing");
    }
    for (Row row : Row.values()) {
      HALL.await(uuid(row), Stage.COUNTED);
      RESULTS.put(row, HALL.signAndAnnounce(uuid(row)));
    }
  }

  private static String open(Hall hall, int seats, int candidates) {
    String uuid = hall.prepare("COMMITTEE", seats, Hall.names(candidates));
    hall.secretary.act("/polls/" + uuid + "/opening");
    return uuid;
  }

  private static String uuid(Row row) {
    return Objects.requireNonNull(UUIDS.get(row));
  }

  private static Announced result(Row row) {
    return Objects.requireNonNull(RESULTS.get(row));
  }

  private static String page(Row row) {
    return HALL.secretary.page("/polls/" + uuid(row));
  }

  private static JsonNode file(Row row) {
    return HALL.secretary.get("/polls/" + uuid(row) + "/result.json").json();
  }

  private static List<String> names(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(Hall::name).toList();
  }

  private static Announced.Line line(Row row, String name) {
    return result(row).lines().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// E2.
  @Test
  void moreThanHalfOfThoseDueElectNotMoreThanHalfOfTheValid() {
    Announced less = result(Row.HALF_AND_ONE_LESS);
    assertThat(less.elected()).containsExactly(Hall.name(1));
    assertThat(less.majority()).isEqualTo(91);
    assertThat(page(Row.HALF_AND_ONE_LESS)).contains("当选 1 名，应选 2 名", "不少于 91", "各地选举办法范本");
    assertThat(file(Row.HALF_AND_ONE_LESS).get("citations").toString()).contains("各地选举办法范本");
    assertThat(result(Row.HALF_AND_ONE_MORE).elected()).containsExactlyElementsOf(names(1, 2));
    assertThat(page(Row.HALF_AND_ONE_MORE)).contains("当选 2 名，应选 2 名");
  }

  /// E4. Too many names void a ballot, none marked is an abstention, and a name that is written in
  /// by a voter who is against nobody is passed over.
  @Test
  void aPaperBallotIsVoidOnlyForTooManyNames() {
    Announced marks = result(Row.MARKS);
    assertThat(marks.issued()).isEqualTo(PRESENT);
    assertThat(marks.returned()).isEqualTo(135);
    assertThat(marks.valid()).isEqualTo(125);
    assertThat(file(Row.MARKS).get("voids").toString()).isEqualTo("{\"OVERVOTE\":10}");
    assertThat(page(Row.MARKS)).contains("所选多于应选名额");
    assertThat(line(Row.MARKS, Hall.name(1)))
        .isEqualTo(new Announced.Line(Hall.name(1), 125, 0, 0, false, true));
    assertThat(line(Row.MARKS, Hall.name(31)))
        .isEqualTo(new Announced.Line(Hall.name(31), 20, 0, 105, false, false));
    assertThat(line(Row.MARKS, Hall.name(36)))
        .isEqualTo(new Announced.Line(Hall.name(36), 0, 20, 105, false, false));
    assertThat(line(Row.MARKS, "白甲")).isEqualTo(new Announced.Line("白甲", 20, 0, 0, true, false));
    assertThat(marks.elected()).hasSize(30);
  }

  /// Whoever is written in though they stand already, or twice, would have two votes of one voter.
  @Test
  void nobodyIsWrittenInWhoIsOnTheList() {
    assertThat(result(Row.WRITTEN_IN_THOUGH_LISTED).valid()).isEqualTo(91);
    assertThat(result(Row.WRITTEN_IN_THOUGH_LISTED).elected()).containsExactly(Hall.name(1));
    assertThat(page(Row.WRITTEN_IN_THOUGH_LISTED)).contains("另选的人已在名单中或写了两次");
    assertThat(file(Row.WRITTEN_IN_THOUGH_LISTED).get("writeIns").size()).isZero();
  }

  /// E6.
  @Test
  void whoeverIsWrittenInIsRankedWithTheOthers() {
    assertThat(result(Row.WRITTEN_IN).elected()).containsExactly(Hall.name(1), "白甲");
    assertThat(line(Row.WRITTEN_IN, Hall.name(2)))
        .isEqualTo(new Announced.Line(Hall.name(2), 92, 0, 80, false, false));
    assertThat(page(Row.WRITTEN_IN)).contains("取前 2 名", "另选");
    assertThat(result(Row.WRITTEN_IN_BY_HALF).elected())
        .containsExactly(Hall.name(1), Hall.name(2));
  }

  /// E8.
  @Test
  void seatsThatNobodyReachesStayShortAndTheWaysOnAreNamed() {
    assertThat(result(Row.SHORT).elected()).containsExactlyElementsOf(names(1, 33));
    assertThat(result(Row.SHORT).shortage()).isEqualTo(2);
    assertThat(file(Row.SHORT).get("short").intValue()).isEqualTo(2);
    assertThat(page(Row.SHORT))
        .contains("缺额 2 名。按选举办法暂缺；也可由大会决定另行选举或在规定范围内减少名额")
        .contains("就空缺名额准备再次投票");
    assertThat(result(Row.FULL).elected()).containsExactlyElementsOf(names(1, 35));
    assertThat(page(Row.FULL)).doesNotContain("缺额", "准备再次投票");
    String next = nextRound(HALL, uuid(Row.SHORT), 2, names(34, 37));
    HALL.attend(DUE, PRESENT, PRESENT).secretary.act("/polls/" + next + "/opening");
    assertNobodyIsElectedTwice(next);
    Announced second = HALL.finishPaper(next);
    assertThat(second.elected()).containsExactly(Hall.name(34));
    assertThat(second.shortage()).isEqualTo(1);
    assertThat(second.lines()).noneMatch(line -> line.name().equals(Hall.name(1)));
  }

  /// Whom the first round elected cannot be written in in the second: the teller is told, unless
  /// the name does not count on this ballot anyhow.
  private static void assertNobodyIsElectedTwice(String next) {
    String elected = Hall.name(1);
    for (Pile refused :
        List.of(
            Pile.of(1).against(2).write(elected),
            Pile.of(1).against(2, 3).write("白丙、" + elected))) {
      Client.Answer answer =
          HALL.tellers.getFirst().form("/polls/" + next + "/paper", refused.fields());
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("“" + elected + "”在前面的投票中已经当选", "工会基层组织选举工作条例");
    }
    HALL.read(
        next,
        Pile.of(91).approve(1),
        Pile.of(80).approve(2),
        Pile.of(1).against(2).write("白丙"),
        Pile.of(1).write(elected),
        Pile.of(1).approve(1, 2).against(3).write(elected));
  }

  /// E5.
  @Test
  void aTieAtTheLastSeatIsVotedUponAgainAmongThoseTiedAlone() {
    assertThat(result(Row.TIED).elected()).containsExactlyInAnyOrderElementsOf(names(1, 34));
    assertThat(result(Row.TIED).runoffAmong()).containsExactlyElementsOf(names(35, 36));
    assertThat(result(Row.TIED).shortage()).isZero();
    assertThat(page(Row.TIED)).contains("末位票数相同：丁35、丁36 同为 118 票", "就票数相等的人准备再次投票");
    assertThat(file(Row.TIED).get("runoff").get("seats").intValue()).isEqualTo(1);
    String next = nextRound(HALL, uuid(Row.TIED), 1, names(35, 36));
    HALL.attend(DUE, PRESENT, PRESENT).secretary.act("/polls/" + next + "/opening");
    HALL.read(next, Pile.of(100).approve(1), Pile.of(70).approve(2));
    assertThat(HALL.finishPaper(next).elected()).containsExactly(Hall.name(35));
  }

  /// E5 with fewer ballots: 85 to 85 of 181 tie again, 85 to 70 elect, and nobody else may stand.
  @Test
  void inARunOffMostVotesElectWithoutTheMajorityOfThoseDue() {
    Hall hall = new Hall().makeKey().attend(DUE, PRESENT, PRESENT);
    String first = open(hall, 35, 37);
    hall.read(first, tie(20, 25).toArray(Pile[]::new));
    hall.finishPaper(first);
    String tied = nextRound(hall, first, 1, names(35, 36));
    assertThat(hall.nextRound(first).uuid()).isEqualTo(tied);
    Client.Answer stranger =
        hall.secretary.form("/polls/" + tied + "/candidates", "typed", Hall.name(35) + "\n白甲");
    assertThat(stranger.status()).isEqualTo(422);
    assertThat(stranger.body()).contains("名单只能是：丁35、丁36", "各地选举办法范本");
    assertThat(hall.secretary.page("/polls/" + tied + "/ballot-paper"))
        .contains("赞成票多的当选，不能另选他人")
        .doesNotContain("须先反对一名候选人");
    hall.secretary.act("/polls/" + tied + "/opening");
    hall.read(tied, Pile.of(85).approve(1), Pile.of(85).approve(2));
    assertThat(hall.finishPaper(tied).runoffAmong()).containsExactlyElementsOf(names(35, 36));
    Poll second = hall.nextRound(tied);
    assertThat(second.round()).isEqualTo(3);
    hall.secretary.act(second.link() + "/opening");
    hall.read(second.uuid(), Pile.of(85).approve(1), Pile.of(70).approve(2));
    Announced decided = hall.finishPaper(second.uuid());
    assertThat(decided.elected()).containsExactly(Hall.name(35));
    assertThat(decided.shortage()).isZero();
    assertThat(hall.secretary.page(second.link()))
        .contains("这是就票数相等的 2 人再次投票", "赞成票多的当选", "当选 1 名，应选 1 名")
        .doesNotContain("不少于 91", "准备再次投票");
    JsonNode file = hall.secretary.get(second.link() + "/result.json").json();
    assertThat(file.get("runoffVote").booleanValue()).isTrue();
    assertThat(file.get("majority").intValue()).isZero();
    assertThat(file.get("reasons").toString()).contains("不再要求超过应到 181 人半数");
  }

  /// E5 and E6 together: whoever was written in and is tied stands in the run-off.
  @Test
  void whoeverWasWrittenInAndIsTiedStandsInTheRunOff() {
    Hall hall = new Hall().makeKey().attend(20, 20, 20);
    String tied = open(hall, 2, 3);
    hall.read(
        tied,
        Pile.of(8).approve(1).against(3).write("白甲"),
        Pile.of(3).approve(2).against(3).write("白甲"),
        Pile.of(8).approve(1, 2));
    assertThat(hall.finishPaper(tied).runoffAmong()).containsExactlyInAnyOrder("白甲", Hall.name(2));
    Poll next = hall.nextRound(tied);
    assertThat(hall.candidates(next)).containsExactlyInAnyOrder("白甲", Hall.name(2));
    assertThat(hall.secretary.page(next.link())).contains("“白甲”还没有同意参选");
  }

  /// What the page offers next, and nothing else stands on its ballot.
  private static String nextRound(Hall hall, String uuid, int seats, List<String> names) {
    Poll next = hall.nextRound(uuid);
    assertThat(next.round()).isEqualTo(2);
    assertThat(next.seats()).isEqualTo(seats);
    assertThat(hall.candidates(next)).containsExactlyElementsOf(names);
    assertThat(hall.secretary.page(next.link())).contains("第 2 轮");
    return next.uuid();
  }

  /// E5 and E7 together: until a run-off stands, the seat is open and the body is not complete.
  @Test
  void aVoidRunOffSettlesNothingAndIsHeldAgain() {
    Hall hall = new Hall().makeKey().attend(20, 20, 20);
    Elections elections = TestServer.running().bean(Elections.class);
    String first = open(hall, 2, 3);
    hall.read(first, Pile.of(7).approve(1, 2), Pile.of(7).approve(1, 3), Pile.of(5).approve(2, 3));
    assertThat(hall.finishPaper(first).runoffAmong()).containsExactlyElementsOf(names(2, 3));
    String runoff = nextRound(hall, first, 1, names(2, 3));
    hall.secretary.act("/polls/" + runoff + "/opening");
    hall.read(runoff, Pile.of(21).approve(1));
    assertThat(hall.finishPaper(runoff).stands()).isFalse();
    assertThat(elections.isElected(hall.assembly, Body.COMMITTEE)).isFalse();
    String again = nextRound(hall, runoff, 1, names(2, 3));
    hall.secretary.act("/polls/" + again + "/opening");
    hall.read(again, Pile.of(12).approve(1), Pile.of(8).approve(2));
    assertThat(hall.finishPaper(again).elected()).containsExactly(Hall.name(2));
    assertThat(elections.isElected(hall.assembly, Body.COMMITTEE)).isTrue();
    assertThat(elections.elected(hall.assembly, Body.COMMITTEE))
        .containsExactlyElementsOf(names(1, 2));
  }

  /// E5 and E8 under another method.
  @Test
  void theAdoptedMethodBreaksATieAndNamesTheWayOn() {
    Hall hall = new Hall().makeKey().attend(DUE, PRESENT, PRESENT);
    hall.adopt("at-least-two-thirds", "fewer-against", "revote");
    String differs = open(hall, 35, 37);
    String equals = open(hall, 35, 37);
    hall.read(differs, tie(20, 25).toArray(Pile[]::new));
    hall.read(equals, tie(0, 0).toArray(Pile[]::new));
    String scarce = open(hall, 2, 3);
    hall.read(scarce, Pile.of(91).approve(1), Pile.of(80).approve(2));
    hall.secretary.act("/polls/" + equals + "/closing");
    hall.secretary.act("/polls/" + scarce + "/closing");
    Announced decided = hall.finishPaper(differs);
    assertThat(decided.elected()).hasSize(35).contains(Hall.name(35));
    assertThat(decided.runoffAmong()).isEmpty();
    assertThat(hall.secretary.page("/polls/" + differs)).doesNotContain("准备再次投票");
    hall.await(equals, Stage.COUNTED);
    assertThat(hall.signAndAnnounce(equals).runoffAmong()).containsExactlyElementsOf(names(35, 36));
    hall.await(scarce, Stage.COUNTED);
    assertThat(hall.signAndAnnounce(scarce).shortage()).isEqualTo(1);
    assertThat(hall.secretary.page("/polls/" + scarce)).contains("按选举办法，就未当选者另行选举");
  }

  /// E7 for a resolution: with one ballot too many nothing is adopted.
  @Test
  void aResolutionFallsWithTooManyBallots() {
    HALL.attend(DUE, PRESENT, PRESENT);
    String uuid = HALL.prepare("RESOLUTION", 1);
    HALL.secretary.act("/polls/" + uuid + "/opening");
    HALL.read(uuid, Pile.of(176).approve(1));
    Announced result = HALL.finishPaper(uuid);
    assertThat(result.adopted()).isFalse();
    assertThat(result.stands()).isFalse();
    assertThat(HALL.secretary.page("/polls/" + uuid)).contains("表决无效，应重新表决", "176");
  }

  /// E9. The base is all delegates, however few came.
  @Test
  void aRecallTakesMoreThanHalfOfAllDelegates() {
    HALL.attend(DUE, 121, 121);
    String carried = HALL.putToVote(Body.RECALL, "关于罢免甲某主席职务的决议");
    String failed = HALL.putToVote(Body.RECALL, "关于罢免乙某副主席职务的决议");
    HALL.secretary.act("/polls/" + carried + "/opening");
    HALL.secretary.act("/polls/" + failed + "/opening");
    HALL.read(carried, Pile.of(91).approve(1), Pile.of(30).against(1));
    HALL.read(failed, Pile.of(90).approve(1), Pile.of(31).against(1));
    HALL.secretary.act("/polls/" + failed + "/closing");
    assertThat(HALL.finishPaper(carried).adopted()).isTrue();
    assertThat(HALL.secretary.page("/polls/" + carried)).contains("第十八条", "91", "/rules/recall");
    HALL.await(failed, Stage.COUNTED);
    assertThat(HALL.signAndAnnounce(failed).adopted()).isFalse();
    assertThat(HALL.secretary.page("/polls/" + failed)).contains("没有通过");
  }
}
