package org.zhijia.congress;

import java.util.LinkedHashMap;
import java.util.Map;

/// Who the delegates are, in counts.
///
/// @param body whose rules hold: `district`, `grassroots`, `enterprise`
/// @param categories how many of each
/// @param leastWomen a number that the preparation set for itself; 0 for none
record Composition(
    String body,
    int delegates,
    int women,
    int minorities,
    int party,
    Map<Category, Integer> categories,
    int leastWomen,
    int leastFrontLine) {

  Composition {
    categories = Map.copyOf(categories);
  }

  public int of(Category category) {
    return categories.getOrDefault(category, 0);
  }

  /// As the rule `delegates.composition` takes it.
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("delegates", delegates);
    facts.put("kind", body);
    for (Category category : Category.values()) {
      if (!category.fact().isEmpty()) {
        facts.put(category.fact(), of(category));
      }
    }
    facts.put("women", women);
    facts.put("minorities", minorities);
    Map<String, Object> targets = new LinkedHashMap<>();
    if (leastWomen > 0) {
      targets.put("women", leastWomen);
    }
    if (leastFrontLine > 0) {
      targets.put("frontLine", leastFrontLine);
    }
    facts.put("targets", targets);
    return facts;
  }

  /// A share of the delegates as people read it: 38.7 %.
  public String percent(int part) {
    if (delegates == 0) {
      return "0 %";
    }
    long tenths = (2_000L * part + delegates) / (2L * delegates);
    return tenths / 10 + "." + tenths % 10 + " %";
  }
}
