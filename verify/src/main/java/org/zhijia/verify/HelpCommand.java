package org.zhijia.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `zhijia help [COMMAND …]`.
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {
  private final Screen screen;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "help.command")
  private List<String> path = new ArrayList<>();

  HelpCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws WrongUse {
    print(screen, Objects.requireNonNull(spec).parent().commandLine(), path);
    return Zhijia.DONE;
  }

  static void print(Screen screen, CommandLine root, List<String> path) throws WrongUse {
    CommandLine line = root;
    for (String name : path) {
      CommandLine next = line.getSubcommands().get(name);
      if (next == null) {
        throw new WrongUse("error.unknown-command", name);
      }
      line = next;
    }
    line.usage(screen.out());
  }
}
