package org.zhijia.ballot.audit;

import java.util.EnumMap;
import java.util.Map;

/// How often each check was made and held.
final class CheckCounts {
  private final Map<Check, Long> counts = new EnumMap<>(Check.class);

  void add(Check check, long times) {
    if (times > 0) {
      counts.merge(check, times, Long::sum);
    }
  }

  void addAll(CheckCounts other) {
    other.counts.forEach(this::add);
  }

  Map<Check, Long> asMap() {
    return counts;
  }
}
