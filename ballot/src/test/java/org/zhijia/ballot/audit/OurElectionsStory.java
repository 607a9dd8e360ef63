package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.ballot.audit.SmallElection.Plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.FiniteField;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.slate.UnionSlate;

/// We make, belenios-tool 3.0 checks: `election verify` on the archive and `verify-ballot` on every
/// ballot, against the archive cut back to its set-up.
class OurElectionsStory {
  @TempDir Path directory;

  static Stream<Group> groups() {
    return Group.NAMES.stream().map(name -> Group.named(name).orElseThrow());
  }

  static Stream<Group> finiteFields() {
    return Stream.of(FiniteField.belenios2048(), FiniteField.rfc3526());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aSlateWithAResolutionAndAThresholdIsAccepted(Group group) throws IOException, ArchiveFault {
    List<String> candidates = List.of("甲", "乙\"引号\"", "丙/斜线");
    Plan plan =
        Plan.of(
                List.of(
                    UnionSlate.approvals("赞成", candidates, 2),
                    UnionSlate.oppositions("反对", candidates),
                    new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1)),
                4)
            .withSlates(new UnionSlate(0, 1))
            .withTrustees(0, 2, 3)
            .in(group);
    SmallElection election = new SmallElection(directory, plan);
    election.cast(0, "110", "001", "010");
    election.cast(1, "000", "111", "100");
    election.cast(2, "101", "010", "001");
    election.cast(1, "011", "100", "001");
    election.finish(3, 1);

    Acceptance.in(directory).assertAccepted(election);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void blanksMinimaAndWeightsAreAccepted(Group group) throws IOException, ArchiveFault {
    Plan plan =
        Plan.of(
                List.of(
                    new Question.Homomorphic("a", List.of("1", "2", "3", "4"), true, 2, 3),
                    new Question.Homomorphic("b", List.of("1", "2"), false, 0, 2),
                    new Question.Homomorphic("c", List.of("1"), false, 1, 1)),
                0)
            .withWeights(1L, 2L, (1L << 30) - 1, 1L << 30, 99_999_999_999L)
            .withTrustees(2, 0, 0)
            .in(group);
    SmallElection election = new SmallElection(directory, plan);
    election.cast(0, "10000", "11", "1");
    election.cast(1, "01100", "00", "1");
    election.cast(2, "01011", "01", "1");
    election.cast(3, "00111", "10", "1");
    election.finish(1, 2);

    Acceptance.in(directory).assertAccepted(election);
  }

  @ParameterizedTest
  @MethodSource("finiteFields")
  void whatWeRefuseInAFiniteFieldIsRefused(Group group) throws IOException, ArchiveFault {
    List<Question> questions =
        List.of(new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1));
    SmallElection election = new SmallElection(directory, Plan.of(questions, 1).in(group));
    election.cast(0, "010");
    election.finish(1);
    Map<String, String> bad = new LinkedHashMap<>();
    FiniteFieldFaultsTest.ballotFaults(election)
        .forEach(
            (fault, change) ->
                bad.put(fault.name(), new Mutant(election).resigned(0, 0, change).ballot(0)));
    String good = new Mutant(election).ballot(0);
    Acceptance.cutBackToSetup(election.archive);
    Acceptance tool = Acceptance.in(directory);

    assertThat(tool.verifyBallot(good.getBytes(UTF_8))).matches(BeleniosTool.Run::succeeded);
    List<String> accepted = new ArrayList<>();
    for (var ballot : bad.entrySet()) {
      if (tool.verifyBallot(ballot.getValue().getBytes(UTF_8)).succeeded()) {
        accepted.add(ballot.getKey());
      }
    }
    // We are stricter here on purpose (checks 10 and 14): a number has one spelling.
    assertThat(accepted).containsExactly("leading zero", "scalar with leading zero");
  }
}
