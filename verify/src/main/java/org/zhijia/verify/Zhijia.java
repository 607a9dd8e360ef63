package org.zhijia.verify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.verify.check.VerifyCommand;
import org.zhijia.verify.election.ElectionCommand;
import org.zhijia.verify.mock.MockElectionCommand;
import org.zhijia.verify.rule.RuleCommand;
import org.zhijia.verify.terminal.Messages;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program: `zhijia COMMAND …`.
@Command(
    name = "zhijia",
    subcommands = {
      VerifyCommand.class,
      ElectionCommand.class,
      MockElectionCommand.class,
      RuleCommand.class,
      HelpCommand.class
    })
public final class Zhijia implements Callable<Integer> {
  public static final int DONE = 0;
  public static final int THE_ANSWER_IS_NO = 1;
  public static final int WRONG_USE = 2;

  private final Screen screen;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      descriptionKey = "option.version")
  private boolean version;

  /// Read before everything else, so that errors of use are in the right language too.
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      descriptionKey = "option.lang",
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable")
  private @Nullable String language;

  @Option(names = "--debug", descriptionKey = "option.debug", scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable")
  private boolean debug;

  Zhijia(Screen screen) {
    this.screen = screen;
  }

  public static void main(String[] arguments) {
    System.exit(run(Screen.ofProcess(Messages.Language.of(System.getenv())), arguments));
  }

  /// Runs one command and answers its exit code.
  public static int run(Screen around, String... arguments) {
    Screen screen = languageOf(arguments).map(around::in).orElse(around);
    CommandLine line = new CommandLine(new Zhijia(screen), new Commands(screen));
    line.setResourceBundle(new UsageTexts(screen.messages()));
    line.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
    Complaints complaints = new Complaints(screen, List.of(arguments));
    line.setParameterExceptionHandler(complaints);
    line.setExecutionExceptionHandler(complaints);
    int exitCode = line.execute(arguments);
    screen.out().flush();
    screen.err().flush();
    return exitCode;
  }

  @Override
  public Integer call() throws WrongUse {
    if (version) {
      String number = Zhijia.class.getPackage().getImplementationVersion();
      screen.out().println("zhijia " + (number == null ? "(development)" : number));
      return DONE;
    }
    HelpCommand.print(screen, Objects.requireNonNull(spec).commandLine(), List.of());
    return DONE;
  }

  private static Optional<Messages.Language> languageOf(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String value =
          arguments[i].startsWith("--lang=")
              ? arguments[i].substring(7)
              : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
      if (value.equals("zh")) {
        return Optional.of(Messages.Language.CHINESE);
      }
      if (value.equals("en")) {
        return Optional.of(Messages.Language.ENGLISH);
      }
    }
    return Optional.empty();
  }
}
