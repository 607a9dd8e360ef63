package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.ballot.audit.SmallElection.Plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.slate.UnionSlate;

class AuditTest {
  private static final Question RESOLUTION =
      new Question.Homomorphic("关于工作报告的决议", List.of("赞成", "反对"), true, 1, 1);
  private static final Question PLAIN =
      new Question.Homomorphic("推选", List.of("甲", "乙", "丙"), false, 1, 2);

  @TempDir Path directory;

  @Test
  void aWholeElectionHolds() throws IOException {
    SmallElection election = new SmallElection(directory, Plan.of(List.of(PLAIN, RESOLUTION), 4));
    election.cast(0, "110", "010");
    election.cast(1, "010", "001");
    election.cast(2, "001", "100");
    Result result = election.finish(1);

    Verdict verdict = election.verify();

    assertThat(verdict.failure()).isEmpty();
    assertThat(result.rows()).containsExactly(List.of(1L, 2L, 1L), List.of(1L, 1L, 1L));
    assertThat(verdict.findings().result()).contains(result);
    assertThat(verdict.findings().ballots()).isEqualTo(3);
    assertThat(verdict.findings().credentials()).isEqualTo(4);
  }

  @Test
  void theLastBallotOfACredentialCounts() throws IOException {
    SmallElection election = new SmallElection(directory, Plan.of(List.of(PLAIN), 3));
    election.cast(0, "110");
    election.cast(1, "110");
    election.cast(0, "001");
    election.cast(0, "010");
    Result result = election.finish(1);

    Verdict verdict = election.verify();

    assertThat(verdict.failure()).isEmpty();
    assertThat(result.rows()).containsExactly(List.of(1L, 2L, 0L));
    assertThat(verdict.findings().ballots()).isEqualTo(4);
    assertThat(verdict.findings().counted()).isEqualTo(2);
  }

  @Test
  void weightsCount() throws IOException {
    Plan plan = Plan.of(List.of(PLAIN), 0).withWeights(1L, 7L, (1L << 30), 100L);
    SmallElection election = new SmallElection(directory, plan);
    election.cast(0, "110");
    election.cast(1, "010");
    election.cast(2, "001");
    election.cast(1, "100");
    Result result = election.finish(1);

    assertThat(election.verify().failure()).isEmpty();
    assertThat(result.rows()).containsExactly(List.of(8L, 1L, 1L << 30));
  }

  @Test
  void anyTwoOfThreeTrusteesDecrypt() throws IOException {
    Plan plan = Plan.of(List.of(PLAIN), 2).withTrustees(1, 2, 3);
    SmallElection election = new SmallElection(directory, plan);
    election.cast(0, "110");
    election.cast(1, "010");
    Result result = election.finish(4, 1, 2);

    Verdict verdict = election.verify();
    assertThat(verdict.failure()).isEmpty();
    assertThat(result.rows()).containsExactly(List.of(1L, 2L, 0L));
    assertThat(verdict.findings().decryptions()).containsExactly(1, 2, 4);
  }

  @Test
  void aSlateHoldsWithItsCompanionOnly() throws IOException {
    List<String> candidates = List.of("甲", "乙", "丙");
    Plan plan =
        Plan.of(
                List.of(
                    UnionSlate.approvals("赞成", candidates, 2),
                    UnionSlate.oppositions("反对", candidates),
                    RESOLUTION),
                3)
            .withSlates(new UnionSlate(0, 1));
    SmallElection election = new SmallElection(directory, plan);
    election.cast(0, "110", "001", "010");
    election.cast(1, "000", "111", "100");
    Result result = election.finish(1);

    assertThat(election.verify().failure()).isEmpty();
    assertThat(result.rows())
        .containsExactly(List.of(1L, 1L, 0L), List.of(1L, 1L, 2L), List.of(1L, 1L, 0L));

    Files.delete(election.companion);
    assertThat(election.verify().failure().map(Verdict.Fails::check))
        .contains(Check.COMPANION_FILE);
  }
}
