package org.zhijia.congress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Fraction;
import org.zhijia.statute.Law;
import org.zhijia.statute.Laws;
import org.zhijia.statute.Outcome.Answer;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.rulebook.Rulebook;

/// The rulebook, asked about a congress under the law of today.
@Component
class Rules {
  private final Laws laws;
  private final Clock clock;

  Rules(Laws laws, Clock clock) {
    this.laws = laws;
    this.clock = clock;
  }

  Law law() {
    return laws.national(LocalDate.now(clock));
  }

  Verdict apply(String rule, Map<String, ?> facts) {
    return apply(law(), rule, facts);
  }

  /// @throws IllegalStateException if our own figures contradict themselves
  static Verdict apply(Law law, String rule, Map<String, ?> facts) {
    try {
      return new Verdict(Rulebook.rule(rule).orElseThrow().apply(law, Facts.of(facts)));
    } catch (BadFacts ours) {
      throw new IllegalStateException(rule + ": " + ours.getMessage(), ours);
    }
  }

  /// The smallest number present that makes a quorum.
  long needed(Congress congress, long due) {
    try {
      Fraction share = law().threshold("congress.quorum", kind(congress.body())).share();
      return switch (congress.quorum()) {
        case "more-than-two-thirds" -> share.floorOf(due) + 1;
        case "more-than-half" -> new Fraction(1, 2).floorOf(due) + 1;
        default -> share.ceilingOf(due);
      };
    } catch (BadFacts ours) {
      throw new IllegalStateException(ours);
    }
  }

  static BodyKind kind(String body) {
    return BodyKind.valueOf(body.toUpperCase(Locale.ROOT));
  }

  /// A ruling that answers yes or no.
  record Verdict(Ruling ruling) {
    public boolean holds() {
      return ruling.outcome() instanceof Answer answer && answer.yes();
    }

    public List<Ground> grounds() {
      return Ground.of(ruling.breaches());
    }

    public Citation citation() {
      return ruling.citations().getFirst();
    }
  }
}
