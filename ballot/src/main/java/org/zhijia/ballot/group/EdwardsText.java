package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Edwards.X;
import static org.zhijia.ballot.group.Edwards.Y;
import static org.zhijia.ballot.group.Edwards.Z;

import java.util.Arrays;

/// The canonical encoding of points: 64 lower-case hex digits of y + 2^255 · (x mod 2), most
/// significant first, that is, the bytes of RFC 8032, section 5.1.2, reversed.
final class EdwardsText {

  private static final int LIMBS = Field25519.LIMBS;

  private EdwardsText() {}

  /// Sets p to the addend that a text encodes. False for any text that is not what [#encode] writes
  /// for some point of the curve; a point is not yet a member of the prime-order subgroup.
  static boolean decode(long[] p, int po, String text) {
    long[] words = new long[FieldText.WORDS];
    if (!FieldText.parse(words, text)) {
      return false;
    }
    long sign = words[3] >>> 63;
    words[3] &= Long.MAX_VALUE;
    if (!FieldText.isCanonical(words)) {
      return false;
    }
    FieldText.limbs(p, po + Y, words);
    Field25519.small(p, po + Z, 1);
    if (!solve(p, po)) {
      return false;
    }
    if (sign == 1 && FieldText.isZero(p, po + X)) {
      return false;
    }
    Field25519.negateIf(-(sign ^ FieldText.parity(p, po + X)), p, po + X);
    Field25519.tighten(p, po + X, p, po + X);
    Field25519.mul(p, po + Edwards.T, p, po + X, p, po + Y);
    Edwards.prepare(p, po);
    return true;
  }

  /// x² = (y² − 1) / (d·y² + 1), where the divisor is never zero since −1/d is no square.
  private static boolean solve(long[] p, int po) {
    long[] s = new long[2 * LIMBS];
    Field25519.sqr(s, 0, p, po + Y);
    Field25519.mul(s, 5, s, 0, Edwards.D, 0);
    Field25519.add(s, 5, s, 5, p, po + Z);
    Field25519.sub(s, 0, s, 0, p, po + Z);
    Field25519.tighten(s, 0, s, 0);
    Field25519.tighten(s, 5, s, 5);
    return FieldPowers.rootOfQuotient(p, po + X, s, 0, s, 5);
  }

  static String encode(long[] p, int po) {
    return encodeAll(p, po, Edwards.ADDEND, 1)[0];
  }

  /// The encodings of n points that stand `stride` limbs apart, at the price of one inversion: the
  /// inverse of the product of all Z is unrolled backwards (Montgomery's trick).
  static String[] encodeAll(long[] p, int po, int stride, int n) {
    long[] inverses = inverses(p, po + Z, stride, n);
    String[] texts = new String[n];
    long[] x = new long[LIMBS];
    long[] words = new long[FieldText.WORDS];
    for (int i = 0; i < n; i++) {
      Field25519.mul(x, 0, p, po + i * stride + X, inverses, i * LIMBS);
      long parity = FieldText.parity(x, 0);
      Field25519.mul(x, 0, p, po + i * stride + Y, inverses, i * LIMBS);
      FieldText.words(words, x, 0);
      words[3] |= parity << 63;
      texts[i] = FieldText.hex(words);
    }
    return texts;
  }

  /// The inverses, five limbs apart, of n numbers other than zero that stand `stride` limbs apart.
  static long[] inverses(long[] a, int ao, int stride, int n) {
    if (n == 0) {
      return new long[0];
    }
    long[] r = new long[n * LIMBS];
    long[] product = Arrays.copyOfRange(a, ao, ao + LIMBS);
    for (int i = 1; i < n; i++) {
      Field25519.copy(r, i * LIMBS, product, 0);
      Field25519.mul(product, 0, product, 0, a, ao + i * stride);
    }
    FieldPowers.invert(product, 0, product, 0);
    for (int i = n - 1; i > 0; i--) {
      Field25519.mul(r, i * LIMBS, r, i * LIMBS, product, 0);
      Field25519.mul(product, 0, product, 0, a, ao + i * stride);
    }
    Field25519.copy(r, 0, product, 0);
    return r;
  }
}
