package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Edwards.ADDEND;
import static org.zhijia.ballot.group.Edwards.AFFINE;
import static org.zhijia.ballot.group.Field25519.LIMBS;

/// Powers with secret exponents: signed digits of radix 16, and each table read in full, so that
/// neither a branch nor an address depends on the exponent.
final class SecretPower {

  /// Entries of a table: the powers 1 … 8 of a base; the rest is signs.
  static final int ENTRIES = 8;

  private SecretPower() {}

  /// base^exponent as an addend: 252 doublings, 64 additions.
  static long[] of(long[] base, ScalarModQ exponent) {
    long[] table = table(base);
    byte[] digits = exponent.signedNibbles();
    long[] s = new long[Edwards.SCRATCH];
    long[] entry = new long[ADDEND];
    long[] power = Edwards.neutral();
    for (int i = digits.length - 1; i >= 0; i--) {
      if (i < digits.length - 1) {
        Edwards.twice(power, 0, power, 0, s);
        Edwards.twice(power, 0, power, 0, s);
        Edwards.twice(power, 0, power, 0, s);
        Edwards.twice(power, 0, power, 0, s);
        Edwards.finish(power, 0);
      }
      select(entry, table, digits[i]);
      Edwards.plus(power, 0, entry, 0, false, s);
    }
    Edwards.prepare(power, 0);
    return power;
  }

  /// The addends base^1 … base^8.
  private static long[] table(long[] base) {
    long[] s = new long[Edwards.SCRATCH];
    long[] table = new long[ENTRIES * ADDEND];
    System.arraycopy(base, 0, table, 0, ADDEND);
    for (int i = 1; i < ENTRIES; i++) {
      System.arraycopy(table, (i - 1) * ADDEND, table, i * ADDEND, ADDEND);
      Edwards.plus(table, i * ADDEND, base, 0, false, s);
      Edwards.prepare(table, i * ADDEND);
    }
    return table;
  }

  /// entry = the addend of digit · base, −8 ≤ digit ≤ 8.
  private static void select(long[] entry, long[] table, int digit) {
    int sign = digit >> 31;
    int size = (digit ^ sign) - sign;
    pick(entry, Edwards.X, table, Edwards.X, ADDEND, size);
    pick(entry, Edwards.Y, table, Edwards.Y, ADDEND, size);
    pick(entry, Edwards.Z, table, Edwards.Z, ADDEND, size);
    pick(entry, Edwards.K, table, Edwards.K, ADDEND, size);
    long isZero = same(size, 0);
    entry[Edwards.Y] |= isZero & 1;
    entry[Edwards.Z] |= isZero & 1;
    Field25519.negateIf(sign, entry, Edwards.X);
    Field25519.negateIf(sign, entry, Edwards.K);
  }

  /// entry = the affine addend of digit · base, −8 ≤ digit ≤ 8, from the table at an offset.
  static void selectAffine(long[] entry, long[] table, int offset, int digit) {
    int sign = digit >> 31;
    int size = (digit ^ sign) - sign;
    pick(entry, Edwards.PLUS, table, offset + Edwards.PLUS, AFFINE, size);
    pick(entry, Edwards.MINUS, table, offset + Edwards.MINUS, AFFINE, size);
    pick(entry, Edwards.TWICE_D, table, offset + Edwards.TWICE_D, AFFINE, size);
    long isZero = same(size, 0);
    entry[Edwards.PLUS] |= isZero & 1;
    entry[Edwards.MINUS] |= isZero & 1;
    Field25519.swapIf(sign, entry, Edwards.PLUS, entry, Edwards.MINUS);
    Field25519.negateIf(sign, entry, Edwards.TWICE_D);
  }

  /// r = the number of entry 1 … 8, or zero for entry 0; reads them all.
  private static void pick(long[] r, int ro, long[] table, int to, int stride, int size) {
    long r0 = 0, r1 = 0, r2 = 0, r3 = 0, r4 = 0;
    for (int i = 0; i < ENTRIES; i++) {
      long mask = same(size, i + 1);
      int at = to + i * stride;
      r0 |= mask & table[at];
      r1 |= mask & table[at + 1];
      r2 |= mask & table[at + 2];
      r3 |= mask & table[at + 3];
      r4 |= mask & table[at + LIMBS - 1];
    }
    r[ro] = r0;
    r[ro + 1] = r1;
    r[ro + 2] = r2;
    r[ro + 3] = r3;
    r[ro + 4] = r4;
  }

  /// All ones if two small numbers are the same, otherwise zero.
  private static long same(int a, int b) {
    return ((long) (a ^ b) - 1) >> 63;
  }
}
