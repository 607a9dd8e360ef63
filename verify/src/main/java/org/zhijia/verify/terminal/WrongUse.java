package org.zhijia.verify.terminal;

import java.util.Arrays;

/// A command cannot do what it was asked to: wrong use, or input that cannot be read. It ends with
/// exit code 2 and this text.
public final class WrongUse extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] arguments;

  /// @param key of the text that says what is wrong and what to do
  public WrongUse(String key, Object... arguments) {
    super(key + Arrays.toString(arguments));
    this.key = key;
    this.arguments = arguments.clone();
  }

  public String text(Messages messages) {
    return messages.text(key, arguments);
  }
}
