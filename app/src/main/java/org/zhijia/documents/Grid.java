package org.zhijia.documents;

/// The page of GB/T 9704-2012 §5.2, in points from its upper left corner: A4, a text area of
/// 156 × 225 mm that 22 lines of 28 characters fill.
final class Grid {
  static final double MM = 72 / 25.4;
  static final double PAGE_WIDTH = 210 * MM;
  static final double PAGE_HEIGHT = 297 * MM;
  static final double LEFT = 28 * MM;
  static final double TOP = 37 * MM;
  static final double WIDTH = 156 * MM;
  static final double HEIGHT = 225 * MM;
  static final double RIGHT = LEFT + WIDTH;
  static final double BOTTOM = TOP + HEIGHT;
  static final int ROWS = 22;
  static final int COLUMNS = 28;

  /// 28.99 pt, and 15.79 pt: a character of 16 pt is set 0.21 pt closer than its own width.
  static final double ROW = HEIGHT / ROWS;

  static final double CELL = WIDTH / COLUMNS;

  /// 3号, 2号 and 4号.
  static final double BODY = 16;

  static final double TITLE = 22;
  static final double SMALL = 14;

  /// The upper edge of a body character below that of its row: so the first line is 37 mm ± 1 mm
  /// below the edge of the paper, measured on the characters as well as on the grid.
  private static final double ABOVE = 0.5 * MM;

  /// Of a Chinese character above its baseline, as a share of its size.
  private static final double ASCENT = 0.88;

  private Grid() {}

  static double top(int row) {
    return TOP + row * ROW;
  }

  /// Characters of every size share the middle of the row.
  static double baseline(int row, double size) {
    return top(row) + ABOVE + BODY / 2 + size * (ASCENT - 0.5);
  }

  static double baselineBelow(double top, double size) {
    return top + size * ASCENT;
  }
}
