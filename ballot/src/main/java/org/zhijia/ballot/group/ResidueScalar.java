package org.zhijia.ballot.group;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An exponent of a [FiniteField]: an integer mod its order q, which may be as long as 2047 bits.
final class ResidueScalar implements Scalar {

  private final Modulus order;

  /// Canonical.
  private final long[] limbs;

  /// Takes over a canonical residue.
  ResidueScalar(Modulus order, long[] limbs) {
    this.order = order;
    this.limbs = limbs;
  }

  static ResidueScalar of(Modulus order, Scalar scalar) {
    if (scalar instanceof ResidueScalar ours && ours.order == order) {
      return ours;
    }
    throw new IllegalArgumentException("a scalar of another group");
  }

  /// Bits from a position on, as far as they stand in its limb and the next; beyond the end zeros.
  int window(int position, int width) {
    int i = position / Modulus.BITS;
    int shift = position % Modulus.BITS;
    long bits = limbs[i] >>> shift;
    if (shift + width > Modulus.BITS && i + 1 < limbs.length) {
      bits |= limbs[i + 1] << (Modulus.BITS - shift);
    }
    return (int) bits & ((1 << width) - 1);
  }

  /// Number of bits up to the highest 1. Variable time: public exponents only.
  int vartimeBitLength() {
    for (int i = limbs.length - 1; i >= 0; i--) {
      if (limbs[i] != 0) {
        return Modulus.BITS * i + 64 - Long.numberOfLeadingZeros(limbs[i]);
      }
    }
    return 0;
  }

  @Override
  public Scalar plus(Scalar other) {
    return new ResidueScalar(order, order.plus(limbs, of(order, other).limbs));
  }

  @Override
  public Scalar minus(Scalar other) {
    return new ResidueScalar(order, order.minus(limbs, of(order, other).limbs));
  }

  @Override
  public Scalar times(Scalar other) {
    return new ResidueScalar(order, order.plainTimes(limbs, of(order, other).limbs));
  }

  @Override
  public Scalar negated() {
    return new ResidueScalar(order, order.minus(order.zero(), limbs));
  }

  @Override
  public Scalar inverted() {
    if (isZero()) {
      throw new ArithmeticException("zero has no inverse");
    }
    ResidueScalar exponent = new ResidueScalar(order, order.small(-2));
    long[] base = order.intoMontgomery(limbs);
    long[] power = base;
    for (int i = order.bitLength() - 2; i >= 0; i--) {
      power = order.squared(power);
      if (exponent.window(i, 1) == 1) {
        power = order.times(power, base);
      }
    }
    return new ResidueScalar(order, order.outOfMontgomery(power));
  }

  @Override
  public boolean isZero() {
    return Modulus.areEqual(limbs, order.zero());
  }

  @Override
  public String decimal() {
    return order.print(limbs);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResidueScalar ours
        && ours.order == order
        && Modulus.areEqual(limbs, ours.limbs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(limbs);
  }

  /// Tells nothing: many scalars are secrets, and logs are read.
  @Override
  public String toString() {
    return "Scalar[…]";
  }
}
