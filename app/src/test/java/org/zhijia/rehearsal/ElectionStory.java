package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.election.Stage;
import org.zhijia.election.VoteFiles;
import org.zhijia.testing.TestServer;

/// Elections over HTTP, with the real cryptography: from the scrutineers' ceremony to a result that
/// the verifier confirms.
class ElectionStory {
  private static final Losses NONE = new Losses(0, 1);
  private static final int VOTERS = 15;

  private final TestServer server = TestServer.running();
  private final URI base = server.at("/");

  static final String[] SEVEN = {"丁一", "王二", "王小三", "李四", "张五", "陈六", "黄七"};

  private Hall ready() {
    return new Hall().makeKey().drawSlips(VOTERS).attend(VOTERS, VOTERS, 0);
  }

  @Test
  void aCommitteeIsElectedAndAnybodyCanVerifyIt() throws IOException {
    Hall hall = ready();
    String uuid = hall.prepare("COMMITTEE", 5, SEVEN);
    hall.secretary.act("/polls/" + uuid + "/opening");
    for (int i = 0; i < VOTERS; i++) {
      List<Integer> approve = i % 3 == 0 ? List.of(2, 3, 4, 5, 6) : List.of(1, 2, 3, 4, 5);
      Client.Answer answer =
          hall.voter(i).cast(hall.seal(i, uuid, Hall.marks(7, approve, List.of(7))));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
    Announced result = hall.finish(uuid);
    // By strokes, although the first has the fewest votes of them.
    assertThat(result.elected()).containsExactly("丁一", "王二", "王小三", "李四", "张五");
    assertThat(result.lines().getFirst().approve()).isEqualTo(VOTERS);
    assertThat(result.returned()).isEqualTo(VOTERS);
    assertThat(result.majority()).isEqualTo(8);
    assertVerifies(hall, uuid);
    Map<String, byte[]> files = new HashMap<>();
    server.bean(VoteFiles.class).of(hall.assembly, files::put);
    String folder = "votes/01-committee-1/";
    assertThat(files)
        .containsOnlyKeys(
            "votes/method.txt",
            folder + "result.json",
            folder + "signature.json",
            folder + uuid + ".bel",
            folder + uuid + ".companion");
    assertThat(files.get(folder + uuid + ".bel"))
        .isEqualTo(new Client(base).bytes("/polls/" + uuid + "/archive"));
  }

  private void assertVerifies(Hall hall, String uuid) throws IOException {
    Path directory = Files.createTempDirectory(Path.of("target"), "archive-");
    Path archive = directory.resolve(uuid + ".bel");
    Client visitor = new Client(base);
    Files.write(archive, visitor.bytes("/polls/" + uuid + "/archive"));
    Files.write(
        directory.resolve(uuid + ".companion"), visitor.bytes("/polls/" + uuid + "/companion"));
    if (Audit.verify(archive, AuditOptions.onAllCores()) instanceof Verdict.Fails fails) {
      fail(fails.check() + " at " + fails.where() + " " + fails.causes());
    }
    Files.write(directory.resolve(uuid + ".hints"), visitor.bytes("/polls/" + uuid + "/hints"));
    assertThat(Audit.verify(archive, AuditOptions.onAllCores()).findings().hinted())
        .as("ballots that hold by what the server computed when they were cast")
        .isEqualTo(VOTERS);
    assertThat(visitor.get("/polls/" + uuid).body()).contains("当选 5 名，应选 5 名");
    assertThat(visitor.get("/polls/" + uuid + "/result.json").json().get("elected").size())
        .isEqualTo(5);
    assertThat(hall.poll(uuid).cast()).isEqualTo(VOTERS);
  }

  @Test
  void aBallotCountsOnceHoweverOftenItComesAndTheLastOneCounts() {
    Hall hall = ready();
    String uuid = hall.prepare("COMMITTEE", 5, SEVEN);
    hall.secretary.act("/polls/" + uuid + "/opening");
    SimulatedVoter.Sealed first = hall.seal(0, uuid, Hall.marks(7, List.of(1), List.of()));
    SimulatedVoter voter = hall.voter(0);
    assertThat(voter.cast(first).status()).isEqualTo(201);
    Client.Answer again = voter.cast(first);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("again").booleanValue()).isTrue();
    Client.Answer second = voter.cast(hall.seal(0, uuid, Hall.marks(7, List.of(2), List.of())));
    assertThat(second.json().get("replaced").booleanValue()).isTrue();
    assertThat(hall.poll(uuid).cast()).isEqualTo(1);
    for (int i = 1; i < VOTERS; i++) {
      hall.voter(i).cast(hall.seal(i, uuid, Hall.marks(7, List.of(2), List.of(1))));
    }
    Announced result = hall.finish(uuid);
    assertThat(result.lines().getFirst())
        .isEqualTo(new Announced.Line("王二", VOTERS, 0, 0, false, true));
    assertThat(result.returned()).isEqualTo(VOTERS);
  }

  @Test
  void forgedForeignOpenedAndLateBallotsAreRefusedWithASentence() {
    Hall hall = ready();
    String uuid = hall.prepare("COMMITTEE", 5, SEVEN);
    String other = hall.prepare("AUDIT", 5, SEVEN);
    hall.secretary.act("/polls/" + uuid + "/opening");
    hall.secretary.act("/polls/" + other + "/opening");
    SimulatedVoter.Sealed good = hall.seal(0, uuid, Hall.marks(7, List.of(1), List.of()));
    String forged = good.ballot().replaceFirst("\"response\":\"[0-9]{5}", "\"response\":\"12345");
    assertRefused(
        hall, uuid, new SimulatedVoter.Sealed(uuid, forged, good.companion(), ""), "没有通过检查");
    assertRefused(hall, other, good, "另一项投票");
    SimulatedVoter.Sealed withoutCompanion =
        new SimulatedVoter.Sealed(uuid, good.ballot(), java.util.Optional.empty(), "");
    assertRefused(hall, uuid, withoutCompanion, "格式不对");
    SimulatedVoter stranger =
        new SimulatedVoter(new Client(base), Credential.random(Randomness.secure()), NONE);
    String election = java.util.Objects.requireNonNull(hall.elections().get(uuid));
    assertRefused(
        hall,
        uuid,
        stranger.seal(uuid, election, Hall.marks(7, List.of(1), List.of())),
        "不在本次投票的名册里");
    Client device = new Client(base);
    String opening = "/api/polls/" + uuid + "/openings";
    assertThat(device.json(opening, Map.of("tracker", good.tracker())).status()).isEqualTo(204);
    assertRefused(hall, uuid, good, "已经打开查验过");
    IntStream.range(1, VOTERS)
        .forEach(i -> hall.voter(i).cast(hall.seal(i, uuid, Hall.marks(7, List.of(1), List.of()))));
    SimulatedVoter.Sealed late = hall.seal(0, uuid, Hall.marks(7, List.of(2), List.of()));
    hall.secretary.act("/polls/" + uuid + "/closing", "grace", "10");
    hall.await(uuid, Stage.CLOSED);
    assertRefused(hall, uuid, late, "已经关闭");
  }

  private void assertRefused(
      Hall hall, String uuid, SimulatedVoter.Sealed sealed, String sentence) {
    SimulatedVoter.Sealed there =
        new SimulatedVoter.Sealed(uuid, sealed.ballot(), sealed.companion(), sealed.tracker());
    Client.Answer answer = hall.voter(0).cast(there);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").stringValue()).contains(sentence);
  }

  @Test
  void aTieAtTheLastSeatLeadsToARunOffAmongThoseTiedAlone() {
    Hall hall = ready();
    String uuid = hall.prepare("COMMITTEE", 2, "丁一", "王二", "李四");
    hall.secretary.act("/polls/" + uuid + "/opening");
    for (int i = 0; i < VOTERS; i++) {
      List<Integer> approve = i == 14 ? List.of(2, 3) : i % 2 == 0 ? List.of(1, 2) : List.of(1, 3);
      hall.voter(i).cast(hall.seal(i, uuid, Hall.marks(3, approve, List.of())));
    }
    Announced first = hall.finish(uuid);
    assertThat(first.elected()).containsExactly("丁一");
    assertThat(first.runoffAmong()).containsExactlyInAnyOrder("王二", "李四");
    Elections elections = server.bean(Elections.class);
    assertThat(elections.isElected(hall.assembly, Body.COMMITTEE)).isFalse();
    assertThat(new Client(base).get("/polls/" + uuid + "/result.json").json().get("reasons"))
        .asString()
        .contains("王二", "李四")
        .doesNotContain("c02");
    String next =
        hall.secretary
            .act("/polls/" + uuid + "/next-round")
            .location()
            .substring("/polls/".length());
    assertThat(hall.poll(next).round()).isEqualTo(2);
    assertThat(hall.poll(next).seats()).isEqualTo(1);
    assertThat(hall.poll(next).candidates()).isEqualTo(2);
    hall.secretary.act("/polls/" + next + "/opening");
    for (int i = 0; i < VOTERS; i++) {
      List<Integer> approve = i < 10 ? List.of(2) : List.of(1);
      hall.voter(i).cast(hall.seal(i, next, Hall.marks(2, approve, List.of())));
    }
    assertThat(hall.finish(next).elected()).containsExactly("李四");
    assertThat(elections.isElected(hall.assembly, Body.COMMITTEE)).isTrue();
    assertThat(elections.elected(hall.assembly, Body.COMMITTEE)).containsExactly("丁一", "李四");
  }

  @Test
  void paperBesideSlipsIsReadByTwoAndAddedUp() {
    Hall hall = new Hall().makeKey().drawSlips(12).attend(24, 24, 12);
    String uuid = hall.prepare("COMMITTEE", 2, "丁一", "王二", "李四");
    hall.secretary.act("/polls/" + uuid + "/opening");
    for (int i = 0; i < 12; i++) {
      hall.voter(i).cast(hall.seal(i, uuid, Hall.marks(3, List.of(1, 2), List.of())));
    }
    String paper = "/polls/" + uuid + "/paper";
    for (Client teller : hall.tellers) {
      teller.act(paper, "mark-1", "for", "mark-2", "against", "written", "赵甲", "times", "6");
      teller.act(paper, "mark-1", "for", "mark-2", "for", "mark-3", "for", "times", "5");
    }
    hall.tellers.get(0).act(paper, "unreadable", "on");
    hall.tellers.get(1).act(paper, "mark-1", "for");
    hall.tellers.forEach(teller -> teller.act(paper + "/completion"));
    assertThat(hall.tellers.get(0).get(paper).body()).contains("两人录入的不一致", "1  ?", "2  +1 -");
    hall.tellers.get(1).act(paper + "/removal", "line", "+1 -");
    hall.tellers.get(1).act(paper, "unreadable", "on");
    hall.tellers.get(1).act(paper + "/completion");
    Announced result = hall.finish(uuid);
    assertThat(result.returned()).isEqualTo(24);
    assertThat(result.valid()).isEqualTo(18);
    assertThat(result.elected()).containsExactly("丁一");
    assertThat(result.lines())
        .contains(
            new Announced.Line("丁一", 18, 0, 0, false, true),
            new Announced.Line("王二", 12, 6, 0, false, false),
            new Announced.Line("赵甲", 6, 0, 0, true, false));
  }

  @Test
  void anUnusedSlipIsChangedForPaperAndVotesNoMore() {
    Hall hall = new Hall().makeKey().drawSlips(12).attend(24, 24, 12);
    String uuid = hall.prepare("COMMITTEE", 2, "丁一", "王二", "李四");
    hall.secretary.act("/polls/" + uuid + "/opening");
    hall.voter(1).cast(hall.seal(1, uuid, Hall.marks(3, List.of(1), List.of())));
    String surrenders = "/credentials/" + hall.assembly + "/surrenders";
    Client.Answer used = hall.clerkClient.form(surrenders, "code", hall.slips.get(1).code());
    assertThat(used.status()).isEqualTo(422);
    assertThat(used.body()).contains("已经投过票");
    hall.clerkClient.act(surrenders, "code", hall.slips.get(0).code());
    assertRefused(hall, uuid, hall.seal(0, uuid, Hall.marks(3, List.of(1), List.of())), "已经交回");
    assertThat(hall.poll(uuid).issued()).isEqualTo(24);
    assertThat(hall.secretary.get("/polls/" + uuid).body()).contains(">13</span> <small>张</small>");
  }

  @Test
  void whatStandsAgainstOpeningIsNamedWithItsArticle() {
    Hall hall = new Hall().attend(181, 120, 120);
    String uuid = hall.prepare("COMMITTEE", 35, "丁一", "王二");
    Client.Answer refused = hall.secretary.form("/polls/" + uuid + "/opening");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("候选人不得少于 37 名", "总工发〔2015〕6号").contains("121");
    assertThat(hall.poll(uuid).stage()).isEqualTo(Stage.PREPARED);
  }
}
