package org.zhijia.election;

import java.util.Locale;

/// What a vote fills or decides.
public enum Body {
  /// 委员会委员
  COMMITTEE,
  /// 经费审查委员会委员
  AUDIT,
  /// 主席
  CHAIR,
  /// 副主席
  VICE_CHAIRS,
  /// 常务委员
  STANDING,
  /// 经费审查委员会主任
  AUDIT_CHAIR,
  /// A text is adopted or not; nobody is elected.
  RESOLUTION;

  /// As the rules and the files name it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Elected by a committee at its first plenary, not by the congress.
  public boolean isOfPlenary() {
    return this == CHAIR || this == VICE_CHAIRS || this == STANDING || this == AUDIT_CHAIR;
  }
}
