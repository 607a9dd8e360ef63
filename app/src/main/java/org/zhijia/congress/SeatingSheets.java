package org.zhijia.congress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijia.congress.HallPlan.Seat;
import org.zhijia.documents.Face;
import org.zhijia.documents.Sheets;
import org.zhijia.documents.Sheets.Box;
import org.zhijia.documents.Sheets.Paper;
import org.zhijia.documents.Sheets.Style;

/// The seating plan as pages: the hall as whoever enters it sees it, the platform in front, with a
/// heavy line between those who sit together; then everybody by group with row and seat. A hall
/// with long rows needs A3.
final class SeatingSheets {
  private static final double MARGIN = 12;
  private static final double TOP = 30;

  /// For the number of a row, on both sides.
  private static final double LABEL = 11;

  private static final double WIDEST_CELL = 17;
  private static final double CELL_HEIGHT = 11;
  private static final double ROW_STEP = 12;
  private static final double HAIR = 0.12;
  private static final double HEAVY = 0.7;
  private static final int LONG_ROW = 22;
  private static final int COLUMNS = 5;
  private static final double LINE = 6;

  private final Seating.Chart chart;
  private final Map<Seat, Delegate> bySeat;
  private final String congress;
  private final Paper paper;
  private final Sheets sheets;
  private final double cell;
  private double y = Double.MAX_VALUE;
  private int column;

  private SeatingSheets(String congress, Seating.Chart chart) {
    this.congress = congress;
    this.chart = chart;
    bySeat = chart.bySeat();
    int longest =
        Math.max(1, Collections.max(concat(chart.hall().platform(), chart.hall().rows())));
    paper = longest > LONG_ROW ? Paper.A3_ACROSS : Paper.A4_ACROSS;
    sheets = Sheets.on(paper);
    cell = Math.min(WIDEST_CELL, (paper.width() - 2 * MARGIN - 2 * LABEL) / longest);
  }

  private static List<Integer> concat(List<Integer> one, List<Integer> other) {
    List<Integer> all = new ArrayList<>(List.of(0));
    all.addAll(one);
    all.addAll(other);
    return all;
  }

  static byte[] of(String congress, Seating.Chart chart) {
    SeatingSheets drawn = new SeatingSheets(congress, chart);
    drawn.plan();
    drawn.list();
    return drawn.sheets.pdf(congress + "座次表");
  }

  private void plan() {
    HallPlan hall = chart.hall();
    for (int row = hall.platform().size(); row >= 1; row--) {
      row(true, row, hall.platform().get(row - 1));
    }
    if (!hall.platform().isEmpty()) {
      sheets.text(
          "主　席　台", new Box(MARGIN, y, inner(), 8), Style.of(Face.HEI, 13).inTheMiddle().inRed());
      sheets.fill(new Box(paper.width() / 4, y + 8, paper.width() / 2, 0.5), true);
      y += 12;
    }
    for (int row = 1; row <= hall.rows().size(); row++) {
      row(false, row, hall.rows().get(row - 1));
    }
  }

  private double inner() {
    return paper.width() - 2 * MARGIN;
  }

  private void heading(String what) {
    sheets.page();
    sheets.text(
        congress + what, new Box(MARGIN, 10, inner(), 14), Style.of(Face.SONG, 20).inTheMiddle());
    y = TOP;
  }

  private void row(boolean onPlatform, int row, int length) {
    if (y + CELL_HEIGHT > paper.height() - MARGIN) {
      heading("座次表");
    }
    double left = (paper.width() - length * cell) / 2;
    Style label = Style.of(Face.HEI, 9).inTheMiddle();
    sheets.text(row + "排", new Box(left - LABEL, y, LABEL - 1, CELL_HEIGHT), label);
    sheets.text(row + "排", new Box(left + length * cell + 1, y, LABEL - 1, CELL_HEIGHT), label);
    Optional<Delegate> neighbour = Optional.empty();
    for (int place = 1; place <= length; place++) {
      Seat seat = new Seat(onPlatform, row, place);
      Optional<Delegate> who = Optional.ofNullable(bySeat.get(seat));
      double x = left + (place - 1) * cell;
      seat(seat, who, x);
      if (!onPlatform && place > 1 && isBorder(neighbour, who)) {
        sheets.fill(new Box(x - HEAVY / 2, y, HEAVY, CELL_HEIGHT), false);
      }
      neighbour = who;
    }
    y += ROW_STEP;
  }

  private static boolean isBorder(Optional<Delegate> one, Optional<Delegate> other) {
    return !one.map(SeatPlan::group).equals(other.map(SeatPlan::group));
  }

  private void seat(Seat seat, Optional<Delegate> who, double x) {
    sheets.frame(new Box(x, y, cell, CELL_HEIGHT), HAIR);
    sheets.text(
        String.valueOf(chart.hall().number(seat)),
        new Box(x + 0.5, y + 0.5, cell - 1, 3),
        Style.of(Face.FANG, 7).inTheMiddle());
    who.ifPresent(
        delegate ->
            sheets.text(
                delegate.name(),
                new Box(x + 0.5, y + 3.4, cell - 1, CELL_HEIGHT - 3.8),
                Style.of(Face.HEI, 11).upTo(2).inTheMiddle()));
  }

  // By name

  private void list() {
    Map<String, List<Delegate>> groups = new LinkedHashMap<>();
    List<Delegate> seated =
        chart.people().stream()
            .filter(each -> chart.seats().containsKey(each.id()))
            .sorted(
                Comparator.comparing(
                    each -> chart.seats().get(each.id()),
                    Comparator.comparing((Seat seat) -> !seat.onPlatform())
                        .thenComparingInt(Seat::row)
                        .thenComparingInt(Seat::place)))
            .toList();
    for (Delegate each : seated) {
      boolean above = Optional.ofNullable(chart.seats().get(each.id())).orElseThrow().onPlatform();
      groups
          .computeIfAbsent(above ? "主席台" : SeatPlan.group(each), _ -> new ArrayList<>())
          .add(each);
    }
    y = Double.MAX_VALUE;
    groups.forEach(this::group);
    if (!chart.standing().isEmpty()) {
      group("未排座", chart.standing());
    }
  }

  private void group(String name, List<Delegate> people) {
    Box head = next(2);
    sheets.text("%s（%d人）".formatted(name, people.size()), head, Style.of(Face.HEI, 10).inRed());
    for (Delegate each : people) {
      Box line = next(1);
      double half = line.width() * 0.52;
      sheets.text(
          each.name(), new Box(line.left(), line.top(), half, LINE), Style.of(Face.FANG, 10));
      sheets.text(
          chart.word(each),
          new Box(line.left() + half, line.top(), line.width() - half, LINE),
          Style.of(Face.FANG, 10));
    }
  }

  /// The next line of the list, on whatever column or page it falls.
  ///
  /// @param together lines that must not be torn
  private Box next(int together) {
    if (y + together * LINE > paper.height() - MARGIN) {
      column = y == Double.MAX_VALUE ? COLUMNS : column + 1;
      if (column >= COLUMNS) {
        heading("座次名单");
        column = 0;
      }
      y = TOP;
    }
    double width = inner() / COLUMNS;
    Box line = new Box(MARGIN + column * width, y, width - 5, LINE);
    y += LINE;
    return line;
  }
}
