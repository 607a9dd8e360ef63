package org.zhijia.ballot.group;

/// Powers with secret exponents in a [FiniteField]: digits of radix 16, and each table of 16
/// entries read in full, so that neither a branch nor an address depends on the exponent.
final class ResiduePower {

  static final int DIGIT_BITS = 4;
  private static final int ENTRIES = 1 << DIGIT_BITS;

  private ResiduePower() {}

  /// base^exponent; all in Montgomery's form.
  static long[] of(FiniteField group, long[] base, Scalar exponent) {
    Modulus field = group.field();
    ResidueScalar digits = group.ours(exponent);
    long[][] table = table(group, base);
    long[] power = group.one();
    for (int i = digits(group) - 1; i >= 0; i--) {
      for (int k = 0; k < DIGIT_BITS; k++) {
        power = field.squared(power);
      }
      power = field.times(power, select(table, digits.window(DIGIT_BITS * i, DIGIT_BITS)));
    }
    return power;
  }

  /// How many digits an exponent has.
  static int digits(FiniteField group) {
    return Math.ceilDiv(group.order().bitLength(), DIGIT_BITS);
  }

  /// base^0 … base^15.
  static long[][] table(FiniteField group, long[] base) {
    long[][] table = new long[ENTRIES][];
    table[0] = group.one();
    for (int i = 1; i < ENTRIES; i++) {
      table[i] = group.field().times(table[i - 1], base);
    }
    return table;
  }

  /// A copy of one entry; reads them all.
  static long[] select(long[][] table, int digit) {
    long[] entry = new long[table[0].length];
    for (int i = 0; i < table.length; i++) {
      long mask = ((long) (i ^ digit) - 1) >> 63;
      long[] candidate = table[i];
      for (int k = 0; k < entry.length; k++) {
        entry[k] |= mask & candidate[k];
      }
    }
    return entry;
  }
}
