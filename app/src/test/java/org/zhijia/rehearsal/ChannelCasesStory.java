package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.election.Announced;
import org.zhijia.election.Poll;
import org.zhijia.election.Stage;
import tools.jackson.databind.JsonNode;

/// The worked case of paper beside electronic ballots (E7), and what a device cannot do (E4): 115
/// vote with slips, 60 on paper, of 181 who are due.
class ChannelCasesStory {
  private static final int DUE = 181;
  private static final int SLIPS = 115;
  private static final int PAPER = 60;
  private static final Hall HALL = new Hall();

  @BeforeAll
  static void slipsAreDrawn() {
    HALL.makeKey().drawSlips(SLIPS).attend(DUE, SLIPS + PAPER, PAPER);
  }

  /// So many come back in both ways, and the box is decrypted; all approve the first candidate.
  private static String counted(int slips, int paper) {
    String uuid = HALL.prepare("COMMITTEE", 1, Hall.names(2));
    HALL.secretary.act("/polls/" + uuid + "/opening");
    String election = Objects.requireNonNull(HALL.elections().get(uuid));
    IntStream.range(0, slips)
        .parallel()
        .forEach(
            slip -> {
              SimulatedVoter voter = HALL.voter(slip);
              voter.cast(voter.seal(uuid, election, Hall.marks(2, List.of(1), List.of(2))));
            });
    HALL.read(uuid, Pile.of(paper).approve(1));
    HALL.secretary.act("/polls/" + uuid + "/closing", "grace", "10");
    HALL.await(uuid, Stage.CLOSED);
    HALL.scrutineers.get(2).decrypt(uuid);
    HALL.scrutineers.get(0).decrypt(uuid);
    HALL.await(uuid, Stage.COUNTED);
    return uuid;
  }

  /// 115 and 61 are 176, more than the 175 that were issued.
  @Test
  void moreBallotsThanWereIssuedMakeTheWholeElectionVoid() {
    String uuid = counted(SLIPS, PAPER + 1);
    Announced result = HALL.signAndAnnounce(uuid);
    assertThat(result.returned()).isEqualTo(176);
    assertThat(result.elected()).isEmpty();
    assertThat(result.stands()).isFalse();
    assertThat(HALL.secretary.page("/polls/" + uuid))
        .contains("选举无效，应重新选举", "各地选举办法范本", "按原名单重新选举");
    assertThat(HALL.secretary.get("/polls/" + uuid + "/result.json").json().get("validity"))
        .hasToString("\"void\"");
    assertThat(HALL.beforeSigning(uuid).get("reasons").toString()).contains("176");
    Poll again = HALL.nextRound(uuid);
    assertThat(again.round()).isEqualTo(1);
    assertThat(again.seats()).isEqualTo(1);
    assertThat(HALL.candidates(again)).containsExactly(Hall.names(2));
    HALL.secretary.act(again.link() + "/cancellation", "reason", "下一个用例");
  }

  /// 113 and 61 are 174, but one of the two ways has one too many: the scrutineers look into it,
  /// and what they find decides.
  @Test
  void aSurplusInOneWayAloneStopsTheCountUntilTheScrutineersDecide() {
    String uuid = counted(SLIPS - 2, PAPER + 1);
    JsonNode stopped = HALL.beforeSigning(uuid);
    assertThat(stopped.get("stands").booleanValue()).isFalse();
    assertThat(stopped.get("reasons").toString()).contains("纸质选票收回 61 张，多于发出的 60 张");
    assertThat(stopped.get("elected").size()).isZero();
    for (Client teller : HALL.tellers) {
      teller.act("/polls/" + uuid + "/paper/removal", "line", "+1 -");
      teller.act("/polls/" + uuid + "/paper/completion");
    }
    assertThat(HALL.beforeSigning(uuid).get("stands").booleanValue()).isTrue();
    Announced result = HALL.signAndAnnounce(uuid);
    assertThat(result.returned()).isEqualTo(173);
    assertThat(result.elected()).containsExactly(Hall.name(1));
  }

  /// The same, and the chief scrutineer finds that the ballots are true ones.
  @Test
  void theChiefScrutineerLetsASurplusOfOneWayCountForAReason() {
    String uuid = counted(SLIPS - 2, PAPER + 1);
    String reason = "一名代表交回凭证条后改用纸质选票，签到台漏记，已当场核对";
    assertThat(vote(uuid).get("acceptable").booleanValue()).isTrue();
    assertRefused(HALL.accept(1, uuid, reason), "由总监票人决定");
    assertRefused(HALL.accept(0, uuid, "  可以 "), "请写明核查情况和理由");
    assertThat(HALL.beforeSigning(uuid).get("stands").booleanValue()).isFalse();
    assertThat(HALL.accept(0, uuid, reason).isDone()).isTrue();
    assertRefused(HALL.accept(0, uuid, reason), "没有多出的选票需要决定");
    JsonNode counted = HALL.beforeSigning(uuid);
    assertThat(counted.get("stands").booleanValue()).isTrue();
    assertThat(counted.get("accepted").get(0).get("reason").stringValue()).isEqualTo(reason);
    assertThat(counted.get("reasons").toString()).contains("监票人核查后决定按有效计票");
    Announced result = HALL.signAndAnnounce(uuid);
    assertRefused(HALL.accept(0, uuid, reason), "现在没有等待决定的计票结果");
    assertThat(result.returned()).isEqualTo(174);
    assertThat(result.elected()).containsExactly(Hall.name(1));
    assertThat(HALL.secretary.page("/polls/" + uuid))
        .contains("纸质选票收回 61 张，多于发出的 60 张", "理由：" + reason, "总监票人 ", "当选 1 名");
    JsonNode file = HALL.secretary.get("/polls/" + uuid + "/result.json").json();
    assertThat(file.get("validity").stringValue()).isEqualTo("valid");
    assertThat(file.get("accepted").get(0).get("returned").intValue()).isEqualTo(61);
    assertThat(file.get("accepted").get(0).get("reason").stringValue()).isEqualTo(reason);
    assertThat(file.get("formula").stringValue()).contains("paper: 61 > 60 (accepted)");
  }

  /// It holds for the figures that were looked into; with others the count stops again.
  @Test
  void anAcceptedSurplusHoldsForItsFiguresAlone() {
    String uuid = counted(SLIPS - 2, PAPER + 1);
    assertThat(HALL.accept(0, uuid, "签到台漏记一名改用纸质选票的代表").isDone()).isTrue();
    for (Client teller : HALL.tellers) {
      teller.act("/polls/" + uuid + "/paper", Pile.of(1).approve(2).fields());
      teller.act("/polls/" + uuid + "/paper/completion");
    }
    JsonNode again = HALL.beforeSigning(uuid);
    assertThat(again.get("returned").intValue()).isEqualTo(175);
    assertThat(again.get("stands").booleanValue()).isFalse();
    assertThat(again.get("accepted").size()).isZero();
    for (Client teller : HALL.tellers) {
      teller.act("/polls/" + uuid + "/paper", Pile.of(1).approve(2).fields());
      teller.act("/polls/" + uuid + "/paper/completion");
    }
    assertThat(vote(uuid).get("acceptable").booleanValue()).isFalse();
    assertRefused(HALL.accept(0, uuid, "签到台漏记一名改用纸质选票的代表"), "选举无效，不能按有效计票", "各地选举办法范本");
    assertThat(HALL.signAndAnnounce(uuid).stands()).isFalse();
  }

  private static JsonNode vote(String uuid) {
    String state = "/scrutiny/" + HALL.assembly + "/state";
    for (JsonNode poll : HALL.scrutineersClients.getFirst().get(state).json().get("polls")) {
      if (poll.get("uuid").stringValue().equals(uuid)) {
        return poll;
      }
    }
    throw new IllegalStateException(uuid);
  }

  private static void assertRefused(Client.Answer answer, String... sentences) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(sentences);
  }

  /// E4. A device that marks more names than there are seats finds no proof for it, and one that
  /// cheats is refused.
  @Test
  void anOverfullElectronicBallotIsNeverTaken() throws Malformed {
    String uuid = HALL.prepare("COMMITTEE", 1, Hall.names(2));
    HALL.secretary.act("/polls/" + uuid + "/opening");
    String election = Objects.requireNonNull(HALL.elections().get(uuid));
    List<List<Integer>> both = Hall.marks(2, List.of(1, 2), List.of());
    assertThatThrownBy(() -> HALL.seal(0, uuid, both)).isInstanceOf(RuntimeException.class);
    Client.Answer answer = HALL.voter(0).cast(overfull(uuid, election, both));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").stringValue()).contains("没有投进去");
    assertThat(HALL.poll(uuid).cast()).isZero();
    HALL.secretary.act("/polls/" + uuid + "/cancellation", "reason", "试过了");
  }

  /// Made as if there were two seats.
  private static SimulatedVoter.Sealed overfull(
      String uuid, String election, List<List<Integer>> marks) throws Malformed {
    Election doctored =
        Election.read(
            election.replaceFirst("\"max\":1", "\"max\":2").getBytes(StandardCharsets.UTF_8));
    String fingerprint = Election.fingerprint(election.getBytes(StandardCharsets.UTF_8));
    BallotMaker maker = new BallotMaker(doctored, fingerprint, Randomness.secure());
    BallotMaker.Made made = maker.make(HALL.slips.get(0).credential(), new Vote(marks));
    Companion companion = Companion.make(UnionSlate.of(doctored), maker, made);
    return new SimulatedVoter.Sealed(
        uuid,
        new String(made.bytes(), StandardCharsets.UTF_8),
        Optional.of(new String(JsonText.bytesOf(companion), StandardCharsets.UTF_8)),
        made.tracker());
  }
}
