package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.UnionSlate;

class CheckpointTest {
  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // made before each test
  private SmallElection election;

  @BeforeEach
  void openASlate() {
    List<String> candidates = List.of("甲", "乙");
    election =
        new SmallElection(
            directory,
            SmallElection.Plan.of(
                    List.of(
                        UnionSlate.approvals("赞成", candidates, 2),
                        UnionSlate.oppositions("反对", candidates)),
                    4)
                .withSlates(new UnionSlate(0, 1)));
  }

  @Test
  void anOpenAuditGoesOnAsTheArchiveGrows() throws IOException {
    try (Audit audit = new Audit(election.archive, AuditOptions.onAllCores())) {
      assertThat(audit.advance().findings().ballots()).isZero();
      election.cast(0, "10", "01");
      assertThat(audit.advance().findings().ballots()).isEqualTo(1);
      election.cast(1, "11", "00");
      election.cast(0, "00", "11");
      assertThat(audit.advance().findings().counted()).isEqualTo(2);
      election.finish(1);
      Verdict verdict = audit.finish();
      assertThat(verdict.failure()).isEmpty();
      assertThat(verdict.findings().result()).isPresent();
    }
  }

  @Test
  void onlyWhatCameSinceIsCheckedAndTheVerdictIsTheSame() throws IOException, Malformed {
    election.cast(0, "10", "01");
    election.cast(1, "11", "00");
    election.cast(0, "01", "10");
    byte[] checkpoint = checkpoint();
    election.cast(2, "10", "00");
    election.cast(1, "00", "00");
    election.finish(1);

    Verdict resumed = resume(checkpoint);

    assertThat(resumed.failure()).isEmpty();
    assertThat(resumed.findings()).isEqualTo(election.verify().findings());
    assertThat(((Verdict.Holds) resumed).checks().get(Check.BALLOT_FORM)).isEqualTo(2);
  }

  @Test
  void aBallotOfBeforeTheCheckpointIsStillKnown() throws IOException, Malformed {
    BallotMaker.Made replaced = election.cast(0, "10", "01");
    election.cast(0, "01", "10");
    byte[] checkpoint = checkpoint();
    election.cast(0, replaced);

    Verdict verdict = resume(checkpoint);
    assertThat(verdict.failure().map(Verdict.Fails::check)).contains(Check.BALLOT_ONCE);
  }

  @Test
  void aChangedPastIsNotTakenUp() throws IOException {
    election.cast(0, "10", "01");
    byte[] checkpoint = checkpoint();
    byte[] bytes = Files.readAllBytes(election.archive);
    bytes[bytes.length - 1500] ^= 1;
    Files.write(election.archive, bytes);
    assertThatThrownBy(() -> resume(checkpoint)).isInstanceOf(Malformed.class);
  }

  @Test
  void aChangedCompanionIsNotTakenUp() throws IOException {
    election.cast(0, "10", "01");
    byte[] checkpoint = checkpoint();
    Files.writeString(
        election.companion, Files.readString(election.companion).replace("tracker", "trackes"));
    assertThatThrownBy(() -> resume(checkpoint)).isInstanceOf(Malformed.class);
  }

  @Test
  void aLostCompanionIsNotTakenUp() throws IOException {
    election.cast(0, "10", "01");
    byte[] checkpoint = checkpoint();
    Files.delete(election.companion);
    assertThatThrownBy(() -> resume(checkpoint))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("not the file that was verified before");
  }

  /// The record after the header is the election, not a ballot.
  @Test
  void aCheckpointThatSendsToAnotherRecordIsFoundOnTheRevote() throws IOException, Malformed {
    election.cast(0, "10", "01");
    String right = new String(checkpoint(), UTF_8);
    String wrong = right.replaceFirst("\"last\":\\[\\[(\\d+),\\d+]", "\"last\":[[$1,1024]");
    assertThat(wrong).isNotEqualTo(right);
    election.cast(0, "01", "10");

    Verdict.Fails verdict = resume(wrong.getBytes(UTF_8)).failure().orElseThrow();
    assertThat(verdict.check()).isEqualTo(Check.RECORDS);
    assertThat(verdict.causes().getFirst()).contains("checkpoint");
  }

  @Test
  void onceVotingHasEndedThereIsNoCheckpoint() throws IOException {
    election.cast(0, "10", "01");
    election.finish(1);
    try (Audit audit = new Audit(election.archive, AuditOptions.onAllCores())) {
      audit.finish();
      assertThat(audit.checkpoint()).isEmpty();
    }
  }

  private byte[] checkpoint() throws IOException {
    try (Audit audit = new Audit(election.archive, AuditOptions.onAllCores())) {
      assertThat(audit.advance().failure()).isEmpty();
      Optional<Checkpoint> checkpoint = audit.checkpoint();
      return JsonText.bytesOf(checkpoint.orElseThrow());
    }
  }

  private Verdict resume(byte[] checkpoint) throws IOException, Malformed {
    try (Audit audit = new Audit(election.archive, AuditOptions.onAllCores())) {
      audit.resume(checkpoint);
      return audit.finish();
    }
  }
}
