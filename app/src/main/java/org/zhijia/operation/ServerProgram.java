package org.zhijia.operation;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.zhijia.operation.backup.BackupRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands of the server: `serve`, `demo`, `backup`, `restore`, `doctor`, and those that other
/// modules bring.
@Command(name = "zhijia")
public final class ServerProgram implements Callable<Integer> {
  public static final int WRONG_USE = 2;

  /// The person decided against it, or something is to be mended.
  static final int NOT_DONE = 1;

  /// The command started a server that runs on after it.
  public static final int GOES_ON = -1;

  private final Words words;

  private ServerProgram(Words words) {
    this.words = words;
  }

  /// Runs one command and answers its exit code, or [#GOES_ON].
  public static int run(
      SpringApplication application, FurtherCommands further, String... arguments) {
    // Nothing is logged before the server says where to; a command speaks for itself.
    LoggingSystem.get(ServerProgram.class.getClassLoader()).beforeInitialize();
    Words words = Words.of(System.getenv(), arguments);
    CommandLine line = new CommandLine(new ServerProgram(words));
    line.addSubcommand("serve", new ServeCommand(application, words, false));
    line.addSubcommand("demo", new ServeCommand(application, words, true));
    line.addSubcommand("backup", new BackupCommand(words));
    line.addSubcommand("restore", new RestoreCommand(words));
    line.addSubcommand("doctor", new DoctorCommand(words));
    further.of(application, words).forEach(line::addSubcommand);
    line.addSubcommand("warm-up", new WarmUpCommand(application));
    line.setResourceBundle(words.bundle());
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler(
        (wrong, all) -> {
          System.err.println(words.text("wrong-use", String.valueOf(wrong.getMessage())));
          System.err.println(words.text("see-help", wrong.getCommandLine().getCommandName()));
          return WRONG_USE;
        });
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          System.err.println(complaint(words, failure));
          return WRONG_USE;
        });
    if (arguments.length > 0 && arguments[0].equals("help")) {
      return help(line, Arrays.copyOfRange(arguments, 1, arguments.length));
    }
    return line.execute(arguments);
  }

  private static int help(CommandLine line, String... path) {
    CommandLine shown = line;
    for (String name : path) {
      shown = shown.getSubcommands().getOrDefault(name, shown);
    }
    shown.usage(System.out);
    return 0;
  }

  /// Our own reason, however deep the framework has wrapped it.
  private static String complaint(Words words, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotRun reason) {
        return words.text(reason.key(), reason.arguments().toArray());
      }
      if (cause instanceof BackupRefused reason) {
        return words.text(reason.key(), reason.arguments().toArray());
      }
    }
    return words.text("unexpected", failure);
  }

  @Override
  public Integer call() {
    System.err.println(words.text("see-help", ""));
    return WRONG_USE;
  }
}
