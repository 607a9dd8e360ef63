package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Field25519.add;
import static org.zhijia.ballot.group.Field25519.mul;
import static org.zhijia.ballot.group.Field25519.sqr;
import static org.zhijia.ballot.group.Field25519.sub;

/// Points of −x² + y² = 1 + d·x²·y² mod 2^255 − 19 in flat arrays, and their addition.
///
/// A *point* has the coordinates X, Y, Z, T, where x = X/Z, y = Y/Z and x·y = T/Z, each of five
/// limbs. An *addend* is a point with a fifth number, K = 2d·T. An *affine* addend has the three
/// numbers y+x, y−x and 2d·x·y. At rest all are tight, save that X, T, K and 2d·x·y may be the
/// negatives of tight numbers.
///
/// The formulas hold for all points of the curve, the neutral one and equal ones too, so nothing
/// here branches on a value. Source: Hisil, Wong, Carter and Dawson, "Twisted Edwards Curves
/// Revisited", 2008, sections 3.1 and 3.3.
final class Edwards {

  static final int X = 0;
  static final int Y = 5;
  static final int Z = 10;
  static final int T = 15;
  static final int K = 20;

  /// The limbs of a point and of an addend.
  static final int POINT = 20;

  static final int ADDEND = 25;

  static final int PLUS = 0;
  static final int MINUS = 5;
  static final int TWICE_D = 10;

  /// The limbs of an affine addend.
  static final int AFFINE = 15;

  /// How much room an operation wants for values on its way.
  static final int SCRATCH = 40;

  static final long[] D = curveConstant();

  private static final long[] TWO_D = doubled(D);
  private static final long[] INVERSE_OF_D = inverted(D);

  private Edwards() {}

  /// The neutral element as an addend.
  static long[] neutral() {
    long[] p = new long[ADDEND];
    p[Y] = 1;
    p[Z] = 1;
    return p;
  }

  /// p = p + q, or p − q where `subtract` (which is thus public): 8 products.
  static void plus(long[] p, int po, long[] q, int qo, boolean subtract, long[] s) {
    // −q = (−X, Y, Z, −T): Y−X and Y+X change places, and so do F and G.
    int c = subtract ? Field25519.LIMBS : 0;
    sub(s, 10 + c, q, qo + Y, q, qo + X);
    add(s, 15 - c, q, qo + Y, q, qo + X);
    sub(s, 0, p, po + Y, p, po + X);
    add(s, 5, p, po + Y, p, po + X);
    mul(s, 0, s, 0, s, 10);
    mul(s, 5, s, 5, s, 15);
    mul(s, 10, p, po + T, q, qo + K);
    mul(s, 15, p, po + Z, q, qo + Z);
    add(s, 15, s, 15, s, 15);
    close(p, po, s, c);
  }

  /// p = p + q, or p − q where `subtract`, for an affine addend q: 7 products.
  static void plusAffine(long[] p, int po, long[] q, int qo, boolean subtract, long[] s) {
    int c = subtract ? Field25519.LIMBS : 0;
    sub(s, 0, p, po + Y, p, po + X);
    add(s, 5, p, po + Y, p, po + X);
    mul(s, 0, s, 0, q, qo + MINUS - c);
    mul(s, 5, s, 5, q, qo + PLUS + c);
    mul(s, 10, p, po + T, q, qo + TWICE_D);
    add(s, 15, p, po + Z, p, po + Z);
    close(p, po, s, c);
  }

  /// p = q, or −q where `subtract`, for an affine addend q: one product.
  static void ofAffine(long[] p, int po, long[] q, int qo, boolean subtract) {
    int c = subtract ? Field25519.LIMBS : 0;
    sub(p, po + X, q, qo + PLUS + c, q, qo + MINUS - c); // 2x
    add(p, po + Y, q, qo + PLUS, q, qo + MINUS); // 2y
    Field25519.small(p, po + Z, 2);
    mul(p, po + T, q, qo + TWICE_D, INVERSE_OF_D, 0); // 2xy
    Field25519.negateIf(subtract ? -1 : 0, p, po + T);
    Field25519.tighten(p, po + X, p, po + X);
    Field25519.tighten(p, po + Y, p, po + Y);
  }

  /// The end of both additions, from A, B, C and D at 0, 5, 10 and 15.
  private static void close(long[] p, int po, long[] s, int c) {
    sub(s, 20, s, 5, s, 0); // E = B − A
    add(s, 25, s, 5, s, 0); // H = B + A
    sub(s, 30 + c, s, 15, s, 10); // F = D − C
    add(s, 35 - c, s, 15, s, 10); // G = D + C
    mul(p, po + X, s, 20, s, 30);
    mul(p, po + Y, s, 35, s, 25);
    mul(p, po + Z, s, 30, s, 35);
    mul(p, po + T, s, 20, s, 25);
  }

  /// r = 2p, but for T: 7 products. It leaves E and H in the places of T and K, so that only who
  /// needs T = E·H pays for it, with [#finish].
  static void twice(long[] r, int ro, long[] p, int po, long[] s) {
    sqr(s, 0, p, po + X);
    sqr(s, 5, p, po + Y);
    sqr(s, 10, p, po + Z);
    add(s, 15, p, po + X, p, po + Y);
    sqr(s, 15, s, 15);
    add(s, 10, s, 10, s, 10);
    add(s, 10, s, 10, s, 0);
    sub(s, 10, s, 10, s, 5); // F = 2Z² − G
    sub(s, 20, s, 5, s, 0); // G = Y² − X²
    add(r, ro + K, s, 5, s, 0); // H = X² + Y²
    sub(r, ro + T, s, 15, r, ro + K); // E = (X + Y)² − H
    mul(r, ro + X, r, ro + T, s, 10);
    mul(r, ro + Y, s, 20, r, ro + K);
    mul(r, ro + Z, s, 10, s, 20);
  }

  /// Makes a point of what [#twice] left.
  static void finish(long[] p, int po) {
    mul(p, po + T, p, po + T, p, po + K);
  }

  /// Makes an addend of a point, which has room for K behind it.
  static void prepare(long[] p, int po) {
    mul(p, po + K, p, po + T, TWO_D, 0);
  }

  /// Whether p is the neutral element: X = 0 and Y = Z.
  static boolean isNeutral(long[] p, int po) {
    return (FieldText.bits(p, po + X) | FieldText.difference(p, po + Y, p, po + Z)) == 0;
  }

  /// Whether p = q, without an inversion.
  static boolean areEqual(long[] p, int po, long[] q, int qo) {
    long[] s = new long[POINT];
    mul(s, 0, p, po + X, q, qo + Z);
    mul(s, 5, q, qo + X, p, po + Z);
    mul(s, 10, p, po + Y, q, qo + Z);
    mul(s, 15, q, qo + Y, p, po + Z);
    return (FieldText.difference(s, 0, s, 5) | FieldText.difference(s, 10, s, 15)) == 0;
  }

  /// d = −121665/121666.
  private static long[] curveConstant() {
    long[] numerator = {121665, 0, 0, 0, 0};
    long[] d = {121666, 0, 0, 0, 0};
    FieldPowers.invert(d, 0, d, 0);
    mul(d, 0, d, 0, numerator, 0);
    Field25519.negateIf(-1, d, 0);
    Field25519.tighten(d, 0, d, 0);
    return d;
  }

  private static long[] doubled(long[] a) {
    long[] r = new long[Field25519.LIMBS];
    add(r, 0, a, 0, a, 0);
    Field25519.tighten(r, 0, r, 0);
    return r;
  }

  private static long[] inverted(long[] a) {
    long[] r = new long[Field25519.LIMBS];
    FieldPowers.invert(r, 0, a, 0);
    return r;
  }
}
