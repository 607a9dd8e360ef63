package org.zhijia.ballot.group;

/// A public base of a [FiniteField], laid out for public exponents.
sealed interface VartimeResidueBase extends VartimeBase
    permits VartimeResidueChain, VartimeResidueTable {

  /// product · base^exponent; all in Montgomery's form.
  long[] timesPower(long[] product, ResidueScalar exponent);
}
