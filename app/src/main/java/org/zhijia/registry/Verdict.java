package org.zhijia.registry;

/// What becomes of a row when the import is taken over.
enum Verdict {
  /// It is added.
  GOOD,
  /// It is added, with a remark.
  NOTED,
  /// It is in the register already; nothing happens.
  KNOWN,
  /// It stays out until it is corrected.
  BAD;

  boolean isAdded() {
    return this == GOOD || this == NOTED;
  }
}
