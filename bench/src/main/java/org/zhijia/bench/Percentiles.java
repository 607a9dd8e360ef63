package org.zhijia.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How long things took, shortest first.
record Percentiles(List<Duration> sorted) {
  Percentiles {
    sorted = sorted.stream().sorted().toList();
  }

  /// @return the duration that so many in a hundred did not exceed; zero if there were none
  Duration at(int percent) {
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  Duration longest() {
    return at(100);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
        millis(at(50)),
        millis(at(95)),
        millis(at(99)),
        millis(longest()));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
