package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Intake;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `zhijia election close DIR`: voting ends; the encrypted tally is written.
@Command(name = "close")
final class CloseCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "DIR", descriptionKey = "election.dir")
  private @Nullable Path directory;

  @Mixin private StepAnswer answer = new StepAnswer();

  CloseCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    Path archive = new ElectionFolder(Objects.requireNonNull(directory)).openArchive();
    return switch (Intake.open(archive, AuditOptions.onAllCores())) {
      case Intake.Opening.Broken broken -> answer.verdict(screen, archive, broken.verdict());
      case Intake.Opening.Closed _ -> answer.no(screen, screen.text("close.closed"));
      case Intake.Opening.Opened opened -> {
        try (Intake intake = opened.intake()) {
          intake.closeVoting();
          long counted = intake.counted();
          boolean shuffle =
              intake.found().election().orElseThrow().questions().stream()
                  .anyMatch(question -> question instanceof Question.NonHomomorphic);
          yield answer.done(
              screen,
              json -> json.field("counted").number(counted),
              shuffle ? "close.then-shuffle" : "close.done",
              counted);
        }
      }
    };
  }
}
