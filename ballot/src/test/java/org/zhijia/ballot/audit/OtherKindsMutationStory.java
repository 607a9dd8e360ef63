package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.audit.AuditOptions.HintUse;
import org.zhijia.ballot.audit.MutationTest.Mutation;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.Question;

/// Questions about numbers and about lists: the election holds with us and with belenios-tool 3.0;
/// every mutation is refused by our check that is meant for it, and by belenios-tool too, unless it
/// is named as one where we are stricter.
class OtherKindsMutationStory {
  private static final Question NUMBERS =
      new Question.NonHomomorphic("另选他人", List.of("甲", "乙", "丙"));
  private static final Question LISTS =
      new Question.Lists("名单", List.of(List.of("一", "丁", "戊"), List.of("二", "己")));

  /// Where belenios-tool 3.0 lets pass what we refuse: a shuffle by nobody, fields that say
  /// nothing, and a tally whose answers are not the ballots' (it shuffles and checks those that it
  /// computes itself).
  private static final Set<String> STRICTER =
      Set.of(
          "ballot: field added",
          "shuffle: field added",
          "shuffle: owner 0",
          "shuffle: owner 9",
          "order: end of shuffles dropped",
          "tally, answers in another order",
          "tally, an answer replaced");

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init") // made once for all
  private static SmallElection good;

  @BeforeAll
  static void holdAGoodElection() throws IOException {
    good = hold(Files.createDirectory(directory.resolve("good")));
  }

  private static SmallElection hold(Path folder) throws IOException {
    SmallElection election =
        new SmallElection(folder, Plan.of(List.of(NUMBERS, LISTS), 3).withTrustees(2, 0, 0));
    cast(election, 0, List.of(1, 2, 3), List.of(List.of(1, 1, 0), List.of(0, 0)));
    cast(election, 1, List.of(7, 0, 9), List.of(List.of(1, 1, 1), List.of(0, 0)));
    cast(election, 2, List.of(255, 255, 255), List.of(List.of(0, 0, 0), List.of(1, 1)));
    election.finish(1, 2);
    return election;
  }

  private static void cast(
      SmallElection election, int voter, List<Integer> numbers, List<List<Integer>> lists)
      throws IOException {
    ListAnswers answers = new ListAnswers(election, voter);
    election.cast(
        voter,
        ListAnswers.ballot(
            election, voter, List.of(answers.numbers(numbers), answers.make(lists))));
  }

  @Test
  void theElectionIsAccepted() throws IOException, ArchiveFault {
    Path folder = Files.createDirectory(directory.resolve("accepted"));
    Acceptance.in(folder).assertAccepted(hold(folder));
  }

  @Test
  void listsThatBreakTheRulesAreRefused() throws IOException {
    assertThat(refusal(List.of(List.of(1, 0, 0), List.of(0, 0)))).isEqualTo(Check.NON_ZERO_PROOFS);
    assertThat(refusal(List.of(List.of(1, 1, 0), List.of(0, 1)))).isEqualTo(Check.LIST_PROOFS);
    assertThat(refusal(List.of(List.of(1, 1, 0), List.of(1, 1)))).isEqualTo(Check.OVERALL_PROOFS);
    assertThat(refusal(List.of(List.of(0, 1, 0), List.of(0, 0)))).isEqualTo(Check.OVERALL_PROOFS);
    assertThat(refusal(List.of(List.of(1, 2, 0), List.of(0, 0))))
        .isEqualTo(Check.INDIVIDUAL_PROOFS);
  }

  private static Check refusal(List<List<Integer>> lists) throws IOException {
    Path folder = Files.createTempDirectory(directory, "lists");
    SmallElection election = new SmallElection(folder, Plan.of(List.of(NUMBERS, LISTS), 1));
    cast(election, 0, List.of(0, 0, 0), lists);
    election.writer.close();
    return election.verify().failure().orElseThrow().check();
  }

  @TestFactory
  Stream<DynamicTest> hintsGiveTheSameVerdicts() throws IOException {
    Path archive = new Mutant(good).writeInto(Files.createDirectory(directory.resolve("hinted")));
    verify(archive, HintUse.WRITE);
    assertThat(verify(archive, HintUse.READ).findings().hinted()).isEqualTo(3);
    Path hints = HintFile.beside(archive);
    return OtherKindsMutations.ballots().stream()
        .map(
            mutation ->
                DynamicTest.dynamicTest(mutation.name(), () -> assertSameVerdict(mutation, hints)));
  }

  private static void assertSameVerdict(Mutation mutation, Path hints) throws IOException {
    Mutant mutant = new Mutant(good);
    mutation.change().accept(mutant);
    Path archive = mutant.writeInto(Files.createTempDirectory(directory, "mutant"));
    Files.copy(hints, HintFile.beside(archive));

    Verdict verdict = verify(archive, HintUse.READ);

    assertThat(verdict.failure().map(Verdict.Fails::check)).contains(mutation.expected());
  }

  private static Verdict verify(Path archive, HintUse hints) throws IOException {
    return Audit.verify(archive, new AuditOptions(2, hints, AuditOptions.Progress.SILENT));
  }

  @TestFactory
  Stream<DynamicTest> everyBallotMutationIsRefused() throws IOException, ArchiveFault {
    Path folder = Files.createDirectory(directory.resolve("setup"));
    Path archive = folder.resolve(good.archive.getFileName());
    Files.copy(good.archive, archive);
    Acceptance.cutBackToSetup(archive);
    Acceptance tool = Acceptance.in(folder);
    return OtherKindsMutations.ballots().stream()
        .map(mutation -> test(mutation, mutant -> verifyBallot(tool, mutant)));
  }

  @TestFactory
  Stream<DynamicTest> everyArchiveMutationIsRefused() {
    return Stream.of(OtherKindsMutations.shuffles(), OtherKindsMutations.results())
        .flatMap(List::stream)
        .map(mutation -> test(mutation, OtherKindsMutationStory::verify));
  }

  private interface Judge {
    boolean accepts(Mutant mutant) throws IOException;
  }

  private static DynamicTest test(Mutation mutation, Judge tool) {
    return DynamicTest.dynamicTest(
        mutation.expected() + ": " + mutation.name(),
        () -> {
          Mutant mutant = new Mutant(good);
          mutation.change().accept(mutant);
          Path archive = mutant.writeInto(Files.createTempDirectory(directory, "mutant"));
          Verdict verdict = Audit.verify(archive, AuditOptions.onAllCores());

          assertThat(verdict.failure().map(Verdict.Fails::check)).contains(mutation.expected());
          assertThat(tool.accepts(mutant))
              .as(mutation.name())
              .isEqualTo(STRICTER.contains(mutation.name()));
        });
  }

  private static boolean verifyBallot(Acceptance tool, Mutant mutant) throws IOException {
    return tool.verifyBallot(mutant.ballot(1).getBytes(UTF_8)).succeeded();
  }

  private static boolean verify(Mutant mutant) throws IOException {
    Path folder = Files.createTempDirectory(directory, "tool");
    mutant.writeInto(folder);
    return Acceptance.in(folder).verify().succeeded();
  }
}
