package org.zhijia.verify.election;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.verify.terminal.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `zhijia election …`: an election by files alone, step by step.
@Command(
    name = "election",
    subcommands = {
      NewCommand.class,
      CredentialsCommand.class,
      TrusteeCommand.class,
      OpenCommand.class,
      CastCommand.class,
      CloseCommand.class,
      ShuffleCommand.class,
      DecryptCommand.class,
      ResultCommand.class
    })
public final class ElectionCommand implements Callable<Integer> {
  private final Screen screen;

  @Spec private @Nullable CommandSpec spec;

  ElectionCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(screen.out());
    return 0;
  }
}
