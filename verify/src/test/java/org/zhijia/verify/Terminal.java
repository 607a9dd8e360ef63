package org.zhijia.verify;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.zhijia.verify.terminal.Messages;
import org.zhijia.verify.terminal.Screen;

/// The program as a stranger runs it, with what it prints at hand.
public final class Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Screen screen;

  public Terminal(Messages.Language language) {
    screen =
        new Screen(
            Messages.in(language),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of());
  }

  public static Terminal english() {
    return new Terminal(Messages.Language.ENGLISH);
  }

  public static Terminal chinese() {
    return new Terminal(Messages.Language.CHINESE);
  }

  /// Runs a command; what was printed before is forgotten.
  public int run(Object... arguments) {
    out.reset();
    err.reset();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(arguments[i]);
    }
    return Zhijia.run(screen, words);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
