package org.zhijia.statute;

import java.util.Locale;

/// A sentence in both languages, side by side so that neither is forgotten.
///
/// @param zh Chinese, the language of the law
/// @param en English
public record Text(String zh, String en) {

  /// Fills both with the same arguments, as [String#format] does.
  public static Text of(String zh, String en, Object... arguments) {
    return new Text(
        String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
  }

  /// Chinese for any Chinese locale, English for all others.
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }
}
