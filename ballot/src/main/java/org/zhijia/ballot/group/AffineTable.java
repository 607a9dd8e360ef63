package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Edwards.ADDEND;
import static org.zhijia.ballot.group.Edwards.AFFINE;
import static org.zhijia.ballot.group.Field25519.LIMBS;

/// Lays out affine tables of a base for windows of w bits: for each window i the powers
/// j · 2^(w·i), j = 1 … 2^(w−1), since digits are signed.
final class AffineTable {

  private AffineTable() {}

  /// The affine addends, window after window.
  static long[] of(long[] base, int bits, int windows) {
    int entries = 1 << (bits - 1);
    long[] table = new long[windows * entries * AFFINE];
    long[] points = new long[entries * ADDEND];
    long[] s = new long[Edwards.SCRATCH];
    System.arraycopy(base, 0, points, 0, ADDEND);
    for (int i = 0; i < windows; i++) {
      fill(points, entries, s);
      normalize(table, i * entries * AFFINE, points, entries);
      // The last entry is half of the next window's base.
      Edwards.twice(points, 0, points, (entries - 1) * ADDEND, s);
      Edwards.finish(points, 0);
      Edwards.prepare(points, 0);
    }
    return table;
  }

  /// Fills in the multiples of the first entry.
  private static void fill(long[] points, int entries, long[] s) {
    for (int i = 1; i < entries; i++) {
      System.arraycopy(points, (i - 1) * ADDEND, points, i * ADDEND, ADDEND);
      Edwards.plus(points, i * ADDEND, points, 0, false, s);
    }
  }

  private static void normalize(long[] table, int offset, long[] points, int entries) {
    long[] inverses = EdwardsText.inverses(points, Edwards.Z, ADDEND, entries);
    long[] p = new long[ADDEND];
    for (int i = 0; i < entries; i++) {
      int to = offset + i * AFFINE;
      Field25519.mul(p, Edwards.X, points, i * ADDEND + Edwards.X, inverses, i * LIMBS);
      Field25519.mul(p, Edwards.Y, points, i * ADDEND + Edwards.Y, inverses, i * LIMBS);
      Field25519.mul(p, Edwards.T, p, Edwards.X, p, Edwards.Y);
      Edwards.prepare(p, 0);
      Field25519.add(table, to + Edwards.PLUS, p, Edwards.Y, p, Edwards.X);
      Field25519.sub(table, to + Edwards.MINUS, p, Edwards.Y, p, Edwards.X);
      Field25519.copy(table, to + Edwards.TWICE_D, p, Edwards.K);
      Field25519.tighten(table, to + Edwards.PLUS, table, to + Edwards.PLUS);
      Field25519.tighten(table, to + Edwards.MINUS, table, to + Edwards.MINUS);
    }
  }
}
