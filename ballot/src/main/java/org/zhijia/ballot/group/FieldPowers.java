package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Field25519.LIMBS;
import static org.zhijia.ballot.group.Field25519.mul;
import static org.zhijia.ballot.group.Field25519.sqr;

/// Inversion and square roots mod p = 2^255 − 19, by powers with fixed exponents.
final class FieldPowers {

  /// √−1 = 2^((p−1)/4).
  private static final long[] ROOT_OF_MINUS_ONE = rootOfMinusOne();

  private FieldPowers() {}

  /// r = 1/a; 0 for a = 0. By Fermat: a^(p−2) = a^(2^255 − 21).
  static void invert(long[] r, int ro, long[] a, int ao) {
    long[] t = powers(a, ao);
    long[] power = new long[LIMBS];
    square(power, t, ONES_250, 5);
    mul(r, ro, power, 0, t, ELEVEN);
  }

  /// r = a^((p−5)/8) = a^(2^252 − 3).
  static void powerForRoot(long[] r, int ro, long[] a, int ao) {
    long[] power = new long[LIMBS];
    square(power, powers(a, ao), ONES_250, 2);
    mul(r, ro, power, 0, a, ao);
  }

  /// Sets r to a square root of u/v and says whether there is one. v is not zero. All operands are
  /// tight. RFC 8032, section 5.1.3.
  static boolean rootOfQuotient(long[] r, int ro, long[] u, int uo, long[] v, int vo) {
    long[] t = new long[3 * LIMBS];
    sqr(t, 0, v, vo);
    mul(t, 0, t, 0, v, vo); // v³
    sqr(t, 5, t, 0);
    mul(t, 5, t, 5, v, vo); // v⁷
    mul(t, 5, t, 5, u, uo);
    powerForRoot(t, 5, t, 5);
    mul(t, 5, t, 5, t, 0);
    mul(t, 5, t, 5, u, uo); // x = u·v³·(u·v⁷)^((p−5)/8)
    sqr(t, 0, t, 5);
    mul(t, 0, t, 0, v, vo); // v·x², which is u, or −u, or something else
    Field25519.add(t, 10, t, 0, u, uo);
    long fromMinus = FieldText.bits(t, 10);
    long fromPlus = FieldText.difference(t, 0, u, uo);
    mul(t, 10, t, 5, ROOT_OF_MINUS_ONE, 0);
    Field25519.copy(r, ro, t, 5);
    Field25519.moveIf(FieldText.zeroMask(fromMinus), r, ro, t, 10);
    return (FieldText.zeroMask(fromMinus) | FieldText.zeroMask(fromPlus)) != 0;
  }

  private static final int ONES_250 = 0;
  private static final int ELEVEN = 5;

  /// a^(2^250 − 1), and behind it a^11.
  private static long[] powers(long[] a, int ao) {
    long[] t = new long[2 * LIMBS];
    long[] x = new long[LIMBS];
    long[] ten = new long[LIMBS];
    long[] fifty = new long[LIMBS];
    sqr(x, 0, a, ao); // 2
    sqr(t, 0, x, 0);
    sqr(t, 0, t, 0); // 8
    mul(t, 0, t, 0, a, ao); // 9
    mul(t, ELEVEN, t, 0, x, 0); // 11
    sqr(x, 0, t, ELEVEN); // 22
    mul(t, 0, t, 0, x, 0); // 31 = 2^5 − 1
    extend(ten, t, t, 5); // 2^10 − 1
    extend(t, ten, ten, 10); // 2^20 − 1
    extend(t, t, t, 20); // 2^40 − 1
    extend(fifty, t, ten, 10); // 2^50 − 1
    extend(t, fifty, fifty, 50); // 2^100 − 1
    extend(t, t, t, 100); // 2^200 − 1
    extend(t, t, fifty, 50); // 2^250 − 1
    return t;
  }

  /// r = a^(2^n) · b.
  private static void extend(long[] r, long[] a, long[] b, int n) {
    long[] power = new long[LIMBS];
    square(power, a, 0, n);
    mul(r, 0, power, 0, b, 0);
  }

  /// r = a^(2^n), n ≥ 1.
  private static void square(long[] r, long[] a, int ao, int n) {
    sqr(r, 0, a, ao);
    for (int i = 1; i < n; i++) {
      sqr(r, 0, r, 0);
    }
  }

  private static long[] rootOfMinusOne() {
    // (p−1)/4 = 2·(2^252 − 3) + 1.
    long[] two = {2, 0, 0, 0, 0};
    long[] root = new long[LIMBS];
    powerForRoot(root, 0, two, 0);
    sqr(root, 0, root, 0);
    mul(root, 0, root, 0, two, 0);
    return root;
  }
}
