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
    assertThat(stopped.get("reasons").toString()).contains("“paper”收回 61 张，多于发出的 60 张");
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
