package org.zhijia.ballot.trustee;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.Sha256;

/// A trustee's partial decryption, with the guards that protect the voters from their
/// trustees' mistakes: the whole archive is verified first; an election is decrypted for one tally
/// only; a tally of too few ballots, or of too few with one weight, is not decrypted at all.
public final class Decryption {
  /// Tallies of fewer ballots are refused unless the trustee says otherwise.
  public static final int DEFAULT_MINIMUM = 5;

  private final Path archive;
  private final int minimumBallots;
  private final DecryptionMemory memory;
  private final AuditOptions options;
  private Optional<Verdict> verdict = Optional.empty();

  public Decryption(
      Path archive, int minimumBallots, DecryptionMemory memory, AuditOptions options) {
    this.archive = archive;
    this.minimumBallots = minimumBallots;
    this.memory = memory;
    this.options = options;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// @param owner number of the trustee, from 1
    record Decrypted(int owner, PartialDecryption decryption) implements Outcome {}

    /// The archive does not verify.
    record ArchiveFails(Verdict.Fails verdict) implements Outcome {}

    /// There is nothing to decrypt yet, or not before shuffling has ended, or it is all done.
    record NotDue(Optional<Event.Type> lastEvent) implements Outcome {}

    /// The key is no trustee's of this election.
    record NotATrustee() implements Outcome {}

    /// So few ballots would reveal votes.
    record TooFewBallots(long ballots, int minimum) implements Outcome {}

    /// So few ballots have one of the weights that the sum would reveal them.
    record TooFewOfOneWeight(long ballots, int minimum) implements Outcome {}

    /// Another tally of this election was decrypted before.
    record DecryptedAnotherTally(String hash) implements Outcome {}
  }

  /// Verifies the archive on the first call, then decrypts for this trustee. Further calls are for
  /// further trustees at the same computer (a rehearsal): what they decrypt is the tally that was
  /// verified, whatever has become of the file.
  ///
  /// @param key the trustee's secret: of a mandatory trustee, or the opened share of a threshold
  public Outcome decrypt(Scalar key, Randomness randomness) throws IOException {
    if (verdict.isEmpty()) {
      verdict = Optional.of(Audit.verify(archive, options));
    }
    return switch (verdict.get()) {
      case Verdict.Fails fails -> new Outcome.ArchiveFails(fails);
      case Verdict.Holds holds -> decrypt(holds.findings(), key, randomness);
    };
  }

  private Outcome decrypt(Findings findings, Scalar key, Randomness randomness) throws IOException {
    if (findings.tally().isEmpty() || findings.result().isPresent() || Shuffling.isDue(findings)) {
      return new Outcome.NotDue(findings.lastEvent());
    }
    if (findings.counted() < minimumBallots) {
      return new Outcome.TooFewBallots(findings.counted(), minimumBallots);
    }
    if (findings.fewestOfOneWeight() < minimumBallots) {
      return new Outcome.TooFewOfOneWeight(findings.fewestOfOneWeight(), minimumBallots);
    }
    Election election = findings.election().orElseThrow();
    Group group = election.group();
    Optional<Integer> owner = findings.trustees().orElseThrow().numberOf(group.generatorPower(key));
    if (owner.isEmpty()) {
      return new Outcome.NotATrustee();
    }
    EncryptedTally tally = findings.tally().get();
    String hash = Sha256.hex(tally.bytes());
    Optional<String> before = memory.decryptedTally(election.uuid());
    if (before.isPresent() && !before.get().equals(hash)) {
      return new Outcome.DecryptedAnotherTally(before.get());
    }
    if (before.isEmpty()) {
      memory.remember(election.uuid(), hash);
    }
    String fingerprint = findings.fingerprint().orElseThrow();
    return new Outcome.Decrypted(
        owner.get(), PartialDecryption.make(group, fingerprint, key, tally, randomness));
  }
}
