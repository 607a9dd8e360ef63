package org.zhijia.bench.fuzz;

import java.util.List;
import org.zhijia.ballot.group.Randomness;

/// Something that reads what comes from outside.
///
/// @param name short, fit for a file's name
/// @param inputs what it is given
/// @param reader what is tried out
/// @param effort how much time it is given
record Target(String name, Inputs inputs, Reader reader, Effort effort) {

  Target(String name, Mutations.Kind kind, List<byte[]> seeds, Reader reader) {
    this(name, new Inputs(kind, seeds), reader, Effort.QUICK);
  }

  /// What a target is given.
  ///
  /// @param kind how inputs are changed
  /// @param seeds valid ones to begin with
  /// @param mending what most changed ones are put through
  record Inputs(Mutations.Kind kind, List<byte[]> seeds, Mending mending) {
    Inputs {
      seeds = List.copyOf(seeds);
    }

    Inputs(Mutations.Kind kind, List<byte[]> seeds) {
      this(kind, seeds, (changed, _) -> changed);
    }
  }

  /// Makes seals fit a changed input, so that not they find the change.
  @FunctionalInterface
  interface Mending {
    byte[] mend(byte[] changed, Randomness randomness);
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
