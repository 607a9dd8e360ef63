package org.zhijia.ballot.group;

/// Arithmetic mod p = 2^255 − 19 on numbers of five limbs, radix 2^51, that lie in flat arrays.
///
/// A number is named by its array and the index of its first (least significant) limb. Results may
/// overwrite operands. Nothing here branches on a limb or indexes by one.
///
/// Bounds. A *tight* number has limbs below 2^51 + 2^18: all products are tight. A *loose* one has
/// limbs below 2^54: sums and differences of tight numbers are. [#mul] and [#sqr] take loose
/// operands; [#sub] wants no limb on its right that exceeds that of 4p: a tight number, the sum of
/// two, or the negative of one.
///
/// Of a product of two limbs, `high` yields ⌊a·b / 2^51⌋: one operand comes shifted by 8 and the
/// other, which may have been multiplied by 19, by 5. The low parts of a column are not masked one
/// by one: their sum is the wrapping sum of the products less the shifted sum of the high parts.
final class Field25519 {

  static final int LIMBS = 5;
  static final int RADIX = 51;
  static final long MASK = (1L << RADIX) - 1;

  /// The limbs of 4p, which [#sub] adds so that no limb falls below zero.
  private static final long FOUR_P_0 = 4 * (MASK - 18);

  private static final long FOUR_P = 4 * MASK;

  private Field25519() {}

  /// r = a · b, tight.
  static void mul(long[] r, int ro, long[] a, int ao, long[] b, int bo) {
    long a0 = a[ao], a1 = a[ao + 1], a2 = a[ao + 2], a3 = a[ao + 3], a4 = a[ao + 4];
    long b0 = b[bo], b1 = b[bo + 1], b2 = b[bo + 2], b3 = b[bo + 3], b4 = b[bo + 4];
    long c1 = 19 * b1, c2 = 19 * b2, c3 = 19 * b3, c4 = 19 * b4;
    long x0 = a0 << 8, x1 = a1 << 8, x2 = a2 << 8, x3 = a3 << 8, x4 = a4 << 8;
    long y0 = b0 << 5, y1 = b1 << 5, y2 = b2 << 5, y3 = b3 << 5, y4 = b4 << 5;
    long z1 = c1 << 5, z2 = c2 << 5, z3 = c3 << 5, z4 = c4 << 5;

    long l0 = a0 * b0 + a1 * c4 + a2 * c3 + a3 * c2 + a4 * c1;
    long h0 = high(x0, y0) + high(x1, z4) + high(x2, z3) + high(x3, z2) + high(x4, z1);
    long l1 = a0 * b1 + a1 * b0 + a2 * c4 + a3 * c3 + a4 * c2;
    long h1 = high(x0, y1) + high(x1, y0) + high(x2, z4) + high(x3, z3) + high(x4, z2);
    long l2 = a0 * b2 + a1 * b1 + a2 * b0 + a3 * c4 + a4 * c3;
    long h2 = high(x0, y2) + high(x1, y1) + high(x2, y0) + high(x3, z4) + high(x4, z3);
    long l3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * c4;
    long h3 = high(x0, y3) + high(x1, y2) + high(x2, y1) + high(x3, y0) + high(x4, z4);
    long l4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0;
    long h4 = high(x0, y4) + high(x1, y3) + high(x2, y2) + high(x3, y1) + high(x4, y0);
    long t0 = l0 - (h0 << RADIX) + 19 * h4;
    long t1 = l1 - (h1 << RADIX) + h0;
    long t2 = l2 - (h2 << RADIX) + h1;
    long t3 = l3 - (h3 << RADIX) + h2;
    long t4 = l4 - (h4 << RADIX) + h3;
    carry(r, ro, t0, t1, t2, t3, t4);
  }

  /// r = a², tight.
  static void sqr(long[] r, int ro, long[] a, int ao) {
    long a0 = a[ao], a1 = a[ao + 1], a2 = a[ao + 2], a3 = a[ao + 3], a4 = a[ao + 4];
    long d0 = 2 * a0, d1 = 2 * a1, d2 = 2 * a2, d3 = 2 * a3;
    long c3 = 19 * a3, c4 = 19 * a4;
    long x0 = a0 << 8, x1 = a1 << 8, x2 = a2 << 8, x3 = a3 << 8, x4 = a4 << 8;
    long e0 = a0 << 9, e1 = a1 << 9, e2 = a2 << 9, e3 = a3 << 9;
    long y0 = a0 << 5, y1 = a1 << 5, y2 = a2 << 5, y3 = a3 << 5, y4 = a4 << 5;
    long z3 = c3 << 5, z4 = c4 << 5;

    long l0 = a0 * a0 + d1 * c4 + d2 * c3;
    long h0 = high(x0, y0) + high(e1, z4) + high(e2, z3);
    long l1 = d0 * a1 + d2 * c4 + a3 * c3;
    long h1 = high(e0, y1) + high(e2, z4) + high(x3, z3);
    long l2 = d0 * a2 + a1 * a1 + d3 * c4;
    long h2 = high(e0, y2) + high(x1, y1) + high(e3, z4);
    long l3 = d0 * a3 + d1 * a2 + a4 * c4;
    long h3 = high(e0, y3) + high(e1, y2) + high(x4, z4);
    long l4 = d0 * a4 + d1 * a3 + a2 * a2;
    long h4 = high(e0, y4) + high(e1, y3) + high(x2, y2);
    long t0 = l0 - (h0 << RADIX) + 19 * h4;
    long t1 = l1 - (h1 << RADIX) + h0;
    long t2 = l2 - (h2 << RADIX) + h1;
    long t3 = l3 - (h3 << RADIX) + h2;
    long t4 = l4 - (h4 << RADIX) + h3;
    carry(r, ro, t0, t1, t2, t3, t4);
  }

  private static long high(long x, long y) {
    return Math.unsignedMultiplyHigh(x, y);
  }

  /// One round of carries, all limbs at once; enough to make any five unsigned words tight.
  private static void carry(long[] r, int ro, long t0, long t1, long t2, long t3, long t4) {
    r[ro] = (t0 & MASK) + 19 * (t4 >>> RADIX);
    r[ro + 1] = (t1 & MASK) + (t0 >>> RADIX);
    r[ro + 2] = (t2 & MASK) + (t1 >>> RADIX);
    r[ro + 3] = (t3 & MASK) + (t2 >>> RADIX);
    r[ro + 4] = (t4 & MASK) + (t3 >>> RADIX);
  }

  /// r = a, with tight limbs.
  static void tighten(long[] r, int ro, long[] a, int ao) {
    carry(r, ro, a[ao], a[ao + 1], a[ao + 2], a[ao + 3], a[ao + 4]);
  }

  /// r = a + b, loose.
  static void add(long[] r, int ro, long[] a, int ao, long[] b, int bo) {
    r[ro] = a[ao] + b[bo];
    r[ro + 1] = a[ao + 1] + b[bo + 1];
    r[ro + 2] = a[ao + 2] + b[bo + 2];
    r[ro + 3] = a[ao + 3] + b[bo + 3];
    r[ro + 4] = a[ao + 4] + b[bo + 4];
  }

  /// r = a − b, loose, where a is at most the sum of four tight numbers.
  static void sub(long[] r, int ro, long[] a, int ao, long[] b, int bo) {
    r[ro] = a[ao] - b[bo] + FOUR_P_0;
    r[ro + 1] = a[ao + 1] - b[bo + 1] + FOUR_P;
    r[ro + 2] = a[ao + 2] - b[bo + 2] + FOUR_P;
    r[ro + 3] = a[ao + 3] - b[bo + 3] + FOUR_P;
    r[ro + 4] = a[ao + 4] - b[bo + 4] + FOUR_P;
  }

  /// a = −a where the mask is all ones, a = a where it is zero.
  static void negateIf(long mask, long[] a, int ao) {
    a[ao] ^= mask & (a[ao] ^ (FOUR_P_0 - a[ao]));
    for (int i = 1; i < LIMBS; i++) {
      a[ao + i] ^= mask & (a[ao + i] ^ (FOUR_P - a[ao + i]));
    }
  }

  /// a = b where the mask is all ones.
  static void moveIf(long mask, long[] a, int ao, long[] b, int bo) {
    for (int i = 0; i < LIMBS; i++) {
      a[ao + i] ^= mask & (a[ao + i] ^ b[bo + i]);
    }
  }

  /// Swaps a and b where the mask is all ones.
  static void swapIf(long mask, long[] a, int ao, long[] b, int bo) {
    for (int i = 0; i < LIMBS; i++) {
      long difference = mask & (a[ao + i] ^ b[bo + i]);
      a[ao + i] ^= difference;
      b[bo + i] ^= difference;
    }
  }

  static void copy(long[] r, int ro, long[] a, int ao) {
    System.arraycopy(a, ao, r, ro, LIMBS);
  }

  static void small(long[] r, int ro, long value) {
    r[ro] = value;
    for (int i = 1; i < LIMBS; i++) {
      r[ro + i] = 0;
    }
  }
}
