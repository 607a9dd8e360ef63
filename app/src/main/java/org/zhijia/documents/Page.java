package org.zhijia.documents;

import java.util.List;

/// A page with everything at its place, in points from the upper left corner.
record Page(double width, double height, List<Line> lines, List<Rule> rules) {
  Page {
    lines = List.copyOf(lines);
    rules = List.copyOf(rules);
  }

  /// A4, upright.
  Page(List<Line> lines, List<Rule> rules) {
    this(Grid.PAGE_WIDTH, Grid.PAGE_HEIGHT, lines, rules);
  }

  /// @param x of its left edge
  record Glyph(Face face, double size, double x, int codePoint) {}

  /// Characters on one baseline.
  record Line(double baseline, boolean red, List<Glyph> glyphs) {
    Line {
      glyphs = List.copyOf(glyphs);
    }

    String text() {
      StringBuilder text = new StringBuilder();
      glyphs.forEach(glyph -> text.appendCodePoint(glyph.codePoint()));
      return text.toString();
    }
  }

  /// A straight line across; a thick one is a box.
  record Rule(double left, double right, double y, double thickness, boolean red) {}
}
