package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Generators.P;

import java.math.BigInteger;

/// The curve over again, affine and with BigInteger: slow, and written from the equation alone.
record Oracle(BigInteger x, BigInteger y) {

  static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  static final Oracle NEUTRAL = new Oracle(BigInteger.ZERO, BigInteger.ONE);
  static final Oracle GENERATOR =
      at(BigInteger.valueOf(4).multiply(inverse(BigInteger.valueOf(5))));

  /// The point with this y and an even x.
  static Oracle at(BigInteger y) {
    BigInteger square = y.multiply(y);
    BigInteger quotient =
        square
            .subtract(BigInteger.ONE)
            .multiply(inverse(D.multiply(square).add(BigInteger.ONE)))
            .mod(P);
    BigInteger eighth = P.add(BigInteger.valueOf(3)).shiftRight(3);
    BigInteger root = quotient.modPow(eighth, P);
    if (!root.multiply(root).mod(P).equals(quotient)) {
      BigInteger unit = BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
      root = root.multiply(unit).mod(P);
    }
    if (!root.multiply(root).mod(P).equals(quotient)) {
      throw new IllegalArgumentException("no point has this y");
    }
    return new Oracle(root.testBit(0) ? P.subtract(root) : root, y.mod(P));
  }

  Oracle plus(Oracle other) {
    BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y);
    BigInteger newX = x.multiply(other.y).add(y.multiply(other.x));
    BigInteger newY = y.multiply(other.y).add(x.multiply(other.x));
    return new Oracle(
        newX.multiply(inverse(BigInteger.ONE.add(product))).mod(P),
        newY.multiply(inverse(BigInteger.ONE.subtract(product))).mod(P));
  }

  Oracle negated() {
    return new Oracle(x.negate().mod(P), y);
  }

  Oracle times(BigInteger factor) {
    Oracle sum = NEUTRAL;
    for (int i = factor.bitLength() - 1; i >= 0; i--) {
      sum = sum.plus(sum);
      if (factor.testBit(i)) {
        sum = sum.plus(this);
      }
    }
    return sum;
  }

  String encoding() {
    return text(y, x.testBit(0));
  }

  /// 64 hex digits of any 255 bits with a sign.
  static String text(BigInteger y, boolean sign) {
    String digits = (sign ? y.setBit(255) : y).toString(16);
    return "0".repeat(64 - digits.length()) + digits;
  }

  private static BigInteger inverse(BigInteger a) {
    return a.mod(P).modInverse(P);
  }
}
