package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.audit.BeleniosTool.Peer;
import org.zhijia.ballot.audit.BeleniosTool.Version;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.FiniteField;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.Malformed;

/// Questions about numbers and about lists, both ways between us and belenios-tool 3.0.
class OtherKindsStory {
  private static final Question MARKS =
      new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1);
  private static final Question NUMBERS =
      new Question.NonHomomorphic("另选他人", List.of("甲", "乙", "丙"));
  private static final String THEIR_MARKS =
      "{\"answers\":[\"赞成\",\"反对\"],\"blank\":true,\"min\":1,\"max\":1,\"question\":\"决议\"}";
  private static final String THEIR_NUMBERS =
      "{\"type\":\"NonHomomorphic\",\"value\":{\"answers\":[\"甲\",\"乙\",\"丙\"],"
          + "\"question\":\"另选他人\"},\"extra\":{\"method\":\"none\"}}";
  private static final String THEIR_LISTS =
      "{\"type\":\"Lists\",\"value\":{\"answers\":[[\"一\",\"甲\",\"乙\"],[\"二\",\"丙\"],"
          + "[\"三\",\"丁\",\"戊\",\"己\"]],\"question\":\"名单\"}}";

  @TempDir Path directory;

  static Stream<Group> shufflingGroups() {
    return Stream.of(Ed25519.group(), FiniteField.rfc3526());
  }

  @ParameterizedTest
  @MethodSource("shufflingGroups")
  void ourNumbersAreAccepted(Group group) throws IOException, ArchiveFault {
    SmallElection election =
        new SmallElection(
            directory,
            Plan.of(List.of(MARKS, NUMBERS, NUMBERS), 4).withTrustees(1, 2, 3).in(group));
    election.cast(0, vote(List.of(0, 1, 0), List.of(1, 2, 3), List.of(0, 0, 0)));
    election.cast(1, vote(List.of(1, 0, 0), List.of(255, 255, 255), List.of(9, 0, 1)));
    election.cast(2, vote(List.of(0, 0, 1), List.of(0, 0, 255), List.of(255, 0, 0)));
    election.cast(1, vote(List.of(0, 0, 1), List.of(0, 0, 0), List.of(7, 7, 7)));

    Result result = election.finish(1, 2, 4);

    assertThat(result.rows()).containsExactly(List.of(0L, 1L, 2L), List.of(), List.of());
    assertThat(result.answers().get(1))
        .containsExactlyInAnyOrder(List.of(1, 2, 3), List.of(0, 0, 255), List.of(0, 0, 0));
    assertThat(result.answers().get(2))
        .containsExactlyInAnyOrder(List.of(0, 0, 0), List.of(255, 0, 0), List.of(7, 7, 7));
    assertThat(election.verify().findings().shuffles()).containsExactly(1, 2, 4);
    Acceptance.in(directory).assertAccepted(election);
  }

  @Test
  void thirtyNumbersAreAccepted() throws IOException, ArchiveFault {
    List<String> names = IntStream.range(0, 30).mapToObj(i -> "n" + i).toList();
    SmallElection election =
        new SmallElection(directory, Plan.of(List.of(new Question.NonHomomorphic("q", names)), 2));
    List<Integer> most = IntStream.range(0, 30).mapToObj(i -> 255).toList();
    List<Integer> mixed = IntStream.range(0, 30).mapToObj(i -> i * 8).toList();
    election.cast(0, vote(most));
    election.cast(1, vote(mixed));

    Result result = election.finish(1);

    assertThat(result.answers().getFirst()).containsExactlyInAnyOrder(most, mixed);
    Acceptance.in(directory).assertAccepted(election);
  }

  static Stream<Peer> shufflingPeers() {
    return Stream.of(
        new Peer(Version.V3, "Ed25519"),
        new Peer(Version.V3, "RFC-3526-2048"),
        new Peer(Version.V2, "RFC-3526-2048"));
  }

  @ParameterizedTest
  @MethodSource("shufflingPeers")
  void theirNumbersHold(Peer peer) throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, peer);
    List<String> credentials = their.credentials("--count=4");
    their.mandatoryTrustees(2);
    their.open(THEIR_MARKS, THEIR_NUMBERS);
    their.cast(credentials.get(0), "[[0,1,0],[1,2,3]]");
    their.cast(credentials.get(1), "[[1,0,0],[255,0,7]]");
    their.cast(credentials.get(2), "[[0,0,1],[0,0,0]]");
    their.cast(credentials.get(0), "[[0,0,1],[9,9,9]]");
    their.tally();
    their.shuffle(1);
    their.shuffle(2);
    their.endShuffles();
    their.decryptMandatory();
    their.result();

    Verdict verdict = their.verdict();

    assertThat(verdict.failure()).isEmpty();
    Result result = verdict.findings().result().orElseThrow();
    assertThat(result.rows()).containsExactly(List.of(1L, 0L, 2L), List.of());
    assertThat(result.answers().get(1))
        .containsExactlyInAnyOrder(List.of(9, 9, 9), List.of(255, 0, 7), List.of(0, 0, 0));
    assertThat(verdict.findings().shuffles()).containsExactly(1, 2);
  }

  static Stream<Peer> listPeers() {
    return Stream.of(new Peer(Version.V3, "Ed25519"), new Peer(Version.V3, "BELENIOS-2048"));
  }

  @ParameterizedTest
  @MethodSource("listPeers")
  void theirListsHold(Peer peer) throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, peer);
    List<String> credentials = their.credentials("--count=3");
    their.mandatoryTrustees(1);
    their.open(THEIR_LISTS, THEIR_MARKS);
    their.cast(credentials.get(0), "[[[1,1,0],[0,0],[0,0,0,0]],[0,1,0]]");
    their.cast(credentials.get(1), "[[[0,0,0],[1,1],[0,0,0,0]],[1,0,0]]");
    their.cast(credentials.get(2), "[[[0,0,0],[0,0],[1,1,0,1]],[0,0,1]]");
    their.cast(credentials.get(1), "[[[0,0,0],[0,0],[1,1,1,1]],[0,0,1]]");
    their.tallyAndDecrypt();

    Verdict verdict = their.verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(1L, 1L, 0L, 0L, 0L, 2L, 2L, 1L, 2L), List.of(0L, 1L, 2L));
  }

  @Test
  void numbersInBelenios2048AreRefusedPlainly() throws IOException {
    SmallElection election =
        new SmallElection(directory, Plan.of(List.of(NUMBERS), 1).in(FiniteField.belenios2048()));
    election.writer.close();

    Verdict.Fails fails = election.verify().failure().orElseThrow();

    assertThat(fails.check()).isEqualTo(Check.ELECTION);
    assertThat(fails.causes())
        .containsExactly("the group BELENIOS-2048 cannot hold a NonHomomorphic question");
  }

  @Test
  void numbersWithWeightsAreRefused() throws IOException {
    SmallElection election =
        new SmallElection(directory, Plan.of(List.of(NUMBERS), 0).withWeights(1L, 2L));
    election.writer.close();

    assertThat(election.verify().failure().map(Verdict.Fails::check)).contains(Check.CREDENTIALS);
  }

  @Test
  void anOpenElectionOfNumbersGoesOnFromACheckpoint() throws IOException, Malformed {
    SmallElection election = new SmallElection(directory, Plan.of(List.of(NUMBERS, MARKS), 2));
    election.cast(0, vote(List.of(1, 2, 3), List.of(0, 1, 0)));
    election.cast(1, vote(List.of(4, 5, 6), List.of(0, 1, 0)));
    byte[] checkpoint;
    try (Audit audit = new Audit(election.archive, AuditOptions.onAllCores())) {
      assertThat(audit.advance().holds()).isTrue();
      checkpoint = org.zhijia.ballot.json.JsonText.bytesOf(audit.checkpoint().orElseThrow());
    }
    election.cast(0, vote(List.of(7, 8, 9), List.of(0, 0, 1)));
    election.finish(1);

    try (Audit audit = new Audit(election.archive, AuditOptions.onAllCores())) {
      audit.resume(checkpoint);
      Verdict verdict = audit.finish();
      assertThat(verdict.failure()).isEmpty();
      assertThat(verdict.findings().result().orElseThrow().answers().getFirst())
          .containsExactlyInAnyOrder(List.of(4, 5, 6), List.of(7, 8, 9));
    }
    assertThat(Files.size(election.archive)).isPositive();
  }

  @SafeVarargs
  private static Vote vote(List<Integer>... rows) {
    return new Vote(List.of(rows));
  }
}
