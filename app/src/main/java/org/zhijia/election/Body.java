package org.zhijia.election;

import java.util.Locale;
import java.util.Optional;

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
  RESOLUTION,
  /// Somebody is recalled from an office or not (罢免).
  RECALL;

  /// As the rules and the files name it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether a question is answered; all others fill seats.
  public boolean decides() {
    return this == RESOLUTION || this == RECALL;
  }

  /// Whether several people are elected to it, so that it may go on with seats open.
  boolean hasSeveral() {
    return switch (this) {
      case COMMITTEE, AUDIT, VICE_CHAIRS, STANDING -> true;
      case CHAIR, AUDIT_CHAIR, RESOLUTION, RECALL -> false;
    };
  }

  /// The committee whose plenary elects it from among its members; empty for what the meeting
  /// itself elects or decides.
  public Optional<Body> electors() {
    return switch (this) {
      case CHAIR, VICE_CHAIRS, STANDING -> Optional.of(COMMITTEE);
      case AUDIT_CHAIR -> Optional.of(AUDIT);
      case COMMITTEE, AUDIT, RESOLUTION, RECALL -> Optional.empty();
    };
  }
}
