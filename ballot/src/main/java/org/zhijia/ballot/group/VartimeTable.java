package org.zhijia.ballot.group;

/// A public base laid out for thousands of powers with public exponents: windows of 8 bits, each
/// with 128 affine addends (491 kB in all). A power takes at most 32 additions. Safe to share
/// between threads.
final class VartimeTable implements VartimeBase {

  private static final int BITS = 8;
  private static final int WINDOWS = 32;
  private static final int ENTRIES = 1 << (BITS - 1);

  private final EdwardsElement element;
  private final long[] table;

  VartimeTable(EdwardsElement element) {
    this.element = element;
    this.table = AffineTable.of(element.addend(), BITS, WINDOWS);
  }

  /// p = p + exponent · base.
  void addPower(long[] p, int po, long[] words, long[] s) {
    int carry = 0;
    for (int i = 0; i < WINDOWS; i++) {
      int digit = ((int) (words[i >> 3] >>> (BITS * (i & 7))) & ((1 << BITS) - 1)) + carry;
      carry = (digit + ENTRIES - 1) >> BITS;
      digit -= carry << BITS;
      if (digit != 0) {
        int entry = i * ENTRIES + Math.abs(digit) - 1;
        Edwards.plusAffine(p, po, table, entry * Edwards.AFFINE, digit < 0, s);
      }
    }
  }

  @Override
  public Element element() {
    return element;
  }
}
