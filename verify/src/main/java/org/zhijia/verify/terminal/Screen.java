package org.zhijia.verify.terminal;

import java.io.PrintStream;
import java.util.Map;

/// Where a command reads its circumstances and writes its answers: texts, output, remarks.
///
/// @param out answers, for people or machines
/// @param err progress and errors
/// @param interactive whether a person sits at a terminal
/// @param environment variables of the process
public record Screen(
    Messages messages,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Map<String, String> environment) {

  public Screen {
    environment = Map.copyOf(environment);
  }

  /// The process's own.
  @SuppressWarnings("SystemConsoleNull") // a virtual machine without the console's module has none
  public static Screen ofProcess(Messages.Language language) {
    var console = System.console();
    boolean interactive = console != null && console.isTerminal();
    return new Screen(Messages.in(language), System.out, System.err, interactive, System.getenv());
  }

  public Screen in(Messages.Language language) {
    return new Screen(Messages.in(language), out, err, interactive, environment);
  }

  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  public void say(String key, Object... arguments) {
    out.println(text(key, arguments));
  }

  /// A remark, beside the answers.
  public void remark(String key, Object... arguments) {
    err.println(text(key, arguments));
  }

  /// A tick or a cross, in colour at a terminal unless NO_COLOR is set.
  public String mark(boolean good) {
    String sign = good ? "✓" : "✗";
    boolean colour = interactive && !environment.containsKey("NO_COLOR");
    return colour ? "\u001B[" + (good ? 32 : 31) + "m" + sign + "\u001B[0m" : sign;
  }
}
