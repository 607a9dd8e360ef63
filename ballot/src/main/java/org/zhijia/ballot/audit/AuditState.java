package org.zhijia.ballot.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.archive.Entry;
import org.zhijia.ballot.audit.AuditOptions.HintUse;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.CompanionFile;

/// A verification after the set-up: the box, the tally, the companion file.
final class AuditState implements Closeable {
  private final Setup setup;
  private final Path archive;
  private final CheckCounts counts;
  private final AuditOptions options;
  private final BallotBox box;
  private final TallyCheck tallyCheck;
  private final Optional<HintFile> hints;
  private final Optional<HintFile.Writer> hintWriter;
  private BallotPool pool;
  private Optional<CompanionFile> companion = Optional.empty();
  private long taken;

  AuditState(
      Setup setup, ArchiveReader reader, Path archive, CheckCounts counts, AuditOptions options)
      throws IOException {
    this.setup = setup;
    this.archive = archive;
    this.counts = counts;
    this.options = options;
    this.box = new BallotBox(setup);
    this.tallyCheck = new TallyCheck(setup, counts);
    Path file = HintFile.beside(archive);
    this.hints =
        options.hints() == HintUse.READ
            ? HintFile.open(file, setup.fingerprint())
            : Optional.empty();
    this.hintWriter =
        options.hints() == HintUse.WRITE
            ? Optional.of(new HintFile.Writer(file, setup.fingerprint()))
            : Optional.empty();
    this.pool = pool(reader);
  }

  private BallotPool pool(ArchiveReader reader) {
    return new BallotPool(box, reader, counts, options.threads(), hintWriter);
  }

  Setup setup() {
    return setup;
  }

  BallotBox box() {
    return box;
  }

  /// Cuts off a companion line that a crash left without its ballot.
  void cutCompanionTail() throws IOException {
    if (companion.isPresent()) {
      companion.get().cutTail();
    }
  }

  long ballots() {
    return box.ballots();
  }

  /// Takes the next event; ballots may still be in the making when this returns.
  void take(Entry entry) throws IOException, ArchiveFault, Fault {
    if (entry.event().type() == Event.Type.BALLOT) {
      taken++;
      Optional<byte[]> hint = hints.isPresent() ? hints.get().of(taken) : Optional.empty();
      pool.take(new Ticket(entry.payload(), companionLine(), hint, "ballot " + taken));
      return;
    }
    drain();
    switch (entry.event().type()) {
      case ENCRYPTED_TALLY -> tallyCheck.tally(entry, box.tally());
      case SHUFFLE -> tallyCheck.shuffle(entry);
      case PARTIAL_DECRYPTION -> tallyCheck.decryption(entry);
      case RESULT -> tallyCheck.result(entry);
      case SETUP, BALLOT, END_BALLOTS, END_SHUFFLES -> {
        // nothing more to check: set-up was read first, ballots above, an end says nothing
      }
    }
  }

  /// Waits for the ballots in the making.
  void drain() throws IOException, ArchiveFault, Fault {
    pool.drain();
  }

  /// A slate without ballots has a companion file all the same.
  void demandCompanion() throws IOException, Fault {
    if (!setup.slates().isEmpty() && companion.isEmpty()) {
      openCompanion();
    }
  }

  boolean companionHasTail() throws IOException {
    return companion.isPresent() && companion.get().hasTail();
  }

  Findings findings(ArchiveReader.End end) {
    return new Findings(
        Optional.of(setup.election()),
        Optional.of(setup.fingerprint()),
        Optional.of(setup.trustees()),
        setup.slates(),
        setup.certified(),
        end.lastType(),
        end.lastEvent(),
        setup.roll().size(),
        setup.roll().totalWeight(),
        box.ballots(),
        pool.hinted(),
        box.tally().ballots(),
        setup.roll().fewestOfOneWeight(),
        tallyCheck.tally(),
        tallyCheck.shufflers(),
        tallyCheck.owners(),
        tallyCheck.result());
  }

  Optional<Checkpoint> checkpoint(Path file, ArchiveReader.End end) throws IOException {
    boolean votingOpen =
        end.lastType().stream()
            .anyMatch(type -> type == Event.Type.SETUP || type == Event.Type.BALLOT);
    if (!votingOpen) {
      return Optional.empty();
    }
    long companionEnd = companion.map(CompanionFile::position).orElse(0L);
    String companionHash =
        companionEnd == 0 ? "" : PrefixHash.of(CompanionFile.beside(archive), companionEnd);
    return Optional.of(
        new Checkpoint(
            end, PrefixHash.of(file, end.position()), companionEnd, companionHash, box.save()));
  }

  Checkpoint readCheckpoint(byte[] document) throws Malformed {
    return Checkpoint.read(
        setup.group(), setup.election().questions(), setup.roll().size(), document);
  }

  void restore(ArchiveReader reader, Checkpoint checkpoint) throws IOException, Fault {
    box.restore(checkpoint.box());
    taken = box.ballots();
    pool.close();
    pool = pool(reader);
    if (checkpoint.companionEnd() > 0) {
      openCompanion();
      companion.orElseThrow().seek(checkpoint.companionEnd());
    }
  }

  @Override
  public void close() throws IOException {
    pool.close();
    if (companion.isPresent()) {
      companion.get().close();
    }
    if (hints.isPresent()) {
      hints.get().close();
    }
    if (hintWriter.isPresent()) {
      hintWriter.get().close();
    }
  }

  private Optional<byte[]> companionLine() throws IOException, Fault {
    if (setup.slates().isEmpty()) {
      return Optional.empty();
    }
    if (companion.isEmpty()) {
      openCompanion();
    }
    String where = "ballot " + taken;
    try {
      Optional<byte[]> line = companion.orElseThrow().next();
      if (line.isEmpty()) {
        throw new Fault(Check.COMPANION_BINDING, where, "it has no line in the companion file");
      }
      return line;
    } catch (Malformed malformed) {
      throw new Fault(Check.COMPANION_BINDING, where + " " + malformed.where(), malformed.reason());
    }
  }

  private void openCompanion() throws IOException, Fault {
    Path file = CompanionFile.beside(archive);
    if (!Files.exists(file)) {
      throw new Fault(
          Check.COMPANION_FILE,
          file.getFileName().toString(),
          "companion not checked: the election is a union slate, and its companion file is not"
              + " beside the archive");
    }
    try {
      companion = Optional.of(CompanionFile.open(file, setup.fingerprint()));
      counts.add(Check.COMPANION_FILE, 1);
    } catch (Malformed malformed) {
      throw new Fault(
          Check.COMPANION_FILE, file.getFileName() + " " + malformed.where(), malformed.reason());
    }
  }
}
