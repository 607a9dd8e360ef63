package org.zhijia.documents;

import java.util.ArrayList;
import java.util.List;

/// Text to lines: wide characters each in a cell, runs of Latin and digits by their own widths and
/// never cut, no line that begins with a closing mark or ends with an opening one (避头尾).
final class Composing {
  private static final String NEVER_FIRST = "，。、；：？！）〕】》〉」』”’…—·％%℃,.;:?!)]}〗〞々";
  private static final String NEVER_LAST = "（〔【《〈「『“‘([{〖〝№￥¥";
  private static final String PAIRED = "—…";

  /// Rounding must not push the 28th character over the edge.
  private static final double SLACK = 0.01;

  private final Typefaces faces;

  Composing(Typefaces faces) {
    this.faces = faces;
  }

  /// How a run of text looks.
  ///
  /// @param tracking added to the width of each character, in points
  record Style(Face face, double size, double tracking) {
    static final Style BODY = body(Face.FANG);
    static final Style TITLE = new Style(Face.SONG, Grid.TITLE, 0);
    static final Style SMALL = new Style(Face.FANG, Grid.SMALL, 0);

    static Style body(Face face) {
      return new Style(face, Grid.BODY, Grid.CELL - Grid.BODY);
    }
  }

  /// One character with its style and the width that it takes.
  record Unit(Typefaces.Sort sort, Style style, double advance) {
    boolean isWide() {
      return Composing.isWide(sort.codePoint());
    }

    boolean isSpace() {
      return sort.codePoint() == ' ';
    }

    /// Where the character stands in its cell: quotation marks of Latin width at the side of what
    /// they enclose, others in the middle.
    double shift() {
      if (!isWide()) {
        return style.tracking() / 2;
      }
      double room = advance - sort.width() * style.size() / 1000;
      return switch (sort.codePoint()) {
        case '“', '‘' -> room;
        case '”', '’' -> 0;
        default -> room / 2;
      };
    }
  }

  /// A character with a cell of its own; Latin letters, digits and their marks have none.
  static boolean isWide(int c) {
    return c >= 0x2E80
        || "“”‘’—…·×÷±℃№‰".indexOf(c) >= 0
        || (c >= 0x2160 && c <= 0x217F)
        || (c >= 0x2460 && c <= 0x25FF);
  }

  List<Unit> units(String text, Style style) {
    List<Unit> units = new ArrayList<>();
    text.codePoints()
        .map(c -> c == '\t' ? ' ' : c)
        .forEach(
            c -> {
              Typefaces.Sort sort = faces.sort(style.face(), c);
              double own = isWide(sort.codePoint()) ? 1000 : sort.width();
              units.add(new Unit(sort, style, own * style.size() / 1000 + style.tracking()));
            });
    return units;
  }

  static double width(List<Unit> units) {
    return units.stream().mapToDouble(Unit::advance).sum();
  }

  /// @param first the width of the first line, @param rest that of the others, in points
  static List<List<Unit>> lines(List<Unit> units, double first, double rest) {
    List<List<Unit>> lines = new ArrayList<>();
    int from = 0;
    while (from < units.size()) {
      int to = end(units, from, lines.isEmpty() ? first : rest);
      int last = to;
      while (last > from && units.get(last - 1).isSpace()) {
        last--;
      }
      lines.add(List.copyOf(units.subList(from, last)));
      from = to;
      while (from < units.size() && units.get(from).isSpace()) {
        from++;
      }
    }
    return lines;
  }

  /// As many as fit, and then back to the last place where a line may end.
  private static int end(List<Unit> units, int from, double width) {
    double used = 0;
    int fit = from;
    while (fit < units.size()) {
      used += units.get(fit).advance();
      if (used > width + SLACK && fit > from) {
        break;
      }
      fit++;
    }
    int end = fit;
    while (end > from && end < units.size() && !mayBreak(units, end)) {
      end--;
    }
    return end == from ? fit : end;
  }

  /// Whether a line may begin with the unit at this place.
  static boolean mayBreak(List<Unit> units, int at) {
    int before = units.get(at - 1).sort().codePoint();
    int after = units.get(at).sort().codePoint();
    boolean atSpace = after == ' ' || before == ' ';
    for (int i = at + 1; after == ' ' && i < units.size(); i++) {
      after = units.get(i).sort().codePoint();
    }
    for (int i = at - 2; before == ' ' && i >= 0; i--) {
      before = units.get(i).sort().codePoint();
    }
    if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
      return false;
    }
    if (before == after && PAIRED.indexOf(after) >= 0) {
      return false;
    }
    return atSpace || isWide(before) || isWide(after);
  }

  /// Sets a line from `left`; a full one is spread over `width`.
  static List<Page.Glyph> set(List<Unit> line, double left, double width, boolean full) {
    double spare = width - width(line);
    double gap = full && line.size() > 1 && spare > 0 ? spare / (line.size() - 1) : 0;
    List<Page.Glyph> glyphs = new ArrayList<>();
    double x = left;
    for (Unit unit : line) {
      glyphs.add(
          new Page.Glyph(
              unit.sort().face(), unit.style().size(), x + unit.shift(), unit.sort().codePoint()));
      x += unit.advance() + gap;
    }
    return glyphs;
  }

  static List<Page.Glyph> centred(List<Unit> line, double middle) {
    double width = width(line);
    return set(line, middle - width / 2, width, false);
  }
}
