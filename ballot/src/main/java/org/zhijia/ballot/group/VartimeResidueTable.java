package org.zhijia.ballot.group;

/// A public base laid out for thousands of powers with public exponents: for each byte of the
/// exponent its 256 powers (2.4 MB for an order of 256 bits, 19 MB for one of 2047). Safe to share
/// between threads.
final class VartimeResidueTable implements VartimeResidueBase {

  private static final int BITS = 8;

  private final Modulus field;
  private final ResidueElement element;
  private final long[][][] windows;

  VartimeResidueTable(FiniteField group, ResidueElement element) {
    this.field = group.field();
    this.element = element;
    this.windows = new long[Math.ceilDiv(group.order().bitLength(), BITS)][1 << BITS][];
    long[] base = element.limbs();
    for (long[][] window : windows) {
      window[0] = group.one();
      for (int i = 1; i < window.length; i++) {
        window[i] = field.times(window[i - 1], base);
      }
      base = field.times(window[window.length - 1], base);
    }
  }

  @Override
  public long[] timesPower(long[] product, ResidueScalar exponent) {
    long[] power = product;
    for (int i = 0; i < windows.length; i++) {
      int digit = exponent.window(BITS * i, BITS);
      if (digit != 0) {
        power = field.times(power, windows[i][digit]);
      }
    }
    return power;
  }

  @Override
  public Element element() {
    return element;
  }
}
