package org.zhijia.ballot.group;

/// A public base laid out for thousands of powers with public exponents: windows of 11 bits, each
/// with 1024 affine addends (2.8 MB in all). A power takes at most 24 additions. Safe to share
/// between threads.
final class VartimeTable implements VartimeBase {

  private static final int BITS = 11;
  private static final int WINDOWS = 24;
  private static final int ENTRIES = 1 << (BITS - 1);

  private final EdwardsElement element;
  private final long[] table;

  VartimeTable(EdwardsElement element) {
    this.element = element;
    this.table = AffineTable.of(element.addend(), BITS, WINDOWS);
  }

  /// p = p + exponent · base.
  void addPower(long[] p, int po, long[] words, Gathered gathered, long[] s) {
    gather(words, gathered);
    for (int i = 0; i < gathered.count; i++) {
      boolean subtract = gathered.isNegative[i];
      Edwards.plusAffine(p, po, gathered.addends, i * Edwards.AFFINE, subtract, s);
    }
  }

  /// Room for the addends of one power. They are fetched together before they are added, since the
  /// tables outgrow the processor's nearer caches: so the waits for memory overlap.
  static final class Gathered {
    private final long[] addends = new long[WINDOWS * Edwards.AFFINE];
    private final boolean[] isNegative = new boolean[WINDOWS];
    private int count;
  }

  private void gather(long[] words, Gathered gathered) {
    gathered.count = 0;
    int carry = 0;
    for (int i = 0; i < WINDOWS; i++) {
      int digit = (window(words, i * BITS) & ((1 << BITS) - 1)) + carry;
      carry = (digit + ENTRIES - 1) >> BITS;
      digit -= carry << BITS;
      if (digit != 0) {
        int entry = i * ENTRIES + Math.abs(digit) - 1;
        int to = gathered.count * Edwards.AFFINE;
        System.arraycopy(table, entry * Edwards.AFFINE, gathered.addends, to, Edwards.AFFINE);
        gathered.isNegative[gathered.count] = digit < 0;
        gathered.count++;
      }
    }
  }

  /// The words from a bit on, as far as a window reaches.
  private static int window(long[] words, int bit) {
    int word = bit >> 6;
    if (word == words.length) {
      return 0;
    }
    int shift = bit & 63;
    long low = words[word] >>> shift;
    boolean within = shift <= 64 - BITS || word + 1 == words.length;
    return (int) (within ? low : low | words[word + 1] << (64 - shift));
  }

  @Override
  public Element element() {
    return element;
  }
}
