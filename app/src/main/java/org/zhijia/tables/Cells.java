package org.zhijia.tables;

/// The text of a cell as it is compared and kept.
final class Cells {
  private Cells() {}

  /// Without spaces of any width around it, without what cannot be seen, and without the quote that
  /// guards a cell against being taken for a formula.
  static String plain(String cell) {
    String visible = cell.replaceAll("[\\u0000-\\u001F\\u007F\\u200B\\uFEFF]+", " ");
    String stripped = visible.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
    boolean guarded = stripped.length() > 1 && stripped.charAt(0) == '\'';
    return guarded ? stripped.substring(1) : stripped;
  }
}
