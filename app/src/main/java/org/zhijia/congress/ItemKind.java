package org.zhijia.congress;

/// What kind of thing an item of the agenda is.
enum ItemKind {
  OPENING,
  ADDRESS,
  WORK_REPORT,
  FINANCIAL_REPORT,
  AUDIT_REPORT,
  FILM,
  WRITTEN_REPORT,
  GROUP_DISCUSSION,
  ELECTION,
  VOTE,
  ANNOUNCEMENT,
  CLOSING
}
