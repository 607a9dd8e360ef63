package org.zhijia.congress;

import org.jspecify.annotations.Nullable;

/// What a browser left out of a form, filled in: the constructors of form records use it, so that
/// whoever reads a form meets no null.
final class Typed {
  private Typed() {}

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /// @param typed null also where a field for a number or a choice stayed empty
  static <T> T or(@Nullable T typed, T otherwise) {
    return typed == null ? otherwise : typed;
  }
}
