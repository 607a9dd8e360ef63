package org.zhijia.operation;

import java.util.List;

/// The server cannot do what it was asked to: the reason, by the key of its text, ends the command
/// with exit code 2.
public final class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  public CannotRun(String key, Object... arguments) {
    super(key + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  String key() {
    return key;
  }

  List<Object> arguments() {
    return arguments;
  }
}
