package org.zhijia.verify.terminal;

import picocli.CommandLine.Option;

/// The options that every reporting command shares; mixed into each.
public final class Reporting {
  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "option.quiet")
  private boolean quiet;

  /// Whether the answer is for a machine.
  public boolean json() {
    return json;
  }

  /// A line of progress that is silent where it would disturb.
  public ProgressLine progress(Screen screen) {
    return new ProgressLine(screen, json || quiet);
  }
}
