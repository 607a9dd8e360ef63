package org.zhijia.ballot.trustee;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.archive.Entry;
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
import org.zhijia.ballot.json.Malformed;

/// A trustee's partial decryption, with the three guards that protect the voters from their
/// trustees' mistakes: the whole archive is verified first; an election is decrypted for one tally
/// only; a tally of too few ballots is not decrypted at all.
public final class Decryption {
  /// Tallies of fewer ballots are refused unless the trustee says otherwise.
  public static final int DEFAULT_MINIMUM = 5;

  private final Path archive;
  private final int minimumBallots;
  private final DecryptionMemory memory;
  private final AuditOptions options;

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

    /// There is nothing to decrypt yet, or it is all done.
    record NotDue(Optional<Event.Type> lastEvent) implements Outcome {}

    /// The key is no trustee's of this election.
    record NotATrustee() implements Outcome {}

    /// So few ballots would reveal votes.
    record TooFewBallots(long ballots, int minimum) implements Outcome {}

    /// Another tally of this election was decrypted before.
    record DecryptedAnotherTally(String hash) implements Outcome {}
  }

  /// @param key the trustee's secret: of a mandatory trustee, or the opened share of a threshold
  public Outcome decrypt(Scalar key, Randomness randomness) throws IOException {
    Verdict verdict = Audit.verify(archive, options);
    if (verdict instanceof Verdict.Fails fails) {
      return new Outcome.ArchiveFails(fails);
    }
    Findings findings = verdict.findings();
    boolean due =
        findings.lastEvent().stream()
            .anyMatch(
                type ->
                    type == Event.Type.ENCRYPTED_TALLY || type == Event.Type.PARTIAL_DECRYPTION);
    if (!due) {
      return new Outcome.NotDue(findings.lastEvent());
    }
    if (findings.counted() < minimumBallots) {
      return new Outcome.TooFewBallots(findings.counted(), minimumBallots);
    }
    Election election = findings.election().orElseThrow();
    Group group = election.group();
    Optional<Integer> owner = findings.trustees().orElseThrow().numberOf(group.generatorPower(key));
    if (owner.isEmpty()) {
      return new Outcome.NotATrustee();
    }
    Tallied tallied = tally(election);
    Optional<String> before = memory.decryptedTally(election.uuid());
    if (before.isPresent() && !before.get().equals(tallied.hash())) {
      return new Outcome.DecryptedAnotherTally(before.get());
    }
    if (before.isEmpty()) {
      memory.remember(election.uuid(), tallied.hash());
    }
    String fingerprint = findings.fingerprint().orElseThrow();
    return new Outcome.Decrypted(
        owner.get(), PartialDecryption.make(group, fingerprint, key, tallied.tally(), randomness));
  }

  private record Tallied(EncryptedTally tally, String hash) {}

  private Tallied tally(Election election) throws IOException {
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get().event().type() == Event.Type.ENCRYPTED_TALLY) {
          var document = next.get().documents().getFirst();
          return new Tallied(
              EncryptedTally.read(election.group(), election.questions(), document.content()),
              document.hash());
        }
      }
      throw new IllegalStateException("the archive changed after it was verified");
    } catch (ArchiveFault | Malformed changed) {
      throw new IllegalStateException("the archive changed after it was verified", changed);
    }
  }
}
