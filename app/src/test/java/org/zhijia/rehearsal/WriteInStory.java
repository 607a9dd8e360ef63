package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.election.Announced;
import org.zhijia.election.Stage;
import org.zhijia.identity.Role;
import org.zhijia.rehearsal.SimulatedScrutineer.Shuffled;
import org.zhijia.testing.TestServer;

/// A vote whose electronic ballots take write-ins: shuffled by scrutineers between the closing of
/// the box and its opening, and what is refused on the way.
class WriteInStory {
  private static final int VOTERS = 10;
  private static final List<String> ROSTER = List.of("丁一", "王二", "李四", "赵甲", "钱乙", "孙丙", "周丁");

  private final TestServer server = TestServer.running();

  private static Hall ready() {
    return new Hall().makeKey().drawSlips(VOTERS).attend(VOTERS, VOTERS, 0, ROSTER);
  }

  /// Six write in 赵甲, one 孙丙, three nobody; who writes somebody in opposes 李四.
  private static String voted(Hall hall) {
    String uuid = hall.prepareWithWriteIn(2, "丁一", "王二", "李四");
    hall.secretary.act("/polls/" + uuid + "/opening");
    for (int voter = 0; voter < VOTERS; voter++) {
      int person = voter < 6 ? 1 : voter == 6 ? 3 : 0;
      Client.Answer answer = hall.voter(voter).cast(hall.seal(voter, uuid, Hall.writingIn(person)));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
    return uuid;
  }

  private static String closed(Hall hall) {
    String uuid = voted(hall);
    hall.secretary.act("/polls/" + uuid + "/closing", "grace", "10");
    hall.await(uuid, Stage.CLOSED);
    return uuid;
  }

  @Test
  void whatWasWrittenInIsShuffledOpenedAndVerifiedByAnybody() throws IOException {
    Hall hall = ready();
    String uuid = voted(hall);
    Announced result = hall.finish(uuid);
    assertThat(result.elected()).containsExactlyInAnyOrder("丁一", "赵甲");
    assertThat(writtenIn(result)).containsExactly("赵甲 6", "孙丙 1");
    Path directory = Files.createTempDirectory(Path.of("target"), "archive-");
    Path archive = directory.resolve(uuid + ".bel");
    Client visitor = new Client(server.at("/"));
    for (String file : List.of("companion", "hints")) {
      byte[] content = visitor.bytes("/polls/" + uuid + "/" + file);
      Files.write(directory.resolve(uuid + "." + file), content);
    }
    byte[] content = visitor.bytes("/polls/" + uuid + "/archive");
    Files.write(archive, content);
    Verdict verdict = Audit.verify(archive, AuditOptions.onAllCores());
    Findings findings = verdict.findings();
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    assertThat(findings.hinted()).isEqualTo(VOTERS);
    assertThat(findings.shuffles()).containsExactly(3, 1);
    WriteIn writeIn = findings.slates().getFirst().writeIn().orElseThrow();
    assertThat(writeIn.people()).containsExactly("赵甲", "钱乙", "孙丙", "周丁");
    List<List<Integer>> rows = findings.result().orElseThrow().answers().get(2);
    assertThat(rows).hasSize(VOTERS);
    assertThat(writeIn.counts(rows)).containsExactly(6, 0, 1, 0);
  }

  /// Who was elected, on the list or not, is not on the list of the next round.
  @Test
  void whoIsElectedCannotBeWrittenInAgain() {
    Hall hall = ready();
    String uuid = hall.prepareWithWriteIn(3, "丁一", "王二", "李四", "陈五");
    hall.secretary.act("/polls/" + uuid + "/opening");
    for (int voter = 0; voter < VOTERS; voter++) {
      hall.voter(voter).cast(hall.seal(voter, uuid, Hall.writingIn(4, voter < 6 ? 1 : 2)));
    }
    assertThat(hall.finish(uuid).elected()).containsExactlyInAnyOrder("丁一", "赵甲");
    String second = hall.nextRound(uuid).uuid();
    hall.secretary.act("/polls/" + second + "/opening");
    assertThat(hall.elections().get(second)).contains("people=钱乙|孙丙|周丁");
  }

  private static List<String> writtenIn(Announced result) {
    return result.lines().stream()
        .filter(Announced.Line::writtenIn)
        .map(line -> line.name() + " " + line.approve())
        .toList();
  }

  /// Its own program may be anybody's: the server takes no ballot that breaks the rules.
  @Test
  void whoOverstepsTheSeatsOrOpposesNobodyIsRefused() {
    Hall hall = ready();
    String uuid = hall.prepareWithWriteIn(2, "丁一", "王二", "李四");
    hall.secretary.act("/polls/" + uuid + "/opening");
    List<Integer> person = List.of(1);
    for (List<List<Integer>> wrong :
        List.of(
            List.of(List.of(1, 1, 0, 0), List.of(0, 0, 1, 0), person),
            List.of(List.of(1, 0, 0, 1), List.of(0, 0, 0, 0), person))) {
      Client.Answer answer = hall.voter(0).cast(hall.seal(0, uuid, wrong));
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.json().get("check").stringValue()).startsWith("WRITE_IN_PROOFS, ");
    }
    Client.Answer right = hall.voter(0).cast(hall.seal(0, uuid, Hall.writingIn(1)));
    assertThat(right.status()).as(right.body()).isEqualTo(201);
  }

  @Test
  void aShuffleIsTakenOnceFromEachInTurnAndOnlyIfItsProofHolds() {
    Hall hall = ready();
    String uuid = closed(hall);
    SimulatedScrutineer first = hall.scrutineers.get(0);
    SimulatedScrutineer second = hall.scrutineers.get(1);
    SimulatedScrutineer third = hall.scrutineers.get(2);
    assertThatThrownBy(() -> first.decrypt(uuid)).hasMessageContaining("需要 2 名监票人依次打乱，已有 0 名");
    Shuffled mine = first.shuffled(uuid);
    Shuffled also = second.shuffled(uuid);
    String wrong = mine.text().replaceFirst("\"[0-9]{70,}\"", "\"12345\"");
    assertThat(wrong.equals(mine.text())).isFalse();
    assertRefused(first.send(uuid, new Shuffled(mine.base(), wrong)), "没有通过检查");
    assertRefused(first.send(uuid, new Shuffled(mine.base(), "{}")), "无法读取");
    assertRefused(first.send(uuid, new Shuffled(mine.base(), " " + mine.text())), "无法读取");
    assertRefused(first.send(uuid, new Shuffled("0".repeat(64), mine.text())), "请再做一次");
    assertThat(first.send(uuid, mine).isDone()).isTrue();
    assertThat(first.send(uuid, mine).isDone()).as("its answer was lost").isTrue();
    assertRefused(first.send(uuid, first.shuffled(uuid)), "每位监票人只做一次");
    assertRefused(second.send(uuid, also), "另一位监票人先打乱了顺序");
    Shuffled pretended = new Shuffled(second.shuffled(uuid).base(), also.text());
    assertRefused(second.send(uuid, pretended), "没有通过检查");
    assertThatThrownBy(() -> first.decrypt(uuid)).hasMessageContaining("已有 1 名");
    Shuffled late = third.shuffled(uuid);
    assertThat(second.send(uuid, second.shuffled(uuid)).isDone()).isTrue();
    assertRefused(third.send(uuid, late), "人数够了");
    third.decrypt(uuid);
    assertThat(hall.poll(uuid).stage()).isEqualTo(Stage.CLOSED);
    first.decrypt(uuid);
    assertThat(hall.poll(uuid).stage()).isEqualTo(Stage.COUNTED);
    assertRefused(third.send(uuid, late), "现在没有要打乱顺序的选票");
  }

  @Test
  void whatIsNotShuffledTakesNoShuffleAndNobodyElseSendsOne() {
    Hall hall = ready();
    String written = closed(hall);
    String plain = hall.prepare("AUDIT", 1, "丁一", "王二");
    hall.secretary.act("/polls/" + plain + "/opening");
    IntStream.range(0, VOTERS)
        .forEach(
            i -> hall.voter(i).cast(hall.seal(i, plain, Hall.marks(2, List.of(1), List.of()))));
    hall.secretary.act("/polls/" + plain + "/closing", "grace", "10");
    hall.await(plain, Stage.CLOSED);
    Shuffled other = hall.scrutineers.getFirst().shuffled(written);
    assertRefused(hall.scrutineers.getFirst().send(plain, other), "现在没有要打乱顺序的选票");
    Client stranger = hall.client(Role.SCRUTINEER);
    String path = "/scrutiny/" + hall.assembly + "/polls/" + written + "/shuffle";
    assertThat(stranger.json(path, other.content()).status()).isEqualTo(404);
  }

  @Test
  void withNobodyToWriteInTheVoteIsNotOpened() {
    Hall hall = new Hall().makeKey().drawSlips(VOTERS).attend(VOTERS, VOTERS, 0, List.of("丁一"));
    String uuid = hall.prepareWithWriteIn(1, "丁一", "王二");
    Client.Answer refused = hall.secretary.form("/polls/" + uuid + "/opening");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("要有 1 到 65535 名，现在是 0 名");
    hall.attend(VOTERS, VOTERS, 0, List.of("丁一", "赵甲"));
    hall.secretary.act("/polls/" + uuid + "/opening");
    assertThat(hall.poll(uuid).stage()).isEqualTo(Stage.OPEN);
  }

  private static void assertRefused(Client.Answer answer, String sentence) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().get("detail").stringValue()).contains(sentence);
  }
}
