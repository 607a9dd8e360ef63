package org.zhijia.documents;

/// Something about a text that its writer has to know.
///
/// @param line counted from 1; 0 where it concerns the whole
/// @param about what it is, as the messages `finding.…` name it
/// @param word the placeholder, field or character that it is about; may be empty
/// @param stops whether the text cannot be used until it is mended
public record Finding(int line, About about, String word, boolean stops) {

  /// What can be wrong with a template or a wording.
  public enum About {
    UNKNOWN_FIELD,
    UNKNOWN_KIND,
    KIND_MISSING,
    UNKNOWN_PLACEHOLDER,
    UNCLOSED_PLACEHOLDER,
    UNUSED_PLACEHOLDER,
    VALUE_MISSING,
    PLACEHOLDER_LEFT,
    TITLE_MISSING,
    BODY_MISSING,
    CODE_WORD_WRONG,
    CODE_WORD_NEEDED,
    DATE_WRONG,
    TOO_LONG,
    CHARACTER_MISSING,
    CHANGED_MEANWHILE,
    ALREADY_ISSUED
  }

  static Finding at(int line, About about, String word) {
    return new Finding(line, about, word, true);
  }

  static Finding of(About about, String word) {
    return new Finding(0, about, word, true);
  }

  static Finding hint(int line, About about, String word) {
    return new Finding(line, about, word, false);
  }
}
