package org.zhijia.documents;

import java.util.ArrayList;
import java.util.List;

/// Sheets that are no official documents and keep to no grid: cards, plans. Whoever draws gives
/// every part its place, in millimetres from the upper left corner of the paper. Example:
/// `sheets.page(); sheets.text("王安", new Box(10, 10, 60, 12), Style.of(Face.HEI, 30))`.
public final class Sheets {
  private static final double LEADING = 1.2;

  /// A text that is still too long at this size, in points, is cut and says so by ….
  private static final double SMALLEST = 4;

  private static final double STEP = 0.5;

  private final Typefaces faces = Typefaces.get();
  private final Composing composing = new Composing(faces);
  private final Paper paper;
  private final List<Page> pages = new ArrayList<>();
  private List<Page.Line> lines = new ArrayList<>();
  private List<Page.Rule> rules = new ArrayList<>();
  private boolean isOpen;

  private Sheets(Paper paper) {
    this.paper = paper;
  }

  /// A format and how it lies; in millimetres.
  public enum Paper {
    A4(210, 297),
    A4_ACROSS(297, 210),
    A3_ACROSS(420, 297);

    private final double width;
    private final double height;

    Paper(double width, double height) {
      this.width = width;
      this.height = height;
    }

    public double width() {
      return width;
    }

    public double height() {
      return height;
    }
  }

  /// A place on the paper, in millimetres.
  public record Box(double left, double top, double width, double height) {}

  /// How a text is to look.
  ///
  /// @param size in points; smaller if the box is too small for it
  /// @param most lines; at least one
  /// @param centred in its box; else it begins on the left
  public record Style(Face face, double size, int most, boolean centred, boolean red) {
    /// One black line from the left.
    public static Style of(Face face, double size) {
      return new Style(face, size, 1, false, false);
    }

    public Style upTo(int lines) {
      return new Style(face, size, lines, centred, red);
    }

    public Style inTheMiddle() {
      return new Style(face, size, most, true, red);
    }

    public Style inRed() {
      return new Style(face, size, most, centred, true);
    }
  }

  public static Sheets on(Paper paper) {
    return new Sheets(paper);
  }

  /// Whether every character is in one of the typefaces; another would be printed as 〓.
  public static boolean canShow(String text) {
    return text.codePoints().allMatch(Typefaces.get()::canShow);
  }

  /// Begins a new page.
  public void page() {
    finish();
    isOpen = true;
  }

  private void finish() {
    if (isOpen) {
      pages.add(new Page(paper.width() * Grid.MM, paper.height() * Grid.MM, lines, rules));
      lines = new ArrayList<>();
      rules = new ArrayList<>();
    }
  }

  /// A text, of lines where it has some, within its box and in the middle of its height: never over
  /// the edge.
  public void text(String text, Box box, Style style) {
    double size = style.size();
    List<List<Composing.Unit>> set = wrapped(text, size, box, style);
    while (size > SMALLEST && !fits(set, size, box, style)) {
      size -= STEP;
      set = wrapped(text, size, box, style);
    }
    String cut = text;
    while (!cut.isEmpty() && !fits(set, size, box, style)) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
      set = wrapped(cut + "…", size, box, style);
    }
    place(set, size, box, style);
  }

  private List<List<Composing.Unit>> wrapped(String text, double size, Box box, Style style) {
    double width = box.width() * Grid.MM;
    Composing.Style set = new Composing.Style(style.face(), size, 0);
    List<List<Composing.Unit>> all = new ArrayList<>();
    for (String part : text.lines().toList()) {
      List<Composing.Unit> units = composing.units(part, set);
      List<List<Composing.Unit>> simply = Composing.lines(units, width, width);
      boolean balanced = style.centred() && simply.size() == 2;
      all.addAll(balanced ? TitleBalance.lines(units, width) : simply);
    }
    return all;
  }

  private static boolean fits(List<List<Composing.Unit>> set, double size, Box box, Style style) {
    return set.size() <= style.most()
        && set.size() * size * LEADING <= box.height() * Grid.MM + 0.01
        && set.stream().allMatch(line -> Composing.width(line) <= box.width() * Grid.MM + 0.02);
  }

  private void place(List<List<Composing.Unit>> set, double size, Box box, Style style) {
    double left = box.left() * Grid.MM;
    double width = box.width() * Grid.MM;
    double step = size * LEADING;
    double top = box.top() * Grid.MM + (box.height() * Grid.MM - set.size() * step) / 2;
    for (List<Composing.Unit> line : set) {
      double baseline = Grid.baselineBelow(top + (step - size) / 2, size);
      List<Page.Glyph> glyphs =
          style.centred()
              ? Composing.centred(line, left + width / 2)
              : Composing.set(line, left, width, false);
      lines.add(new Page.Line(baseline, style.red(), glyphs));
      top += step;
    }
  }

  /// A box filled with ink.
  public void fill(Box box, boolean red) {
    rules.add(
        new Page.Rule(
            box.left() * Grid.MM,
            (box.left() + box.width()) * Grid.MM,
            (box.top() + box.height() / 2) * Grid.MM,
            box.height() * Grid.MM,
            red));
  }

  /// The edges of a box, drawn inside it.
  ///
  /// @param thickness in millimetres
  public void frame(Box box, double thickness) {
    double right = box.left() + box.width() - thickness;
    double bottom = box.top() + box.height() - thickness;
    fill(new Box(box.left(), box.top(), box.width(), thickness), false);
    fill(new Box(box.left(), bottom, box.width(), thickness), false);
    fill(new Box(box.left(), box.top(), thickness, box.height()), false);
    fill(new Box(right, box.top(), thickness, box.height()), false);
  }

  /// The pages so far as a file; the same pages give the same bytes.
  public byte[] pdf(String title) {
    finish();
    isOpen = false;
    return PdfFile.of(pages, title, faces);
  }
}
