package org.zhijia.verify.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Checkpoint;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.verify.terminal.ProgressLine;
import org.zhijia.verify.terminal.Reporting;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia verify FILE.bel`: every check that the published documents allow.
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "FILE.bel", descriptionKey = "verify.file")
  private @Nullable Path file;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.threads")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--checkpoint", paramLabel = "NOTE", descriptionKey = "verify.checkpoint")
  private @Nullable Path checkpoint;

  @Option(names = "--write-hints", descriptionKey = "verify.write-hints")
  private boolean writeHints;

  @Option(names = "--no-hints", descriptionKey = "verify.no-hints")
  private boolean noHints;

  @Mixin private Reporting reporting = new Reporting();

  VerifyCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    if (threads < 1) {
      throw new WrongUse("error.at-least", "--threads", 1);
    }
    if (writeHints && (noHints || checkpoint != null)) {
      throw new WrongUse("verify.hints-from-the-start");
    }
    Path archive = Objects.requireNonNull(file);
    if (!Files.isRegularFile(archive)) {
      throw new WrongUse("error.no-such-file", archive);
    }
    ProgressLine progress = reporting.progress(screen);
    progress.begin(screen.text("verify.progress", archive.getFileName()), 100);
    AuditOptions options =
        new AuditOptions(
            threads,
            hintUse(),
            (bytes, ofBytes, ballots) -> progress.reached(100 * bytes / Math.max(1, ofBytes)));
    Verdict verdict = verdict(archive, options);
    progress.end();
    if (reporting.json()) {
      JsonText json = new JsonText(4096).value(new VerdictJson(archive, verdict));
      screen.out().println(json);
    } else {
      new VerdictText(screen).print(archive, verdict);
    }
    return verdict.holds() ? 0 : 1;
  }

  private AuditOptions.HintUse hintUse() {
    if (writeHints) {
      return AuditOptions.HintUse.WRITE;
    }
    return noHints ? AuditOptions.HintUse.IGNORE : AuditOptions.HintUse.READ;
  }

  private Verdict verdict(Path archive, AuditOptions options) throws IOException, WrongUse {
    try (Audit audit = new Audit(archive, options)) {
      if (checkpoint != null && Files.exists(checkpoint)) {
        audit.resume(Files.readAllBytes(checkpoint));
      }
      Verdict verdict = audit.finish();
      Optional<Checkpoint> reached = audit.checkpoint();
      if (checkpoint != null && reached.isPresent()) {
        Files.write(checkpoint, JsonText.bytesOf(reached.get()));
      }
      return verdict;
    } catch (Malformed malformed) {
      throw new WrongUse("verify.bad-checkpoint", String.valueOf(checkpoint), malformed);
    }
  }
}
