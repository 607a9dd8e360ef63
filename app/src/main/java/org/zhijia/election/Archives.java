package org.zhijia.election;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.HintFile;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.CompanionFile;

/// Writes a vote's archive, companion and hint file from what the box holds: the same bytes each
/// time, longer as the vote goes on.
@Component
class Archives {
  private final AssemblyStore assemblies;
  private final BoxStore box;
  private final ShuffleStore shuffles;

  Archives(AssemblyStore assemblies, BoxStore box, ShuffleStore shuffles) {
    this.assemblies = assemblies;
    this.box = box;
    this.shuffles = shuffles;
  }

  /// The files of one vote.
  ///
  /// @param companion none for a resolution
  record Written(Path archive, Optional<Path> companion, Path hints) {}

  /// Writes what may be seen at this stage into an empty directory.
  ///
  /// @param withResult the decryptions and the result too, once they may be known
  Written write(PollRow row, Path directory, boolean withResult) {
    PollRow.Setup setup = row.setup().orElseThrow();
    Path archive = directory.resolve(row.poll().uuid() + ".bel");
    Optional<Path> companion =
        row.poll().body().decides() ? Optional.empty() : Optional.of(CompanionFile.beside(archive));
    String trustees = assemblies.find(row.poll().assembly()).orElseThrow().trustees().orElseThrow();
    Path hintFile = HintFile.beside(archive);
    try (ArchiveWriter writer = ArchiveWriter.create(archive, setup.headerTime());
        HintFile.Writer hints = new HintFile.Writer(hintFile, setup.fingerprint())) {
      writer.setup(
          BallotPapers.bytes(setup.election()),
          BallotPapers.bytes(trustees),
          BallotPapers.bytes(setup.credentials()));
      if (companion.isPresent()) {
        CompanionFile.create(companion.get(), setup.fingerprint());
      }
      for (BoxStore.Cast ballot : box.board(row.poll().id())) {
        writer.ballot(BallotPapers.bytes(ballot.body()));
        hints.write(ballot.hint());
        if (companion.isPresent()) {
          CompanionFile.appendLine(
              companion.get(), BallotPapers.bytes(ballot.companion().orElseThrow()));
        }
      }
      if (row.tally().isPresent()) {
        end(row, writer, trustees, withResult);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } catch (Malformed impossible) {
      throw new IllegalStateException("what is in the box was checked", impossible);
    }
    return new Written(archive, companion, hintFile);
  }

  private void end(PollRow row, ArchiveWriter writer, String trusteesText, boolean withResult)
      throws IOException, Malformed {
    PollRow.Tally tally = row.tally().orElseThrow();
    writer.endBallots();
    writer.encryptedTally(BallotPapers.bytes(tally.encrypted()), tally.tallied(), tally.tallied());
    shuffles(row, writer);
    if (!withResult || row.sums().isEmpty()) {
      return;
    }
    Trustees trustees = Trustees.read(Ceremony.GROUP, BallotPapers.bytes(trusteesText));
    var needed =
        new org.zhijia.ballot.belenios.v1.CombinedFactors(Ceremony.GROUP, trustees)
            .needed(decryptions(row));
    for (var entry : needed.entrySet()) {
      writer.partialDecryption(entry.getKey(), entry.getValue());
    }
    writer.result(Result.read(questions(row), BallotPapers.bytes(row.sums().get())));
  }

  /// Those that were made, and their end once they are as many as it takes.
  private void shuffles(PollRow row, ArchiveWriter writer) throws IOException {
    List<ShuffleStore.Shuffled> made = shuffles.all(row.poll().id());
    for (ShuffleStore.Shuffled each : made) {
      writer.shuffle(each.place(), BallotPapers.bytes(each.body()));
    }
    int needed = assemblies.find(row.poll().assembly()).orElseThrow().threshold();
    if (row.writeIn() && made.size() >= needed) {
      writer.endShuffles();
    }
  }

  static Election election(PollRow row) throws Malformed {
    return Election.read(BallotPapers.bytes(row.setup().orElseThrow().election()));
  }

  static List<Question> questions(PollRow row) throws Malformed {
    return election(row).questions();
  }

  /// By number of the trustee.
  Map<Integer, PartialDecryption> decryptions(PollRow row) throws Malformed {
    Map<Integer, PartialDecryption> all = new TreeMap<>();
    for (BoxStore.Decrypted each : box.decryptions(row.poll().id())) {
      all.put(
          each.place(),
          PartialDecryption.read(Ceremony.GROUP, questions(row), BallotPapers.bytes(each.body())));
    }
    return all;
  }

  /// Runs with the files of a vote in a directory that is gone afterwards.
  <T> T with(PollRow row, boolean withResult, Use<T> use) {
    try {
      Path directory = Files.createTempDirectory("zhijia-archive-");
      try {
        return use.of(write(row, directory, withResult));
      } finally {
        try (var files = Files.list(directory)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(directory);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// What is done with the files.
  @FunctionalInterface
  interface Use<T> {
    T of(Written files) throws IOException;
  }
}
