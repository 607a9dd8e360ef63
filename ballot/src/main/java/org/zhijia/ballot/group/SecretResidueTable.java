package org.zhijia.ballot.group;

/// A public base of a [FiniteField] laid out for secret exponents: for each digit of radix 16 its
/// 16 powers (0.3 MB for an order of 256 bits, 2.4 MB for one of 2047). A power takes one
/// multiplication a digit and no squaring.
final class SecretResidueTable implements FixedBase {

  private final FiniteField group;
  private final ResidueElement element;
  private final long[][][] windows;

  SecretResidueTable(FiniteField group, ResidueElement element) {
    this.group = group;
    this.element = element;
    this.windows = new long[ResiduePower.digits(group)][][];
    long[] base = element.limbs();
    for (int i = 0; i < windows.length; i++) {
      windows[i] = ResiduePower.table(group, base);
      base = group.field().times(windows[i][windows[i].length - 1], base);
    }
  }

  @Override
  public Element element() {
    return element;
  }

  @Override
  public Element power(Scalar exponent) {
    ResidueScalar digits = group.ours(exponent);
    long[] power = group.one();
    for (int i = 0; i < windows.length; i++) {
      int digit = digits.window(ResiduePower.DIGIT_BITS * i, ResiduePower.DIGIT_BITS);
      power = group.field().times(power, ResiduePower.select(windows[i], digit));
    }
    return new ResidueElement(group, power);
  }
}
