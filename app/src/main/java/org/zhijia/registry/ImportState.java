package org.zhijia.registry;

/// How far an import has come.
enum ImportState {
  /// The file is being read; after a restart reading begins anew.
  READING,
  /// It cannot be read; the reason is kept with it.
  UNREADABLE,
  /// Every row has its verdict, nothing has been taken over.
  PREVIEWED,
  /// The good rows are in the register.
  TAKEN,
  /// Put away without taking anything over.
  WITHDRAWN
}
