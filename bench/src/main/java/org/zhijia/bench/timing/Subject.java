package org.zhijia.bench.timing;

import java.util.function.Supplier;

/// Something to be timed.
///
/// @param name as it stands in the table
/// @param measurements in a run of full length
/// @param trials lays out one run of the operation over a fixed secret (true) or a random one; both
///     are objects of their own, so that not the cache tells them apart
record Subject(String name, int measurements, Trials trials) {

  /// Makes trials.
  @FunctionalInterface
  interface Trials {
    Supplier<Object> trial(boolean fixed);
  }
}
