package org.zhijia.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the unions that a file speaks of: by number, full name or employer, within one subtree.
final class UnionNames {
  private final Map<String, List<Long>> byName = new HashMap<>();
  private final long whole;

  /// @param whole the organisation whose file it is
  /// @param within itself and all below it
  UnionNames(Organisation whole, List<Organisation> within) {
    this.whole = whole.id();
    within.forEach(union -> add(union.number(), union.id()));
    within.forEach(union -> add(union.name(), union.id()));
    Map<String, List<Long>> employers = new HashMap<>();
    for (Organisation union : within) {
      employers.computeIfAbsent(union.employer(), _ -> new ArrayList<>()).add(union.id());
    }
    // An employer's name stands for its union as long as no union is called so.
    employers.forEach((employer, ids) -> byName.putIfAbsent(employer, ids));
    byName.remove("");
  }

  private void add(String name, long id) {
    List<Long> ids = byName.computeIfAbsent(name, _ -> new ArrayList<>());
    if (!ids.contains(id)) {
      ids.add(id);
    }
  }

  long whole() {
    return whole;
  }

  List<Long> named(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
