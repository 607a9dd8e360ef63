package org.zhijia.ballot.group;

/// Arithmetic mod q = 2^252 + 27742317777372353535851937790883648493 on four 64-bit words, least
/// significant first. Constant time: carries are computed with bit operations, never with a
/// comparison, and a last subtraction is masked.
///
/// Source of the multiplication: Montgomery, "Modular multiplication without trial division", 1985.
final class ScalarWords {

  static final int WORDS = 4;

  /// The order q of the group.
  static final long[] ORDER = {0x5812631a5cf5d3edL, 0x14def9dea2f79cd6L, 0, 1L << 60};

  private static final long[] ONE = {1, 0, 0, 0};

  /// −1/q mod 2^64.
  private static final long MINUS_INVERSE = minusInverse();

  /// 2^512 mod q.
  private static final long[] SQUARE_OF_RADIX = squareOfRadix();

  private ScalarWords() {}

  static long[] plus(long[] a, long[] b) {
    long[] sum = new long[WORDS];
    long carry = 0;
    for (int i = 0; i < WORDS; i++) {
      long partial = a[i] + b[i];
      sum[i] = partial + carry;
      carry = carry(a[i], b[i], partial) + carry(partial, carry, sum[i]);
    }
    return subtractOrderOnce(sum);
  }

  static long[] minus(long[] a, long[] b) {
    long[] difference = new long[WORDS];
    long borrow = subtract(difference, a, b);
    long carry = 0;
    for (int i = 0; i < WORDS; i++) {
      long partial = difference[i] + (ORDER[i] & -borrow);
      long sum = partial + carry;
      carry = carry(difference[i], ORDER[i] & -borrow, partial) + carry(partial, carry, sum);
      difference[i] = sum;
    }
    return difference;
  }

  static long[] times(long[] a, long[] b) {
    return montgomery(montgomery(a, b), SQUARE_OF_RADIX);
  }

  /// a^(q−2); the exponent is public.
  static long[] inverted(long[] a) {
    long[] base = montgomery(a, SQUARE_OF_RADIX);
    long[] power = base;
    for (int i = 251; i >= 0; i--) {
      power = montgomery(power, power);
      long word = i < 64 ? ORDER[0] - 2 : ORDER[i >> 6];
      if (((word >>> i) & 1) == 1) {
        power = montgomery(power, base);
      }
    }
    return montgomery(power, ONE);
  }

  /// high · 2^256 + low mod q, for any words.
  static long[] reduce(long[] high, long[] low) {
    long[] reduced = montgomery(montgomery(low, SQUARE_OF_RADIX), ONE);
    return plus(montgomery(high, SQUARE_OF_RADIX), reduced);
  }

  static boolean isReduced(long[] a) {
    return subtract(new long[WORDS], a, ORDER) == 1;
  }

  static boolean areEqual(long[] a, long[] b) {
    return ((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2]) | (a[3] ^ b[3])) == 0;
  }

  /// a · b / 2^256 mod q, for any words a and a reduced b.
  private static long[] montgomery(long[] a, long[] b) {
    long[] t = new long[WORDS];
    for (int i = 0; i < WORDS; i++) {
      long top = multiplyAdd(t, a[i], b);
      long m = t[0] * MINUS_INVERSE;
      long carry = multiplyAdd(t, m, ORDER);
      t[0] = t[1];
      t[1] = t[2];
      t[2] = t[3];
      t[3] = top + carry; // t < 2q, so nothing is lost
    }
    return subtractOrderOnce(t);
  }

  /// t = t + x · b; returns the fifth word.
  private static long multiplyAdd(long[] t, long x, long[] b) {
    long carry = 0;
    for (int i = 0; i < WORDS; i++) {
      long low = x * b[i];
      long sum = low + carry;
      long total = sum + t[i];
      carry = Math.unsignedMultiplyHigh(x, b[i]) + carry(low, carry, sum) + carry(sum, t[i], total);
      t[i] = total;
    }
    return carry;
  }

  private static long[] subtractOrderOnce(long[] a) {
    long[] difference = new long[WORDS];
    long keep = -subtract(difference, a, ORDER);
    for (int i = 0; i < WORDS; i++) {
      difference[i] ^= keep & (difference[i] ^ a[i]);
    }
    return difference;
  }

  /// r = a − b; returns 1 if that is negative, otherwise 0.
  private static long subtract(long[] r, long[] a, long[] b) {
    long borrow = 0;
    for (int i = 0; i < WORDS; i++) {
      long partial = a[i] - b[i];
      r[i] = partial - borrow;
      borrow = carry(partial, b[i], a[i]) + carry(r[i], borrow, partial);
    }
    return borrow;
  }

  /// The carry out of a + b = sum.
  private static long carry(long a, long b, long sum) {
    return ((a & b) | ((a | b) & ~sum)) >>> 63;
  }

  /// Newton's iteration: each step doubles the number of right bits.
  private static long minusInverse() {
    long inverse = ORDER[0];
    for (int i = 0; i < 6; i++) {
      inverse *= 2 - ORDER[0] * inverse;
    }
    return -inverse;
  }

  private static long[] squareOfRadix() {
    long[] power = ONE;
    for (int i = 0; i < 512; i++) {
      power = plus(power, power);
    }
    return power;
  }
}
