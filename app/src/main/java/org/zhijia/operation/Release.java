package org.zhijia.operation;

import java.util.Objects;

/// Which release this is.
final class Release {
  private Release() {}

  /// As the build wrote it into the jar; a run from classes has none.
  static String name() {
    return Objects.requireNonNullElse(
        Release.class.getPackage().getImplementationVersion(), "development");
  }
}
