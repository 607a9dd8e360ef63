package org.zhijia.election;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.documents.Face;
import org.zhijia.documents.Sheets;
import org.zhijia.documents.Sheets.Box;
import org.zhijia.documents.Sheets.Style;

/// The ballot on paper as one sheet of A4, however many stand: up to twenty lines in one column,
/// more in two, and closer to each other where there is little room. It carries no number.
final class BallotSheet {
  private static final double LEFT = 20;
  private static final double WIDTH = 170;
  private static final double TOP = 82;
  private static final double BOTTOM = 268;
  private static final int ONE_COLUMN = 20;
  private static final double GAP = 6;
  private static final double TALLEST = 11;
  private static final double HAIR = 0.2;

  /// Shares of a column's width: place, name, for, against.
  private static final double[] SHARES = {0.14, 0.46, 0.2, 0.2};

  private static final String OTHERS = "另选他人，须先反对一名候选人，再写上另选的人的姓名。";
  private static final String NO_OTHERS = "这是就票数相等的人再次投票，赞成票多的当选，不能另选他人。";
  private static final String HOW = "赞成的在“赞成”栏画“○”，反对的在“反对”栏画“×”，弃权的不画。";

  private final Sheets sheets = Sheets.on(Sheets.Paper.A4);
  private final Poll poll;

  private BallotSheet(Poll poll) {
    this.poll = poll;
  }

  static String title(Poll poll) {
    String round = poll.round() > 1 ? "（第" + poll.round() + "轮）" : "";
    return poll.title() + round + "选票";
  }

  /// @param blanks lines for others, if it is a list of persons; none in a run-off
  static byte[] of(String meeting, Poll poll, List<Candidate> candidates, int blanks) {
    BallotSheet drawn = new BallotSheet(poll);
    drawn.head(meeting, blanks > 0 ? OTHERS : NO_OTHERS);
    drawn.table(drawn.lines(candidates, blanks));
    return drawn.sheets.pdf(meeting + title(poll));
  }

  private boolean isList() {
    return !poll.body().decides();
  }

  private void head(String meeting, String others) {
    sheets.page();
    Style large = Style.of(Face.SONG, 22).upTo(2).inTheMiddle();
    sheets.text(meeting, new Box(LEFT, 18, WIDTH, 14), Style.of(Face.KAI, 16).inTheMiddle());
    sheets.text(title(poll), new Box(LEFT, 33, WIDTH, 20), large);
    String rule =
        isList()
            ? "应选%d名，候选人%d名。赞成的人数（连同另选的人）不得超过应选名额，超过的整张无效。%s%s候选人以姓氏笔画为序。"
                .formatted(poll.seats(), poll.candidates(), HOW, others)
            : HOW;
    sheets.text(rule, new Box(LEFT, 55, WIDTH, 23), Style.of(Face.FANG, 12).upTo(4));
    sheets.text("（加盖大会印章有效）", new Box(LEFT, 272, WIDTH, 8), Style.of(Face.FANG, 12).inTheMiddle());
  }

  /// A line of the table.
  ///
  /// @param against whether there is somebody to be against
  private record Line(String place, String name, boolean against) {}

  private List<Line> lines(List<Candidate> candidates, int blanks) {
    List<Line> lines = new ArrayList<>();
    if (!isList()) {
      return List.of(new Line("", poll.title(), true));
    }
    candidates.forEach(
        each -> lines.add(new Line(String.valueOf(each.place()), each.name(), true)));
    for (int i = 0; i < blanks; i++) {
      lines.add(new Line("另选", "", false));
    }
    return lines;
  }

  private void table(List<Line> lines) {
    int columns = lines.size() > ONE_COLUMN ? 2 : 1;
    int rows = Math.ceilDiv(lines.size(), columns);
    double height = Math.min(TALLEST, (BOTTOM - TOP) / (rows + 1));
    double width = (WIDTH - (columns - 1) * GAP) / columns;
    for (int column = 0; column < columns; column++) {
      double left = LEFT + column * (width + GAP);
      row(List.of("序号", isList() ? "姓名" : "表决事项", "赞成", "反对"), left, TOP, width, height);
      int end = Math.min(lines.size(), (column + 1) * rows);
      for (int i = column * rows; i < end; i++) {
        Line line = lines.get(i);
        double top = TOP + (i - column * rows + 1) * height;
        List<String> cells = List.of(line.place(), line.name(), "", line.against() ? "" : "—");
        row(cells, left, top, width, height);
      }
    }
  }

  private void row(List<String> cells, double left, double top, double width, double height) {
    double x = left;
    for (int i = 0; i < cells.size(); i++) {
      double cell = width * SHARES[i];
      sheets.frame(new Box(x, top, cell, height), HAIR);
      Style style = Style.of(i == 1 ? Face.HEI : Face.FANG, 14).upTo(2).inTheMiddle();
      sheets.text(cells.get(i), new Box(x + 1, top, cell - 2, height), style);
      x += cell;
    }
  }
}
