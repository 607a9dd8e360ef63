package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A ballot as somebody marked it, by places on a list from 0. Of a resolution there is one place.
///
/// @param readable false for a sheet that no teller can read
/// @param person who is written in
record Marked(
    List<Integer> approve, List<Integer> against, boolean readable, Optional<String> person) {
  static final Marked BLANK = of(List.of(), List.of());
  static final Marked UNREADABLE = new Marked(List.of(), List.of(), false, Optional.empty());

  Marked {
    approve = List.copyOf(approve);
    against = List.copyOf(against);
  }

  static Marked of(List<Integer> approve, List<Integer> against) {
    return new Marked(approve, against, true, Optional.empty());
  }

  /// Whether it counts for nobody. A device makes no such ballot; paper takes anything.
  boolean isVoid(int seats) {
    return !readable || approve.size() > seats || approve.stream().anyMatch(against::contains);
  }

  /// The same marks on a list in another order.
  ///
  /// @param places for each place of ours the one there, from 0
  Marked at(List<Integer> places) {
    return new Marked(
        approve.stream().map(places::get).sorted().toList(),
        against.stream().map(places::get).sorted().toList(),
        readable,
        person);
  }

  /// The same with a person written in: who takes up a seat, the last one if all are given away,
  /// and in whose favour somebody is opposed.
  Marked writingIn(String name, Slate slate) {
    List<Integer> fewer = new ArrayList<>(approve);
    List<Integer> opposed = new ArrayList<>(against);
    if (fewer.size() == slate.seats()) {
      opposed.add(fewer.removeLast());
    }
    for (int place = 0; opposed.isEmpty(); place++) {
      if (!fewer.contains(place)) {
        opposed.add(place);
      }
    }
    return new Marked(fewer, opposed, readable, Optional.of(name));
  }

  /// What a device encrypts on a slate: who is approved, who is opposed.
  List<List<Integer>> slateRows(int candidates) {
    return List.of(row(candidates, approve), row(candidates, against));
  }

  /// What a device encrypts on a resolution: blank, for, against.
  List<List<Integer>> resolutionRow() {
    boolean blank = approve.isEmpty() && against.isEmpty();
    return List.of(List.of(blank ? 1 : 0, approve.size(), against.size()));
  }

  private static List<Integer> row(int candidates, List<Integer> marked) {
    List<Integer> row = new ArrayList<>();
    for (int place = 0; place < candidates; place++) {
      row.add(marked.contains(place) ? 1 : 0);
    }
    return row;
  }
}
