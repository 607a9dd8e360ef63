package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Counts the ballots that were put in, without the server, and compares. Nothing of the server's
/// counting is used here, nor of its rules.
final class Recount {
  private final Ask ask;
  private final IntPredicate onPaper;
  private final boolean byAgainst;
  private final int[] approve;
  private final int[] against;
  private final Map<String, Integer> writtenIn = new TreeMap<>();
  private int returned;
  private int invalid;

  /// @param byAgainst whether fewer votes against decide a tie
  Recount(Ask ask, IntPredicate onPaper, boolean byAgainst) {
    this.ask = ask;
    this.onPaper = onPaper;
    this.byAgainst = byAgainst;
    this.approve = new int[ask.slate().nominees().size()];
    this.against = new int[approve.length];
    for (int voter = 0; voter < ask.ballot().marks().size(); voter++) {
      Optional<Marked> marked = ask.of(voter);
      if (marked.isPresent()) {
        add(voter, marked.get());
      }
    }
  }

  private void add(int voter, Marked marked) {
    returned++;
    if (onPaper.test(voter) && marked.isVoid(ask.slate().seats())) {
      invalid++;
      return;
    }
    marked.approve().forEach(place -> approve[place]++);
    marked.against().forEach(place -> against[place]++);
    marked.person().ifPresent(name -> writtenIn.merge(name, 1, Integer::sum));
  }

  int valid() {
    return returned - invalid;
  }

  int approve(int place) {
    return approve[place];
  }

  int against(int place) {
    return against[place];
  }

  /// Places of those who have more than half of those due, most votes first. Those in a run-off had
  /// them before.
  private List<Integer> passed() {
    Comparator<Integer> order = Comparator.comparingInt((Integer place) -> -approve[place]);
    if (byAgainst) {
      order = order.thenComparingInt(place -> against[place]);
    }
    return IntStream.range(0, approve.length)
        .filter(place -> ask.runoff() || 2 * approve[place] > ask.due())
        .boxed()
        .sorted(order)
        .toList();
  }

  private boolean tied(int one, int other) {
    return approve[one] == approve[other] && (!byAgainst || against[one] == against[other]);
  }

  /// Names of those elected; of those tied at the last seat none.
  Set<String> elected() {
    List<Integer> passed = passed();
    int seats = ask.slate().seats();
    if (passed.size() > seats && tied(passed.get(seats - 1), passed.get(seats))) {
      int last = passed.get(seats - 1);
      passed = passed.stream().takeWhile(place -> !tied(place, last)).toList();
    }
    Set<String> names = new HashSet<>();
    passed.stream()
        .limit(seats)
        .forEach(place -> names.add(ask.slate().nominees().get(place).name()));
    return names;
  }

  /// Where the server's result is another one; empty if it is the same.
  List<String> differences(JsonNode result) {
    List<String> differences = new ArrayList<>();
    compare(differences, "returned", returned, result.get("returned").intValue());
    compare(differences, "valid", valid(), result.get("valid").intValue());
    if (ask.runoff() != result.get("runoffVote").booleanValue()) {
      differences.add("a run-off: " + result.get("runoffVote") + ", ours " + ask.runoff());
    }
    Map<String, JsonNode> lines = new HashMap<>();
    for (JsonNode line : result.get("candidates")) {
      lines.put(ask.isResolution() ? "r" : line.get("name").stringValue(), line);
    }
    for (int place = 0; place < approve.length; place++) {
      String name = ask.slate().nominees().get(place).name();
      JsonNode line = lines.get(name);
      if (line == null) {
        differences.add(name + ": not in the result");
        continue;
      }
      compare(differences, name + " for", approve[place], line.get("approve").intValue());
      compare(differences, name + " against", against[place], line.get("against").intValue());
    }
    if (!ask.isResolution()) {
      compareWriteIns(differences, result);
      Set<String> theirs = new HashSet<>();
      result.get("electedNames").forEach(name -> theirs.add(name.stringValue()));
      if (!theirs.equals(elected())) {
        differences.add("elected " + theirs + ", counted " + elected());
      }
    }
    return differences;
  }

  /// So few are written in that none of them is elected.
  private void compareWriteIns(List<String> differences, JsonNode result) {
    Map<String, Integer> theirs = new TreeMap<>();
    result
        .get("writeIns")
        .forEach(line -> theirs.put(line.get("name").stringValue(), line.get("votes").intValue()));
    Set<String> names = new TreeSet<>(theirs.keySet());
    names.addAll(writtenIn.keySet());
    for (String name : names) {
      int ours = writtenIn.getOrDefault(name, 0);
      compare(differences, name + " written in", ours, theirs.getOrDefault(name, 0));
    }
  }

  private static void compare(List<String> differences, String what, int ours, int theirs) {
    if (ours != theirs) {
      differences.add(what + ": " + theirs + ", counted " + ours);
    }
  }
}
