package org.zhijia.statute.election;

import static org.zhijia.statute.election.Meetings.AT_LEAST_TWO_THIRDS;
import static org.zhijia.statute.election.Meetings.MORE_THAN_HALF;
import static org.zhijia.statute.election.Meetings.MORE_THAN_TWO_THIRDS;

import java.util.Comparator;
import java.util.List;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Text;
import org.zhijia.statute.election.CountSheet.Standing;

/// What a meeting's adopted election method (选举办法) chose among the legal variants.
///
/// @param quorum `at-least-two-thirds`, `more-than-two-thirds` or `more-than-half`
/// @param tie `runoff`, or `fewer-against`: fewer votes against first, then a run-off
/// @param shortage `left-vacant`, `revote` or `reduce`
public record Method(String quorum, String tie, String shortage) {
  static final String RUNOFF = "runoff";
  static final String FEWER_AGAINST = "fewer-against";

  public static Method of(Facts variant) throws BadFacts {
    variant.only(List.of("quorum", "tie", "shortage", "candidates"));
    return new Method(
        variant.choice("quorum", AT_LEAST_TWO_THIRDS, MORE_THAN_TWO_THIRDS, MORE_THAN_HALF),
        variant.choice("tie", RUNOFF, FEWER_AGAINST),
        variant.choice("shortage", "left-vacant", "revote", "reduce"));
  }

  /// Most votes first; where the method says so, fewer votes against break a tie.
  List<Standing> order(List<Standing> passed) {
    Comparator<Standing> order = Comparator.comparingLong(Standing::approve).reversed();
    if (tie.equals(FEWER_AGAINST)) {
      order = order.thenComparingLong(standing -> standing.against().orElse(Long.MAX_VALUE));
    }
    return passed.stream().sorted(order).toList();
  }

  /// Whether the method cannot tell these two apart. A person who was written in has no votes
  /// against that could be compared.
  boolean tied(Standing one, Standing other) {
    boolean comparable =
        tie.equals(FEWER_AGAINST) && one.against().isPresent() && other.against().isPresent();
    return one.approve() == other.approve()
        && (!comparable || one.against().getAsLong() == other.against().getAsLong());
  }

  Text shortageText(long missing) {
    String zh =
        switch (shortage) {
          case "revote" -> "按选举办法，就未当选者另行选举";
          case "reduce" -> "按选举办法，经大会同意可在规定范围内减少名额";
          default -> "按选举办法暂缺；也可由大会决定另行选举或在规定范围内减少名额";
        };
    String en =
        switch (shortage) {
          case "revote" -> "The method asks for another election among those not elected";
          case "reduce" -> "The method lets the meeting reduce the seats within the legal range";
          default -> "The method leaves them vacant; the meeting may also vote again or reduce";
        };
    return Text.of("缺额 %1$d 名。%2$s。", "%1$d seats are not filled. %3$s.", missing, zh, en);
  }
}
