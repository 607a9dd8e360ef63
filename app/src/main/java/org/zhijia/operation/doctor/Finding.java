package org.zhijia.operation.doctor;

import java.util.List;

/// What one look found. Its text is `doctor.<about>.<level>` in the messages, and says how to mend
/// what is wrong.
public record Finding(String about, Level level, List<Object> arguments) {

  public Finding {
    arguments = List.copyOf(arguments);
  }

  /// How much it matters.
  public enum Level {
    FINE,
    /// It works, but somebody should look.
    WARNING,
    /// It does not work, or will not for long.
    WRONG
  }

  public static Finding fine(String about, Object... arguments) {
    return new Finding(about, Level.FINE, List.of(arguments));
  }

  public static Finding warning(String about, Object... arguments) {
    return new Finding(about, Level.WARNING, List.of(arguments));
  }

  public static Finding wrong(String about, Object... arguments) {
    return new Finding(about, Level.WRONG, List.of(arguments));
  }
}
