package org.zhijia.documents;

import java.util.ArrayList;
import java.util.List;

/// What comes below the title, row by row: addressee, body, attachments, signature and date.
final class Rows {
  /// Rows of the body that go with the signature to the next page.
  private static final int BODY_KEPT = 2;

  private final Composing composing;

  Rows(Composing composing) {
    this.composing = composing;
  }

  /// @param glyphs none: a blank row
  /// @param together how many rows from this one on must stand on one page; 0: no matter
  record Row(List<Page.Glyph> glyphs, int together) {
    static final Row BLANK = new Row(List.of(), 0);

    Row {
      glyphs = List.copyOf(glyphs);
    }
  }

  List<Row> of(Wording wording) {
    List<Row> rows = new ArrayList<>();
    if (!wording.addressee().isEmpty()) {
      rows.addAll(wrapped(composing.units(wording.addressee() + "：", body()), 0, 0));
    }
    for (Paragraph paragraph : Paragraph.of(wording.body())) {
      List<Composing.Unit> units = new ArrayList<>();
      paragraph
          .parts()
          .forEach(
              part ->
                  units.addAll(composing.units(part.text(), Composing.Style.body(part.face()))));
      rows.addAll(wrapped(units, 2 * Grid.CELL, 0));
    }
    int bodyRows = rows.size();
    rows.addAll(attachments(wording.attachments()));
    List<Row> end = signature(wording);
    if (!end.isEmpty()) {
      rows.addAll(end);
      int from = Math.max(0, bodyRows - BODY_KEPT);
      int together = rows.size() - from;
      if (together < Grid.ROWS) {
        rows.set(from, new Row(rows.get(from).glyphs(), together));
      }
    }
    return rows;
  }

  private static Composing.Style body() {
    return Composing.Style.BODY;
  }

  /// @param first and `rest`: indents, in points
  private static List<Row> wrapped(List<Composing.Unit> units, double first, double rest) {
    List<List<Composing.Unit>> lines =
        Composing.lines(units, Grid.WIDTH - first, Grid.WIDTH - rest);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      double indent = i == 0 ? first : rest;
      boolean full = i < lines.size() - 1;
      rows.add(
          new Row(Composing.set(lines.get(i), Grid.LEFT + indent, Grid.WIDTH - indent, full), 0));
    }
    return rows;
  }

  /// One line below the body, two characters in; several are numbered below each other.
  private List<Row> attachments(String attachments) {
    List<String> names = attachments.lines().toList();
    if (names.isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>(List.of(Row.BLANK));
    for (int i = 0; i < names.size(); i++) {
      String number = names.size() == 1 ? "" : i + 1 + ". ";
      String start = i == 0 ? "附件：" : "";
      double hanging =
          5 * Grid.CELL + Composing.width(composing.units(number, Composing.Style.BODY));
      double indent = i == 0 ? 2 * Grid.CELL : 5 * Grid.CELL;
      rows.addAll(wrapped(composing.units(start + number + names.get(i), body()), indent, hanging));
    }
    return rows;
  }

  /// The date four characters from the right, the name centred over it; two rows above are left for
  /// the seal, whose upper edge must come within a line of the text.
  private List<Row> signature(Wording wording) {
    if (wording.signatory().isEmpty() && wording.date().isEmpty()) {
      return List.of();
    }
    List<Composing.Unit> name = composing.units(wording.signatory(), body());
    List<Composing.Unit> date = composing.units(wording.date(), body());
    double dateWidth = Composing.width(date);
    double middle = Grid.RIGHT - 4 * Grid.CELL - dateWidth / 2;
    double over = middle + Composing.width(name) / 2 - (Grid.RIGHT - 2 * Grid.CELL);
    middle -= Math.max(0, over);
    List<Row> rows = new ArrayList<>(List.of(Row.BLANK, Row.BLANK));
    if (!name.isEmpty()) {
      rows.add(new Row(Composing.centred(name, middle), 0));
    }
    if (!date.isEmpty()) {
      rows.add(new Row(Composing.centred(date, middle), 0));
    }
    return rows;
  }
}
