package org.zhijia.statute.organisation;

import java.util.List;
import java.util.Set;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;

/// Offices that one person may not hold together.
public final class Offices {

  private record Pair(Set<String> offices, String article) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(Set.of("scrutineer", "candidate"), "scrutineer.not-candidate"),
          new Pair(Set.of("chief-scrutineer", "candidate"), "scrutineer.not-candidate"),
          new Pair(Set.of("teller", "candidate"), "scrutineer.not-candidate"),
          new Pair(Set.of("credentials-clerk", "scrutineer"), "offices.incompatible"),
          new Pair(Set.of("cashier", "auditor"), "audit.incompatible"),
          new Pair(Set.of("finance-officer", "auditor"), "audit.incompatible"),
          new Pair(Set.of("chair", "auditor"), "audit.incompatible"),
          new Pair(Set.of("system-administrator", "audit-administrator"), "offices.incompatible"),
          new Pair(
              Set.of("system-administrator", "security-administrator"), "offices.incompatible"),
          new Pair(
              Set.of("security-administrator", "audit-administrator"), "offices.incompatible"));

  private static final String[] OFFICES =
      PAIRS.stream()
          .flatMap(pair -> pair.offices().stream())
          .distinct()
          .sorted()
          .toArray(String[]::new);

  private static final Rule COMPATIBLE =
      Rule.of(
          "offices.compatible",
          new Text("两个职务能不能由一人兼任？", "May one person hold both offices?"),
          Offices::compatible,
          Input.choice("first", "职务一", "one office", OFFICES),
          Input.choice("second", "职务二", "the other", OFFICES));

  private Offices() {}

  public static List<Rule> rules() {
    return List.of(COMPATIBLE);
  }

  private static Outcome compatible(Reasoning why, Facts facts) throws BadFacts {
    String first = facts.chosen("first", OFFICES);
    String second = facts.chosen("second", OFFICES);
    for (Pair pair : PAIRS) {
      if (!first.equals(second) && pair.offices().containsAll(List.of(first, second))) {
        why.breach(
            why.threshold(pair.article()),
            "INCOMPATIBLE",
            Text.of("%s 与 %s 不得由一人兼任。", "%s and %s cannot be one person.", first, second));
      }
    }
    if (why.isClean()) {
      why.threshold("offices.incompatible");
    }
    return Outcome.of(why.isClean());
  }
}
