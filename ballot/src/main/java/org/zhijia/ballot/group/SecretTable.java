package org.zhijia.ballot.group;

/// A public base laid out for secret exponents: radix 16, 64 windows of 8 affine addends (61 kB).
/// A power takes 64 additions and no doubling.
final class SecretTable implements FixedBase {

  private static final int WINDOW = SecretPower.ENTRIES * Edwards.AFFINE;

  private final EdwardsElement element;
  private final long[] table;

  SecretTable(EdwardsElement element) {
    this.element = element;
    this.table = AffineTable.of(element.addend(), 4, ScalarModQ.NIBBLES);
  }

  @Override
  public Element element() {
    return element;
  }

  @Override
  public Element power(Scalar exponent) {
    byte[] digits = ScalarModQ.of(exponent).signedNibbles();
    long[] s = new long[Edwards.SCRATCH];
    long[] entry = new long[Edwards.AFFINE];
    long[] power = Edwards.neutral();
    for (int i = 0; i < digits.length; i++) {
      SecretPower.selectAffine(entry, table, i * WINDOW, digits[i]);
      Edwards.plusAffine(power, 0, entry, 0, false, s);
    }
    Edwards.prepare(power, 0);
    return new EdwardsElement(power);
  }
}
