package org.zhijia.congress;

/// What a resolution is on. The three reports are voted on separately.
enum ResolutionKind {
  WORK_REPORT,
  FINANCIAL_REPORT,
  AUDIT_REPORT,
  OTHER
}
