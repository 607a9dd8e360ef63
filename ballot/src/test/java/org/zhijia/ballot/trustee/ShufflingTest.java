package org.zhijia.ballot.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.ballot.audit.SmallElection.RANDOM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Check;
import org.zhijia.ballot.audit.SmallElection;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Question;

/// What a trustee's program looks at before it shuffles.
class ShufflingTest {
  private static final Question NUMBERS = new Question.NonHomomorphic("q", List.of("甲"));
  private static final Question MARKS =
      new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1);

  @TempDir Path directory;

  @Test
  void itIsDueOnceVotingHasEndedAndUntilItIsEnded() throws IOException {
    SmallElection election = new SmallElection(directory, Plan.of(List.of(NUMBERS), 2));
    election.cast(0, "3");
    election.cast(1, "4");
    assertThat(shuffle(election, 1)).isEqualTo(notDue(Event.Type.BALLOT));
    election.close();

    var first = (Shuffling.Outcome.Shuffled) shuffle(election, 1);
    assertThat(first.shuffle().ciphertexts().getFirst()).hasSize(2);
    election.writer.shuffle(1, first.shuffle());
    assertThat(shuffle(election, 2)).isEqualTo(new Shuffling.Outcome.NotATrustee());
    assertThat(shuffle(election, 0)).isEqualTo(new Shuffling.Outcome.NotATrustee());
    var second = (Shuffling.Outcome.Shuffled) shuffle(election, 1);
    election.writer.shuffle(1, second.shuffle());
    election.writer.endShuffles();

    assertThat(election.verify().failure()).isEmpty();
    assertThat(shuffle(election, 1)).isEqualTo(notDue(Event.Type.END_SHUFFLES));
    election.writer.close();
  }

  @Test
  void anElectionOfMarksHasNothingToShuffle() throws IOException {
    SmallElection election = new SmallElection(directory, Plan.of(List.of(MARKS), 1));
    election.cast(0, "010");
    election.close();
    election.writer.close();
    assertThat(shuffle(election, 1)).isEqualTo(notDue(Event.Type.ENCRYPTED_TALLY));
  }

  @Test
  void nothingIsShuffledThatDoesNotVerify() throws IOException {
    SmallElection election = new SmallElection(directory, Plan.of(List.of(NUMBERS), 3));
    election.cast(0, "3");
    election.cast(2, "4");
    election.forgetLastVoter();
    election.close();
    election.writer.close();
    var fails = (Shuffling.Outcome.ArchiveFails) shuffle(election, 1);
    assertThat(fails.verdict().check()).isEqualTo(Check.TALLY_SIZE);
    assertThat(Files.size(election.archive)).isPositive();
  }

  private static Shuffling.Outcome notDue(Event.Type last) {
    return new Shuffling.Outcome.NotDue(Optional.of(last));
  }

  private static Shuffling.Outcome shuffle(SmallElection election, int owner) throws IOException {
    return new Shuffling(election.archive, AuditOptions.onAllCores()).shuffle(owner, RANDOM);
  }
}
