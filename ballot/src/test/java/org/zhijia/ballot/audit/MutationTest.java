package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.audit.AuditOptions.HintUse;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.slate.UnionSlate;

/// Every field of every structure of a valid archive is changed in turn, records are dropped,
/// repeated and reordered: each mutation is refused by the check that is meant for it, without an
/// exception and without a hang.
class MutationTest {
  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init") // made once for all
  private static SmallElection good;

  /// What is done to a good archive, and which check must refuse it.
  record Mutation(String name, Check expected, Consumer<Mutant> change) {}

  @BeforeAll
  static void holdAGoodElection() throws IOException {
    List<String> candidates = List.of("甲", "乙", "丙");
    SmallElection.Plan plan =
        SmallElection.Plan.of(
                List.of(
                    UnionSlate.approvals("赞成", candidates, 2),
                    UnionSlate.oppositions("反对", candidates),
                    new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1)),
                4)
            .withSlates(new UnionSlate(0, 1))
            .withTrustees(1, 2, 3);
    good = new SmallElection(Files.createDirectory(directory.resolve("good")), plan);
    good.cast(0, "110", "001", "010");
    good.cast(1, "000", "111", "100");
    good.cast(2, "101", "010", "001");
    good.cast(0, "011", "000", "001");
    good.finish(1, 2, 4);
    Audit.verify(good.archive, new AuditOptions(1, HintUse.WRITE, QUIET));
  }

  @Test
  void whatIsTakenApartAndPutTogetherHolds() throws IOException {
    Verdict verdict = verdict("unchanged", mutant -> {});
    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().ballots()).isEqualTo(4);
  }

  @TestFactory
  Stream<DynamicTest> everyMutationIsRefusedByItsCheck() {
    List<Mutation> mutations = new ArrayList<>();
    mutations.addAll(ContainerMutations.all());
    mutations.addAll(SetupMutations.all(good));
    mutations.addAll(BallotMutations.all(good));
    mutations.addAll(TallyMutations.all(good));
    assertThat(mutations).hasSizeGreaterThan(100);
    return mutations.stream()
        .map(
            mutation ->
                DynamicTest.dynamicTest(
                    mutation.expected() + ": " + mutation.name(), () -> assertRefused(mutation)));
  }

  private static void assertRefused(Mutation mutation) throws IOException {
    Verdict verdict = verdict(mutation.name(), mutation.change());
    assertThat(verdict.failure().map(Verdict.Fails::check)).contains(mutation.expected());
    assertThat(verdict.failure().orElseThrow().where()).isNotBlank();
    assertThat(verdict.failure().orElseThrow().causes()).isNotEmpty();
  }

  private static Verdict verdict(String name, Consumer<Mutant> change) throws IOException {
    Mutant mutant = new Mutant(good);
    change.accept(mutant);
    Path folder = Files.createTempDirectory(directory, name.replaceAll("\\W+", "-"));
    Path archive = mutant.writeInto(folder);
    Verdict direct =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> Audit.verify(archive, new AuditOptions(2, QUIET)));
    Files.copy(HintFile.beside(good.archive), HintFile.beside(archive));
    Verdict hinted = Audit.verify(archive, new AuditOptions(2, QUIET));
    assertThat(hinted.failure().map(Verdict.Fails::causes))
        .as("by hints of the ballots as they were")
        .isEqualTo(direct.failure().map(Verdict.Fails::causes));
    return direct;
  }

  private static final AuditOptions.Progress QUIET = AuditOptions.Progress.SILENT;
}
