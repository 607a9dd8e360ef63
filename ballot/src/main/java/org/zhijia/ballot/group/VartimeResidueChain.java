package org.zhijia.ballot.group;

import java.util.Arrays;

/// A public base of a [FiniteField] with its squares base^(2^i), as far as exponents have asked for
/// them (up to 76 kB for an order of 256 bits, 0.6 MB for one of 2047). Powers are taken by Yao's
/// method, as in [VartimePower], but with unsigned digits: an inverse costs too much here. One
/// thread at a time.
final class VartimeResidueChain implements VartimeResidueBase {

  /// A product without factors.
  private static final long[] NONE = {};

  private static final long[][] GIVEN_UP = {};

  private final FiniteField group;
  private final Modulus field;
  private final ResidueElement element;
  private long[][] squares = new long[16][];
  private int length = 1;

  VartimeResidueChain(FiniteField group, ResidueElement element) {
    this.group = group;
    this.field = group.field();
    this.element = element;
    squares[0] = element.limbs();
  }

  /// Lets its memory go; powers can be taken no longer.
  void giveUp() {
    squares = GIVEN_UP;
  }

  @Override
  public Element element() {
    return element;
  }

  /// Whether base^q is the neutral element: base^(q−1) · base, since an exponent is below q.
  boolean isOfGroupOrder() {
    return new ResidueElement(group, timesPower(element.limbs(), group.minusOne())).isNeutral();
  }

  @Override
  public long[] timesPower(long[] product, ResidueScalar exponent) {
    int bits = exponent.vartimeBitLength();
    long[][] buckets = sort(exponent, bits, width(bits));
    // Π bucket(j)^(2j+1) = (Π_{k≥1} Π_{j≥k} bucket(j))² · Π_{j≥0} bucket(j).
    long[] running = NONE;
    long[] total = NONE;
    for (int j = buckets.length - 1; j > 0; j--) {
      running = times(running, buckets[j]);
      total = times(total, running);
    }
    running = times(running, buckets[0]);
    return times(product, times(running, isNone(total) ? NONE : field.squared(total)));
  }

  /// How wide digits pay: more buckets have to be weighed, fewer squares to be sorted.
  private static int width(int bits) {
    return bits <= 12 ? 1 : bits <= 32 ? 2 : bits <= 96 ? 3 : bits <= 384 ? 4 : 5;
  }

  /// Multiplies each square that the digits name into the bucket of its odd digit.
  private long[][] sort(ResidueScalar exponent, int bits, int width) {
    long[][] buckets = new long[1 << (width - 1)][];
    Arrays.fill(buckets, NONE);
    int position = 0;
    while (position < bits) {
      int digit = exponent.window(position, width);
      if ((digit & 1) == 0) {
        position++;
        continue;
      }
      buckets[digit >> 1] = times(buckets[digit >> 1], square(position));
      position += width;
    }
    return buckets;
  }

  private long[] times(long[] a, long[] b) {
    return isNone(a) ? b : isNone(b) ? a : field.times(a, b);
  }

  private static boolean isNone(long[] product) {
    return product.length == 0;
  }

  private long[] square(int position) {
    if (squares.length == 0) {
      throw new IllegalStateException("this base has been forgotten");
    }
    if (position >= squares.length) {
      squares = Arrays.copyOf(squares, Math.max(2 * squares.length, position + 1));
    }
    while (length <= position) {
      squares[length] = field.squared(squares[length - 1]);
      length++;
    }
    return squares[position];
  }
}
