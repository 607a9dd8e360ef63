package org.zhijia.tables;

import org.zhijia.statute.Text;

/// A file that cannot be read as rows; the sentence says why and what to do.
public final class UnreadableTable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Text text;

  UnreadableTable(Text text) {
    super(text.en());
    this.text = text;
  }

  static UnreadableTable of(String zh, String en, Object... arguments) {
    return new UnreadableTable(Text.of(zh, en, arguments));
  }

  public Text text() {
    return text;
  }
}
