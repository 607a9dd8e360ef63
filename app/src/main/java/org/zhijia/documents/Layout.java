package org.zhijia.documents;

import java.util.ArrayList;
import java.util.List;

/// A document's words at their places on the grid: the one layout that the PDF draws. It knows no
/// file format.
final class Layout {
  private static final double RED_RULE = 1.4;
  private static final double MARK_LARGEST = 48;

  private final Composing composing;
  private final List<Page> pages = new ArrayList<>();
  private List<Page.Line> lines = new ArrayList<>();
  private List<Page.Rule> rules = new ArrayList<>();
  private int row;

  private Layout(Typefaces faces) {
    composing = new Composing(faces);
  }

  /// @param number as it is to be shown; empty for none
  static List<Page> of(Wording wording, String number, Typefaces faces) {
    Layout layout = new Layout(faces);
    layout.head(wording, number);
    layout.title(wording);
    layout.place(new Rows(layout.composing).of(wording));
    layout.imprint(wording);
    layout.finish();
    return List.copyOf(layout.pages);
  }

  /// The mark 35 mm below the text area's upper edge, the number two lines below it, the red rule
  /// 4 mm below that and as wide as the text.
  private void head(Wording wording, String number) {
    if (wording.mark().isEmpty()) {
      row = 1;
      return;
    }
    double most = Grid.WIDTH - 6 * Grid.MM;
    Composing.Style style = new Composing.Style(Face.SONG, MARK_LARGEST, 0);
    List<Composing.Unit> mark = composing.units(wording.mark(), style);
    double size = Math.min(MARK_LARGEST, MARK_LARGEST * most / Composing.width(mark));
    mark = composing.units(wording.mark(), new Composing.Style(Face.SONG, size, 0));
    double top = Grid.TOP + 35 * Grid.MM;
    lines.add(
        new Page.Line(Grid.baselineBelow(top, size), true, Composing.centred(mark, middle())));
    row = (int) Math.round((top + size - Grid.TOP) / Grid.ROW) + 2;
    double below = Grid.baseline(row, Grid.BODY) + Grid.BODY * 0.12 + 4 * Grid.MM;
    line(Composing.centred(composing.units(number, Composing.Style.BODY), middle()), Grid.BODY);
    rules.add(new Page.Rule(Grid.LEFT, Grid.RIGHT, below, RED_RULE, true));
    row += 2;
  }

  private static double middle() {
    return Grid.LEFT + Grid.WIDTH / 2;
  }

  private void title(Wording wording) {
    List<String> typed = wording.title().lines().toList();
    for (String part : typed) {
      List<Composing.Unit> units = composing.units(part, Composing.Style.TITLE);
      for (List<Composing.Unit> each : TitleBalance.lines(units, Grid.WIDTH)) {
        line(Composing.centred(each, middle()), Grid.TITLE);
      }
    }
    if (!wording.adoption().isEmpty()) {
      Composing.Style style = Composing.Style.body(Face.KAI);
      double width = Grid.WIDTH - 4 * Grid.CELL;
      for (List<Composing.Unit> each :
          TitleBalance.lines(composing.units(wording.adoption(), style), width)) {
        line(Composing.centred(each, middle()), Grid.BODY);
      }
    }
    row++;
  }

  /// What must not be torn (the end of the body with signature and date) goes to the next page
  /// together.
  private void place(List<Rows.Row> all) {
    for (int i = 0; i < all.size(); i++) {
      int together = all.get(i).together();
      boolean torn = together > 0 && row > 0 && row + together > Grid.ROWS;
      if (torn || row >= Grid.ROWS) {
        newPage();
      }
      if (all.get(i).glyphs().isEmpty()) {
        row += row == 0 ? 0 : 1;
      } else {
        line(all.get(i).glyphs(), Grid.BODY);
      }
    }
  }

  private void line(List<Page.Glyph> glyphs, double size) {
    if (row >= Grid.ROWS) {
      newPage();
    }
    lines.add(new Page.Line(Grid.baseline(row, size), false, glyphs));
    row++;
  }

  /// 版记: at the foot of the last page, its last rule on the text area's lower edge.
  private void imprint(Wording wording) {
    List<List<Page.Glyph>> copies = copies(wording.copies());
    int rows = copies.size() + (wording.printer().isEmpty() ? 0 : 1);
    if (rows == 0) {
      return;
    }
    if (row + rows > Grid.ROWS) {
      newPage();
    }
    int at = Grid.ROWS - rows;
    rules.add(black(Grid.top(at), 0.35));
    for (List<Page.Glyph> each : copies) {
      lines.add(new Page.Line(Grid.baseline(at, Grid.SMALL) + 3, false, each));
      at++;
    }
    if (!wording.printer().isEmpty()) {
      if (!copies.isEmpty()) {
        rules.add(black(Grid.top(at), 0.25));
      }
      lines.add(new Page.Line(Grid.baseline(at, Grid.SMALL) + 3, false, printer(wording)));
    }
    rules.add(black(Grid.BOTTOM, 0.35));
  }

  private List<List<Page.Glyph>> copies(String copies) {
    if (copies.isEmpty()) {
      return List.of();
    }
    double indent = 3 * Grid.SMALL;
    double width = Grid.WIDTH - 2 * Grid.SMALL;
    List<Composing.Unit> units =
        composing.units("抄送：" + copies.replace("\n", "，"), Composing.Style.SMALL);
    List<List<Page.Glyph>> set = new ArrayList<>();
    for (List<Composing.Unit> each : Composing.lines(units, width, width - indent)) {
      double left = Grid.LEFT + Grid.SMALL + (set.isEmpty() ? 0 : indent);
      set.add(Composing.set(each, left, width, false));
    }
    return set;
  }

  private List<Page.Glyph> printer(Wording wording) {
    List<Composing.Unit> who = composing.units(wording.printer(), Composing.Style.SMALL);
    List<Page.Glyph> glyphs =
        new ArrayList<>(Composing.set(who, Grid.LEFT + Grid.SMALL, Grid.WIDTH, false));
    List<Composing.Unit> when = composing.units(wording.date() + "印发", Composing.Style.SMALL);
    double left = Grid.RIGHT - Grid.SMALL - Composing.width(when);
    glyphs.addAll(Composing.set(when, left, Grid.WIDTH, false));
    return glyphs;
  }

  private static Page.Rule black(double y, double millimetres) {
    return new Page.Rule(Grid.LEFT, Grid.RIGHT, y, millimetres * Grid.MM, false);
  }

  private void newPage() {
    finish();
    row = 0;
  }

  /// 一字线 7 mm below the text area; odd pages right, even pages left, each one character in.
  private void finish() {
    int number = pages.size() + 1;
    List<Composing.Unit> folio = composing.units("— " + number + " —", Composing.Style.SMALL);
    double left =
        number % 2 == 1 ? Grid.RIGHT - Grid.SMALL - Composing.width(folio) : Grid.LEFT + Grid.SMALL;
    double baseline = Grid.BOTTOM + 7 * Grid.MM + 0.4 * Grid.SMALL;
    lines.add(new Page.Line(baseline, false, Composing.set(folio, left, Grid.WIDTH, false)));
    pages.add(new Page(lines, rules));
    lines = new ArrayList<>();
    rules = new ArrayList<>();
  }
}
