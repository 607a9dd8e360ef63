package org.zhijia.ballot.group;

/// An exponent: an integer mod the group's order q. Immutable; only a [Group] makes one.
///
/// Arithmetic runs in constant time. `toString` tells nothing of the value, since many scalars are
/// secrets; [#decimal()] writes it out on purpose.
public interface Scalar {

  Scalar plus(Scalar other);

  Scalar minus(Scalar other);

  Scalar times(Scalar other);

  Scalar negated();

  /// The multiplicative inverse, by Fermat's little theorem with the public exponent q − 2.
  ///
  /// @throws ArithmeticException if this is zero
  Scalar inverted();

  boolean isZero();

  /// Decimal digits without leading zero, in a fixed number of steps.
  String decimal();
}
