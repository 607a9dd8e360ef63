package org.zhijia.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Says what went wrong in the user's language, and what to do: on standard error, or as JSON on
/// standard output if JSON was asked for. Always exit code 2.
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Screen screen;
  private final List<String> arguments;

  Complaints(Screen screen, List<String> arguments) {
    this.screen = screen;
    this.arguments = arguments;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException wrong, String[] args) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
    return complain(textOf(wrong), screen.text("error.see-help", helpFor(command)));
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    boolean debug =
        arguments.contains("--debug") || screen.environment().containsKey("ZHIJIA_DEBUG");
    if (debug) {
      failure.printStackTrace(screen.err());
    }
    return switch (failure) {
      case WrongUse wrong -> complain(wrong.text(screen.messages()), "");
      case UncheckedIOException io -> complain(textOf(Objects.requireNonNull(io.getCause())), "");
      case IOException io -> complain(textOf(io), "");
      default -> complain(screen.text("error.unexpected", failure), screen.text("error.debug"));
    };
  }

  private int complain(String text, String hint) {
    if (arguments.contains("--json")) {
      JsonText json = new JsonText().open().field("error").text(text).close();
      screen.out().println(json);
    } else {
      screen.err().println(text);
      if (!hint.isEmpty()) {
        screen.err().println(hint);
      }
    }
    return Zhijia.WRONG_USE;
  }

  private static String helpFor(String command) {
    return command.replaceFirst("^zhijia ?", "zhijia help ").strip();
  }

  private String textOf(IOException failure) {
    String file =
        failure instanceof FileSystemException on
            ? String.valueOf(on.getFile())
            : String.valueOf(failure.getMessage());
    return switch (failure) {
      case NoSuchFileException _ -> screen.text("error.no-such-file", file);
      case AccessDeniedException _ -> screen.text("error.access-denied", file);
      case FileAlreadyExistsException _ -> screen.text("error.file-exists", file);
      default -> screen.text("error.io", failure);
    };
  }

  private String textOf(CommandLine.ParameterException wrong) {
    return switch (wrong) {
      case CommandLine.UnmatchedArgumentException unmatched -> {
        String first = unmatched.getUnmatched().getFirst();
        boolean option = first.startsWith("-");
        boolean group = !unmatched.getCommandLine().getSubcommands().isEmpty();
        yield option
            ? screen.text("error.unknown-option", first)
            : screen.text(group ? "error.unknown-command" : "error.too-many", first);
      }
      case CommandLine.MissingParameterException missing ->
          screen.text(
              "error.missing",
              missing.getMissing().stream()
                  .map(Complaints::nameOf)
                  .collect(Collectors.joining(", ")));
      case CommandLine.OverwrittenOptionException twice ->
          screen.text("error.twice", nameOf(twice.getOverwritten()));
      default ->
          wrong.getArgSpec() == null
              ? screen.text("error.use", String.valueOf(wrong.getMessage()))
              : screen.text("error.bad-value", nameOf(wrong.getArgSpec()), wrong.getValue());
    };
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
