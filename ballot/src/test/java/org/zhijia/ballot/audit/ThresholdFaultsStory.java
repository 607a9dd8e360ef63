package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.archive.ArchiveSurgery;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Question;

/// Two of four trustees are enough, and all four have decrypted: one wrong part among right ones
/// makes an archive that both we and belenios-tool 3.0 refuse, ours by the trustee's name; without
/// it the archive holds, whichever of the others are left.
class ThresholdFaultsStory {
  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // set before each test
  private SmallElection good;

  @BeforeEach
  void holdAnElection() throws IOException {
    List<Question> questions =
        List.of(new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1));
    Path folder = Files.createDirectory(directory.resolve("good"));
    good = new SmallElection(folder, Plan.of(questions, 3).withTrustees(0, 2, 4));
    good.cast(0, "010");
    good.cast(1, "010");
    good.cast(2, "001");
    good.finish(1, 2, 3, 4);
  }

  @Test
  void moreThanEnoughRightOnesHold() throws IOException {
    Path all = write(mutant -> {});

    assertThat(verify(all).failure()).isEmpty();
    assertThat(verify(all).findings().decryptions()).containsExactly(1, 2, 3, 4);
    assertThat(toolAccepts(all)).isTrue();
  }

  @Test
  void aWrongOneAmongRightOnesIsRefusedByItsTrustee() throws IOException {
    for (int wrong = 1; wrong <= 4; wrong++) {
      int trustee = wrong;
      for (String way : List.of("factor", "challenge", "response", "another's")) {
        Path archive = write(mutant -> spoil(mutant, trustee, way));

        Verdict.Fails fails = verify(archive).failure().orElseThrow();

        assertThat(fails.check()).isEqualTo(Check.DECRYPTION_PROOFS);
        assertThat(fails.where()).startsWith("trustee " + trustee + ",");
        assertThat(toolAccepts(archive)).as(way + " of " + trustee).isFalse();
      }
    }
  }

  @Test
  void withoutTheWrongOneAnyTwoOfTheOthersHold() throws IOException {
    for (Set<Integer> left : List.of(Set.of(2, 3, 4), Set.of(1, 4), Set.of(3, 2), Set.of(1, 2))) {
      Path archive = write(mutant -> keep(mutant, left));

      assertThat(verify(archive).failure()).isEmpty();
      assertThat(verify(archive).findings().result().orElseThrow().rows())
          .containsExactly(List.of(0L, 2L, 1L));
      assertThat(toolAccepts(archive)).isTrue();
    }
    Path tooFew = write(mutant -> keep(mutant, Set.of(3)));
    assertThat(verify(tooFew).failure().map(Verdict.Fails::check))
        .contains(Check.DECRYPTION_QUORUM);
    assertThat(toolAccepts(tooFew)).isFalse();
  }

  private static void spoil(Mutant mutant, int trustee, String way) {
    List<String> documents = parts(mutant).get(trustee - 1).documents;
    String generator = SmallElection.GROUP.generator().encoding();
    String factor = "[\\[,]\"(\\w{64})\"";
    String before = documents.getFirst();
    documents.set(
        0,
        switch (way) {
          case "factor" -> Mutant.nth(factor, 1, old -> generator).apply(before);
          case "challenge" -> Mutant.challenge(2).apply(before);
          case "response" -> Mutant.response(0).apply(before);
          default -> parts(mutant).get(trustee % 4).documents.getFirst();
        });
  }

  private static void keep(Mutant mutant, Set<Integer> left) {
    List<ArchiveSurgery.Step> parts = new ArrayList<>(parts(mutant));
    for (int trustee = 1; trustee <= 4; trustee++) {
      if (!left.contains(trustee)) {
        mutant.parts.steps().remove(parts.get(trustee - 1));
      }
    }
  }

  private static List<ArchiveSurgery.Step> parts(Mutant mutant) {
    return mutant.parts.all(Event.Type.PARTIAL_DECRYPTION);
  }

  private Path write(Consumer<Mutant> change) throws IOException {
    Mutant mutant = new Mutant(good);
    change.accept(mutant);
    return mutant.writeInto(Files.createTempDirectory(directory, "mutant"));
  }

  private static Verdict verify(Path archive) throws IOException {
    return Audit.verify(archive, AuditOptions.onAllCores());
  }

  private static boolean toolAccepts(Path archive) throws IOException {
    return Acceptance.in(archive.resolveSibling("")).verify().succeeded();
  }
}
