package org.zhijia.ballot.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;

/// The door of a ballot box: lets in the ballots that the verifier will accept, and no others, and
/// closes the box with the tally of what it let in.
///
/// The companion's line is written before its ballot, so that a crash between the two leaves a line
/// too many, which opening cuts off, and never a ballot without its companion. Not safe to share
/// between threads.
public final class Intake implements Closeable {
  private final Path archive;
  private final Setup setup;
  private final BallotBox box;
  private final ArchiveReader reader;
  private final ArchiveWriter writer;
  private final Findings found;
  private boolean open = true;

  private Intake(
      Path archive,
      Setup setup,
      BallotBox box,
      ArchiveReader reader,
      ArchiveWriter writer,
      Findings found) {
    this.archive = archive;
    this.setup = setup;
    this.box = box;
    this.reader = reader;
    this.writer = writer;
    this.found = found;
  }

  /// What came of opening a box.
  public sealed interface Opening {
    /// The box takes ballots.
    record Opened(Intake intake) implements Opening {}

    /// What is in the box does not verify: nothing more is written over it.
    record Broken(Verdict.Fails verdict) implements Opening {}

    /// Voting has ended.
    record Closed(Event.Type lastEvent) implements Opening {}
  }

  /// Verifies what is in the box, mends what a crash left behind, and takes up the box.
  public static Opening open(Path archive, AuditOptions options) throws IOException {
    try (Audit audit = new Audit(archive, options)) {
      Verdict verdict = audit.advance();
      if (verdict instanceof Verdict.Fails fails) {
        return new Opening.Broken(fails);
      }
      Findings findings = verdict.findings();
      if (findings.lastEvent().isEmpty()) {
        return new Opening.Broken(withoutSetUp(findings));
      }
      Event.Type last = findings.lastEvent().get();
      if (last != Event.Type.SETUP && last != Event.Type.BALLOT) {
        return new Opening.Closed(last);
      }
      AuditState state = audit.state().orElseThrow();
      ArchiveWriter writer = ArchiveWriter.resume(archive);
      state.cutCompanionTail();
      ArchiveReader reader = ArchiveReader.resume(archive, writer.end());
      return new Opening.Opened(
          new Intake(archive, state.setup(), state.box(), reader, writer, findings));
    } catch (Malformed malformed) {
      throw new IOException("the archive changed while it was opened", malformed);
    }
  }

  private static Verdict.Fails withoutSetUp(Findings findings) {
    String cause = "the archive ends before its set-up does";
    return new Verdict.Fails(Check.RECORDS, "set-up", List.of(cause), findings);
  }

  /// What came of a ballot.
  public sealed interface Reception {
    /// The ballot is in the box under this tracker.
    ///
    /// @param replaced whether it takes the place of an earlier ballot of the same credential
    record Accepted(String tracker, boolean replaced) implements Reception {}

    /// The ballot is not let in.
    record Refused(Verdict.Fails verdict) implements Reception {}
  }

  /// What the box was like when it was opened.
  public Findings found() {
    return found;
  }

  /// Checks a ballot and lets it in.
  ///
  /// @param companion the line of the companion file; must be there if the election is a slate,
  ///     and only then
  public Reception take(byte[] ballot, Optional<byte[]> companion) throws IOException {
    if (!open) {
      throw new IllegalStateException("the box is closed");
    }
    Document document = new Document(Sha256.hex(ballot), writer.end().position(), ballot);
    try {
      if (setup.slates().isEmpty() == companion.isPresent()) {
        throw new Fault(
            Check.COMPANION_BINDING,
            "ballot",
            "a ballot of a union slate comes with its companion, and no other does");
      }
      var accepted =
          BallotCheck.run(setup, new Ticket(document, companion, "ballot"), new CheckCounts());
      boolean replaced = setup.roll().lastBallot(accepted.credential()) >= 0;
      box.demandNotCast(reader, accepted.credential(), document.hash(), "ballot");
      if (companion.isPresent()) {
        CompanionFile.appendLine(CompanionFile.beside(archive), companion.get());
      }
      writer.ballot(ballot);
      box.addSum(accepted.tally());
      box.note(reader, accepted.credential(), document, "ballot");
      return new Reception.Accepted(Ballot.tracker(ballot), replaced);
    } catch (Fault fault) {
      return new Reception.Refused(fault.verdict(found));
    } catch (ArchiveFault fault) {
      throw new IOException("the archive changed while it was open: " + fault.reason(), fault);
    }
  }

  /// Takes a ballot of a plain election.
  public Reception take(byte[] ballot) throws IOException {
    return take(ballot, Optional.empty());
  }

  /// Takes a ballot of a union slate.
  public Reception take(byte[] ballot, Companion companion) throws IOException {
    return take(ballot, Optional.of(JsonText.bytesOf(companion)));
  }

  /// Number of ballots that count as of now.
  public long counted() {
    return box.tally().ballots();
  }

  /// Ends voting and writes the encrypted tally.
  public void closeVoting() throws IOException {
    open = false;
    writer.endBallots();
    var tally = box.tally();
    writer.encryptedTally(box.encrypted(), tally.ballots(), tally.weight());
    writer.sync();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    writer.sync();
    writer.close();
  }
}
