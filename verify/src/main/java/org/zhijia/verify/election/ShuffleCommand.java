package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.trustee.Shuffling;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia election shuffle DIR --trustee N`: a scrutineer verifies the whole archive, shuffles
/// the answers that will be decrypted one by one, and appends the shuffle. One after the other;
/// then the organiser ends it with `--end`.
@Command(name = "shuffle")
final class ShuffleCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "DIR", descriptionKey = "election.dir")
  private @Nullable Path directory;

  @ArgGroup(multiplicity = "1")
  private Turn turn = new Turn();

  @Mixin private StepAnswer answer = new StepAnswer();

  ShuffleCommand(Screen screen) {
    this.screen = screen;
  }

  /// Whose turn it is.
  static final class Turn {
    @Option(names = "--trustee", paramLabel = "N", descriptionKey = "shuffle.trustee")
    private @Nullable Integer trustee;

    @Option(names = "--end", descriptionKey = "shuffle.end")
    private boolean end;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    Path archive = new ElectionFolder(Objects.requireNonNull(directory)).openArchive();
    return turn.end ? end(archive) : shuffle(archive, Objects.requireNonNull(turn.trustee));
  }

  private int shuffle(Path archive, int trustee) throws IOException, WrongUse {
    Shuffling shuffling = new Shuffling(archive, AuditOptions.onAllCores());
    return switch (shuffling.shuffle(trustee, Randomness.secure())) {
      case Shuffling.Outcome.Shuffled shuffled -> {
        Shuffle shuffle = shuffled.shuffle();
        append(archive, writer -> writer.shuffle(trustee, shuffle));
        String hash = Sha256.hex(JsonText.bytesOf(shuffle));
        yield answer.done(
            screen,
            json -> json.field("trustee").number(trustee).field("shuffle").text(hash),
            "shuffle.done",
            trustee,
            hash);
      }
      case Shuffling.Outcome.ArchiveFails fails -> answer.verdict(screen, archive, fails.verdict());
      case Shuffling.Outcome.NotATrustee _ ->
          answer.no(screen, screen.text("shuffle.not-a-trustee", trustee));
      case Shuffling.Outcome.NotDue notDue ->
          answer.no(
              screen,
              screen.text("shuffle.not-due", notDue.lastEvent().map(Event.Type::text).orElse("—")));
    };
  }

  private int end(Path archive) throws IOException, WrongUse {
    Verdict verdict = Audit.verify(archive, AuditOptions.onAllCores());
    if (!verdict.holds()) {
      return answer.verdict(screen, archive, verdict);
    }
    if (verdict.findings().lastEvent().orElseThrow() != Event.Type.SHUFFLE) {
      return answer.no(screen, screen.text("shuffle.nothing-to-end"));
    }
    append(archive, ArchiveWriter::endShuffles);
    return answer.done(
        screen,
        json -> json.field("shuffles").number(verdict.findings().shuffles().size()),
        "shuffle.ended",
        verdict.findings().shuffles());
  }

  /// One step of the archive.
  private interface Step {
    void write(ArchiveWriter writer) throws IOException;
  }

  private static void append(Path archive, Step step) throws IOException, WrongUse {
    try (ArchiveWriter writer = ArchiveWriter.resume(archive)) {
      step.write(writer);
      writer.sync();
    } catch (Malformed malformed) {
      throw new WrongUse("error.malformed", archive, malformed.where(), malformed.reason());
    }
  }
}
