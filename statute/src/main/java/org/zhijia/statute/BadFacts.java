package org.zhijia.statute;

/// Facts that no rule can be applied to: missing, contradictory or not what they should be. The
/// sentence says what is wrong and what to give instead.
public final class BadFacts extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Text text;

  public BadFacts(Text text) {
    super(text.en());
    this.text = text;
  }

  public static BadFacts of(String zh, String en, Object... arguments) {
    return new BadFacts(Text.of(zh, en, arguments));
  }

  public Text text() {
    return text;
  }
}
