package org.zhijia.verify.rule;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.verify.terminal.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `zhijia rule`: what the commands below it do.
@Command(
    name = "rule",
    subcommands = {RuleListCommand.class, ExplainCommand.class})
public final class RuleCommand implements Callable<Integer> {
  private final Screen screen;

  @Spec private @Nullable CommandSpec spec;

  RuleCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(screen.out());
    return 0;
  }
}
