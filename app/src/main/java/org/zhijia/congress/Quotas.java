package org.zhijia.congress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How many delegates each unit elects: in proportion to its members by the largest remainder, at
/// least one each.
///
/// Units of which the proportion gives less than one get one first; the rest is shared out among
/// the others. Of equal remainders the unit with more members comes first, then the earlier one.
final class Quotas {
  private Quotas() {}

  /// @param members of each unit, none negative
  /// @param seats in all
  /// @return for each unit its number, in the same order; all 0 if there are more units than seats
  static List<Integer> of(List<Integer> members, int seats) {
    int units = members.size();
    if (units == 0 || seats < units) {
      return members.stream().map(_ -> 0).toList();
    }
    boolean[] fixed = new boolean[units];
    int open = seats;
    long whole = sum(members, fixed);
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < units; i++) {
        if (!fixed[i] && (whole == 0 || (long) members.get(i) * open < whole)) {
          fixed[i] = true;
          changed = true;
        }
      }
      open = seats - count(fixed);
      whole = sum(members, fixed);
    }
    return shared(members, fixed, open, whole);
  }

  private static List<Integer> shared(
      List<Integer> members, boolean[] fixed, int open, long whole) {
    List<Integer> quotas = new ArrayList<>();
    List<Integer> waiting = new ArrayList<>();
    int left = open;
    for (int i = 0; i < fixed.length; i++) {
      int floor = fixed[i] ? 1 : (int) ((long) members.get(i) * open / whole);
      quotas.add(floor);
      if (!fixed[i]) {
        left -= floor;
        waiting.add(i);
      }
    }
    waiting.sort(
        Comparator.comparingLong((Integer i) -> -((long) members.get(i) * open % whole))
            .thenComparingInt(i -> -members.get(i)));
    List<Integer> heirs = waiting.isEmpty() ? indexes(fixed.length) : waiting;
    for (int i = 0; left > 0; i++, left--) {
      int heir = heirs.get(i % heirs.size());
      quotas.set(heir, quotas.get(heir) + 1);
    }
    return List.copyOf(quotas);
  }

  private static List<Integer> indexes(int count) {
    return java.util.stream.IntStream.range(0, count).boxed().toList();
  }

  private static long sum(List<Integer> members, boolean[] fixed) {
    long sum = 0;
    for (int i = 0; i < fixed.length; i++) {
      sum += fixed[i] ? 0 : members.get(i);
    }
    return sum;
  }

  private static int count(boolean[] fixed) {
    int count = 0;
    for (boolean each : fixed) {
      count += each ? 1 : 0;
    }
    return count;
  }
}
