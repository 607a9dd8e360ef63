package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Intake;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia election cast DIR`: a voter's choices are encrypted, checked as the verifier will check
/// them, and put into the box. What is printed is the tracker.
@Command(name = "cast")
final class CastCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "DIR", descriptionKey = "election.dir")
  private @Nullable Path directory;

  @Option(
      names = "--credential",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "cast.credential")
  private @Nullable Path credentialFile;

  @Option(
      names = "--choices",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "cast.choices")
  private @Nullable Path choices;

  @Mixin private StepAnswer answer = new StepAnswer();

  CastCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    ElectionFolder folder = new ElectionFolder(Objects.requireNonNull(directory));
    Path archive = folder.openArchive();
    Credential credential = credential(Objects.requireNonNull(credentialFile));
    return switch (Intake.open(archive, AuditOptions.onAllCores())) {
      case Intake.Opening.Broken broken -> answer.verdict(screen, archive, broken.verdict());
      case Intake.Opening.Closed _ -> answer.no(screen, screen.text("cast.closed"));
      case Intake.Opening.Opened opened -> {
        try (Intake intake = opened.intake()) {
          yield cast(intake, credential);
        }
      }
    };
  }

  private int cast(Intake intake, Credential credential) throws IOException, WrongUse {
    Findings findings = intake.found();
    Election election = findings.election().orElseThrow();
    List<UnionSlate> slates = findings.slates();
    if (slates.stream().anyMatch(slate -> slate.writeIn().isPresent()) && !answer.json()) {
      screen.remark("write-ins.limits");
    }
    Vote vote =
        new ChoicesFile(election.questions(), slates)
            .read(Yaml.read(Objects.requireNonNull(choices)));
    BallotMaker maker =
        new BallotMaker(election, findings.fingerprint().orElseThrow(), Randomness.secure());
    BallotMaker.Made made = maker.make(credential, vote);
    Intake.Reception reception =
        slates.isEmpty()
            ? intake.take(made.bytes())
            : intake.take(made.bytes(), Companion.make(slates, maker, made));
    return switch (reception) {
      case Intake.Reception.Accepted accepted ->
          answer.done(
              screen,
              json ->
                  json.field("tracker")
                      .text(accepted.tracker())
                      .field("replaced")
                      .flag(accepted.replaced()),
              accepted.replaced() ? "cast.replaced" : "cast.done",
              accepted.tracker());
      case Intake.Reception.Refused refused -> {
        var verdict = refused.verdict();
        String check = screen.messages().text("check", verdict.check());
        String causes = String.join("; ", verdict.causes());
        yield answer.no(screen, screen.text("cast.refused", check, causes));
      }
    };
  }

  private static Credential credential(Path file) throws IOException, WrongUse {
    return Credential.parse(Files.readString(file))
        .orElseThrow(() -> new WrongUse("cast.bad-credential", file));
  }
}
