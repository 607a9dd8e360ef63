package org.zhijia.congress;

import static org.zhijia.congress.Line.State.DUE;
import static org.zhijia.congress.Line.State.MET;

import java.util.List;
import java.util.Set;
import org.zhijia.election.Body;
import org.zhijia.election.Elections.OpenSeats;
import org.zhijia.election.SeatsDecision;
import org.zhijia.statute.Text;

/// Seats that nobody was elected to, and what becomes of them. Remarks only: a congress may go on
/// with seats open.
final class SeatLines {
  private SeatLines() {}

  static List<Line> of(List<OpenSeats> all, Set<Body> bodies, String link) {
    return all.stream()
        .filter(each -> bodies.contains(each.body()))
        .map(
            each ->
                Line.of(
                        each.decision().isPresent() ? MET : DUE,
                        text(each),
                        Articles.PRACTICE,
                        link)
                    .advised())
        .toList();
  }

  private static Text text(OpenSeats seats) {
    Text way = seats.decision().map(SeatLines::decided).orElse(UNDECIDED);
    Text body = name(seats.body());
    return Text.of(
        "%1$s缺额 %2$d 名：%3$s",
        "%4$s: %2$d seats are open. %5$s", body.zh(), seats.open(), way.zh(), body.en(), way.en());
  }

  private static final Text UNDECIDED =
      new Text(
          "在结果页选择再次投票、减少名额或者暂缺",
          "On the page of the result: vote again, reduce the seats, or leave them vacant");

  private static Text decided(SeatsDecision decision) {
    return switch (decision.choice()) {
      case REDUCED -> Text.of("名额减少为 %d 名", "Seats are reduced to %d", decision.size());
      case VACANT -> new Text("暂缺", "They stay vacant");
    };
  }

  private static Text name(Body body) {
    return switch (body) {
      case COMMITTEE -> new Text("委员会", "Committee");
      case AUDIT -> new Text("经费审查委员会", "Audit committee");
      case STANDING -> new Text("常务委员会", "Standing committee");
      case VICE_CHAIRS -> new Text("副主席", "Vice-chairs");
      case CHAIR, AUDIT_CHAIR, RESOLUTION, RECALL -> new Text("", "");
    };
  }
}
