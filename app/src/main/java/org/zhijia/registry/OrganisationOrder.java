package org.zhijia.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the rows of a list of organisations in an order in which each comes after the one above
/// it, and finds what cannot be seen in one row: a number twice, nobody above, a circle.
final class OrganisationOrder {
  private final Map<String, OrganisationRow> byNumber = new LinkedHashMap<>();
  private final Map<String, List<String>> numbersByName = new HashMap<>();
  private final Map<String, Organisation> existing = new HashMap<>();
  private final String whole;
  private final List<OrganisationRow> refused = new ArrayList<>();

  /// @param whole the organisation whose list it is: who names nobody stands right below it
  /// @param within itself and all below it
  OrganisationOrder(Organisation whole, List<Organisation> within) {
    this.whole = whole.number();
    for (Organisation organisation : within) {
      existing.put(organisation.number(), organisation);
      name(organisation.name(), organisation.number());
    }
  }

  private void name(String name, String number) {
    numbersByName.computeIfAbsent(name, _ -> new ArrayList<>()).add(number);
  }

  void add(OrganisationRow row) {
    OrganisationRow earlier = byNumber.putIfAbsent(row.number(), row);
    if (earlier != null) {
      refused.add(
          row.with(
              row.parent(),
              RowFinding.stop(
                  OrganisationColumns.NUMBER,
                  "编号与第 %d 行重复。",
                  "The number stands in line %d already.",
                  earlier.line())));
      return;
    }
    if (!existing.containsKey(row.number())) {
      name(row.name(), row.number());
    }
  }

  boolean isKnown(OrganisationRow row) {
    return existing.containsKey(row.number());
  }

  /// All rows, those above first, with the number of the one above in each.
  List<OrganisationRow> sorted() {
    List<OrganisationRow> result = new ArrayList<>(refused);
    Map<String, List<OrganisationRow>> children = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(existing.keySet());
    for (OrganisationRow row : byNumber.values()) {
      if (isKnown(row)) {
        result.add(row);
      } else {
        place(row, children, result);
      }
    }
    Set<String> reached = new HashSet<>();
    while (!next.isEmpty()) {
      for (OrganisationRow row : children.getOrDefault(next.pop(), List.of())) {
        if (reached.add(row.number())) {
          result.add(row);
          if (RowFinding.verdict(row.findings()) != Verdict.BAD) {
            next.add(row.number());
          }
        }
      }
    }
    children.values().stream()
        .flatMap(List::stream)
        .filter(row -> !reached.contains(row.number()))
        .sorted(Comparator.comparingInt(OrganisationRow::line))
        .forEach(row -> result.add(row.with(row.parent(), hangsInTheAir(row))));
    return result;
  }

  private void place(
      OrganisationRow row,
      Map<String, List<OrganisationRow>> children,
      List<OrganisationRow> result) {
    List<String> parents = parents(row);
    if (parents.size() == 1) {
      OrganisationRow placed = row.below(parents.getFirst());
      children.computeIfAbsent(placed.parent(), _ -> new ArrayList<>()).add(placed);
      return;
    }
    result.add(
        row.with(
            row.parent(),
            parents.isEmpty()
                ? RowFinding.stop(
                    OrganisationColumns.PARENT,
                    "没有找到上级工会“%s”。",
                    "There is no higher union \"%s\".",
                    row.parent())
                : RowFinding.stop(
                    OrganisationColumns.PARENT,
                    "上级工会“%s”不止一个，请改写编号。",
                    "There are several unions \"%s\": give the number instead.",
                    row.parent())));
  }

  private List<String> parents(OrganisationRow row) {
    if (row.parent().isEmpty()) {
      return List.of(whole);
    }
    if (existing.containsKey(row.parent()) || byNumber.containsKey(row.parent())) {
      return List.of(row.parent());
    }
    return numbersByName.getOrDefault(row.parent(), List.of());
  }

  private static RowFinding hangsInTheAir(OrganisationRow row) {
    return RowFinding.stop(
        OrganisationColumns.PARENT,
        "上级工会“%s”本身有问题，或者上下级成了一个圈，请先改正。",
        "The higher union \"%s\" has a problem itself, or they stand in a circle: mend that first.",
        row.parent());
  }
}
