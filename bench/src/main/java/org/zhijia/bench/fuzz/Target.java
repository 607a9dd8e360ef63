package org.zhijia.bench.fuzz;

import java.util.List;

/// Something that reads what comes from outside.
///
/// @param name short, fit for a file's name
/// @param kind how its inputs are changed
/// @param seeds valid inputs to begin with
/// @param reader what is tried out
/// @param effort how much time it is given
record Target(String name, Mutations.Kind kind, List<byte[]> seeds, Reader reader, Effort effort) {

  Target {
    seeds = List.copyOf(seeds);
  }

  Target(String name, Mutations.Kind kind, List<byte[]> seeds, Reader reader) {
    this(name, kind, seeds, reader, Effort.QUICK);
  }

  /// How long a target's turn is, and how long one input may take, both of CPU.
  enum Effort {
    QUICK(200, 2000),
    THOROUGH(1000, 2000),
    /// A group in which a single ballot takes most of a second.
    SLOW(1000, 15_000);

    final long turnMillis;
    final long mostMillis;

    Effort(long turnMillis, long mostMillis) {
      this.turnMillis = turnMillis;
      this.mostMillis = mostMillis;
    }
  }

  /// Reads an input.
  @FunctionalInterface
  interface Reader {
    /// What became of an input that was accepted; what is promised of it has been checked.
    ///
    /// @throws Exception if it is refused; which exceptions say so, [Fuzzer] knows
    String read(byte[] input) throws Exception;
  }
}
