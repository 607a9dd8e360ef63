package org.zhijia.ballot.trustee;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.shuffle.ShuffleProver;

/// A trustee's shuffle of the answers that will be decrypted one by one. The whole archive is
/// verified first, so that what is shuffled are the voters' answers. The order is forgotten as soon
/// as the shuffle is made: nobody has to keep it secret, if the trustee's computer is honest.
public final class Shuffling {
  private final Path archive;
  private final AuditOptions options;

  public Shuffling(Path archive, AuditOptions options) {
    this.archive = archive;
    this.options = options;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// To be appended to the archive as this trustee's.
    record Shuffled(Shuffle shuffle) implements Outcome {}

    /// The archive does not verify.
    record ArchiveFails(Verdict.Fails verdict) implements Outcome {}

    /// There is nothing to shuffle, or not yet, or shuffling has ended.
    record NotDue(Optional<Event.Type> lastEvent) implements Outcome {}

    /// There is no trustee of this number.
    record NotATrustee() implements Outcome {}
  }

  /// @param owner number of the trustee, from 1
  public Outcome shuffle(int owner, Randomness randomness) throws IOException {
    return switch (Audit.verify(archive, options)) {
      case Verdict.Fails fails -> new Outcome.ArchiveFails(fails);
      case Verdict.Holds holds -> shuffle(holds.findings(), owner, randomness);
    };
  }

  private static Outcome shuffle(Findings findings, int owner, Randomness randomness) {
    Election election = findings.election().orElseThrow();
    if (!isDue(findings)) {
      return new Outcome.NotDue(findings.lastEvent());
    }
    if (owner < 1 || owner > findings.trustees().orElseThrow().keys().size()) {
      return new Outcome.NotATrustee();
    }
    List<List<Ciphertext>> answers = findings.tally().orElseThrow().answers(election.questions());
    String fingerprint = findings.fingerprint().orElseThrow();
    return new Outcome.Shuffled(
        new ShuffleProver(election, fingerprint, randomness).shuffle(answers));
  }

  /// Whether a verified archive waits for a shuffle, the first or a further one.
  public static boolean isDue(Findings findings) {
    Optional<Event.Type> last = findings.lastEvent();
    boolean waits =
        last.stream().anyMatch(t -> t == Event.Type.ENCRYPTED_TALLY || t == Event.Type.SHUFFLE);
    return waits
        && findings.counted() > 0
        && !findings
            .tally()
            .orElseThrow()
            .answers(findings.election().orElseThrow().questions())
            .isEmpty();
  }
}
