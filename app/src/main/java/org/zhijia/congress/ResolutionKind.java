package org.zhijia.congress;

import java.util.List;

/// What a resolution is on. The three reports are voted on separately.
enum ResolutionKind {
  WORK_REPORT,
  FINANCIAL_REPORT,
  AUDIT_REPORT,
  OTHER,
  /// Somebody is recalled from an office; see [Recalls].
  RECALL;

  /// Those that are drafted as a text.
  static List<ResolutionKind> drafted() {
    return List.of(WORK_REPORT, FINANCIAL_REPORT, AUDIT_REPORT, OTHER);
  }
}
