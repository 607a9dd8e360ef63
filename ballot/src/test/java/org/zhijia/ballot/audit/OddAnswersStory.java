package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.FiniteField;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;

/// A voter may encrypt any element instead of numbers, and the same randomness twice. Such ballots
/// are valid: everybody must agree on their place in the tally and on what they decrypt to.
class OddAnswersStory {
  private static final Question NUMBERS = new Question.NonHomomorphic("q", List.of("甲", "乙"));

  @TempDir Path directory;

  static Stream<Group> groups() {
    return Stream.of(Ed25519.group(), FiniteField.rfc3526());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void oddAnswersAreCountedAsBeleniosToolCountsThem(Group group) throws IOException, ArchiveFault {
    SmallElection election = new SmallElection(directory, Plan.of(List.of(NUMBERS), 12).in(group));
    Scalar same = group.randomScalar(SmallElection.RANDOM);
    for (int voter = 0; voter < 6; voter++) {
      Element any = group.generatorPower(group.randomScalar(SmallElection.RANDOM));
      election.cast(voter, forge(election, voter, same, any));
    }
    election.cast(6, forge(election, 6, same, group.neutral()));
    election.cast(7, forge(election, 7, same, group.generator()));
    election.cast(8, forge(election, 8, group.scalar(0), group.neutral()));
    election.cast(9, forge(election, 9, group.scalar(0), group.neutral()));
    election.cast(10, SmallElection.vote("12"));
    election.cast(9, SmallElection.vote("34"));

    election.finish(1);

    assertThat(election.verify().findings().counted()).isEqualTo(11);
    Acceptance.in(directory).assertAccepted(election);
  }

  /// A ballot that encrypts this element with this randomness.
  private static BallotMaker.Made forge(
      SmallElection election, int voter, Scalar r, Element element) {
    return ListAnswers.ballot(
        election, voter, List.of(new ListAnswers(election, voter).element(r, element)));
  }
}
