package org.zhijia.ballot.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.archive.Entry;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.CompanionFile;

/// A verification that can go on as the archive grows.
///
/// ```java
/// Verdict verdict = Audit.verify(Path.of("election.bel"), AuditOptions.onAllCores());
/// ```
///
/// While voting is open, keep an `Audit` and call [#advance()] now and then: each call checks what
/// came since. A verdict that fails is final. Not safe to share between threads; it uses as many of
/// its own as the options say.
///
/// Source: `docs/spec/ballot.md`, section 8.
public final class Audit implements Closeable {
  private final Path archive;
  private final AuditOptions options;
  private final CheckCounts counts = new CheckCounts();
  private Optional<ArchiveReader> reader = Optional.empty();
  private Optional<AuditState> state = Optional.empty();
  private Optional<Verdict.Fails> failure = Optional.empty();

  public Audit(Path archive, AuditOptions options) {
    this.archive = archive;
    this.options = options;
  }

  /// Verifies a whole archive, with the companion file beside it if the election is a slate.
  ///
  /// @throws IOException if the file cannot be read; a wrong file is a verdict, not an exception
  public static Verdict verify(Path archive, AuditOptions options) throws IOException {
    try (Audit audit = new Audit(archive, options)) {
      return audit.finish();
    }
  }

  /// Checks what came since the last call; an unfinished tail is left for the next.
  public Verdict advance() throws IOException {
    if (failure.isPresent()) {
      return failure.get();
    }
    try {
      readOn();
      return new Verdict.Holds(counts.asMap(), findings());
    } catch (ArchiveFault fault) {
      return fail(earliest(toFault(fault)));
    } catch (Fault fault) {
      return fail(earliest(fault));
    }
  }

  /// Checks what came since the last call, and that nothing unfinished follows.
  public Verdict finish() throws IOException {
    Verdict verdict = advance();
    if (!verdict.holds()) {
      return verdict;
    }
    ArchiveReader opened = reader.orElseThrow();
    if (state.isEmpty() || opened.hasUnsealedTail()) {
      String where = "byte " + opened.end().position();
      return fail(new Fault(Check.RECORDS, where, "the archive ends in the middle of an entry"));
    }
    if (state.get().companionHasTail()) {
      return fail(
          new Fault(Check.COMPANION_BINDING, "companion file", "it has more lines than ballots"));
    }
    return verdict;
  }

  /// Takes up an earlier verification; must be called before anything is read.
  ///
  /// @throws Malformed if the checkpoint does not fit: another archive, or one that was changed
  public void resume(byte[] checkpoint) throws IOException, Malformed {
    try {
      ArchiveReader opened = ArchiveReader.open(archive);
      reader = Optional.of(opened);
      Entry first =
          opened.next().orElseThrow(() -> new Malformed("checkpoint", "the archive is empty"));
      AuditState resumed = start(opened, first);
      Checkpoint read = resumed.readCheckpoint(checkpoint);
      demandUnchanged(archive, read.end().position(), read.prefixHash());
      if (read.companionEnd() > 0) {
        demandUnchanged(CompanionFile.beside(archive), read.companionEnd(), read.companionHash());
      }
      opened.close();
      ArchiveReader further = ArchiveReader.resume(archive, read.end());
      reader = Optional.of(further);
      resumed.restore(further, read);
    } catch (ArchiveFault fault) {
      throw new Malformed("byte " + fault.position(), fault.reason(), fault);
    } catch (Fault fault) {
      throw new Malformed("set-up", String.valueOf(fault.getMessage()), fault);
    }
  }

  /// Where the verification stands, to be taken up later; empty before the set-up, after a failure,
  /// and once voting has ended (what is left is quick).
  public Optional<Checkpoint> checkpoint() throws IOException {
    if (failure.isPresent() || state.isEmpty()) {
      return Optional.empty();
    }
    return state.get().checkpoint(archive, reader.orElseThrow().end());
  }

  @Override
  public void close() throws IOException {
    if (state.isPresent()) {
      state.get().close();
    }
    if (reader.isPresent()) {
      reader.get().close();
    }
  }

  Optional<AuditState> state() {
    return state;
  }

  private void readOn() throws IOException, ArchiveFault, Fault {
    if (reader.isEmpty()) {
      reader = Optional.of(ArchiveReader.open(archive));
      counts.add(Check.HEADER, 1);
    }
    ArchiveReader opened = reader.get();
    for (Optional<Entry> next = opened.next(); next.isPresent(); next = opened.next()) {
      Entry entry = next.get();
      counts.add(Check.RECORDS, entry.documents().size() + 1L);
      counts.add(Check.CHAIN, 1);
      counts.add(Check.ORDER, 1);
      if (state.isEmpty()) {
        state = Optional.of(start(opened, entry));
      } else {
        state.get().take(entry);
      }
      options.progress().reached(opened.end().position(), opened.size(), ballots());
    }
    if (state.isPresent()) {
      state.get().drain();
      state.get().demandCompanion();
    }
    options.progress().reached(opened.end().position(), opened.size(), ballots());
  }

  /// A fault met while reading, or one of an earlier ballot that was still in the making.
  private Fault earliest(Fault fault) throws IOException {
    if (state.isEmpty()) {
      return fault;
    }
    try {
      state.get().drain();
      return fault;
    } catch (Fault earlier) {
      return earlier;
    } catch (ArchiveFault earlier) {
      return toFault(earlier);
    }
  }

  private AuditState start(ArchiveReader opened, Entry setup) throws IOException, Fault {
    AuditState started =
        new AuditState(Setup.read(setup, counts), opened, archive, counts, options);
    state = Optional.of(started);
    return started;
  }

  private long ballots() {
    return state.map(AuditState::ballots).orElse(0L);
  }

  private Verdict.Fails fail(Fault fault) {
    Verdict.Fails fails = fault.verdict(findings());
    failure = Optional.of(fails);
    return fails;
  }

  private Findings findings() {
    return state
        .flatMap(known -> reader.map(opened -> known.findings(opened.end())))
        .orElseGet(Audit::nothingFound);
  }

  private static Findings nothingFound() {
    return new Findings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        0,
        0,
        0,
        0,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Fault toFault(ArchiveFault fault) {
    Check check =
        switch (fault.rule()) {
          case HEADER -> Check.HEADER;
          case RECORDS -> Check.RECORDS;
          case CHAIN -> Check.CHAIN;
          case ORDER -> Check.ORDER;
        };
    return new Fault(check, "byte " + fault.position(), fault.reason());
  }

  private static void demandUnchanged(Path file, long length, String hash)
      throws IOException, Malformed {
    boolean there = Files.isRegularFile(file) && Files.size(file) >= length;
    if (!there || !PrefixHash.of(file, length).equals(hash)) {
      throw new Malformed(
          "checkpoint", file.getFileName() + " is not the file that was verified before");
    }
  }
}
