package org.zhijia.ballot.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One product of many public powers, by Pippenger's method: for each window of the exponents every
/// base is multiplied into the bucket of its digit, and the buckets are then weighed against each
/// other. The more bases, the wider the window.
///
/// Source: Bernstein, Doumen, Lange and Oosterwijk, "Faster batch forgery identification", 2012,
/// section 4.
final class VartimeSum {

  private static final int WIDEST = 13;
  private static final int WORDS = ScalarWords.WORDS;

  /// Exponents are below q < 2^253, and the last window takes up a carry.
  private static final int BITS = 254;

  private final List<long[]> addends = new ArrayList<>();
  private final List<long[]> exponents = new ArrayList<>();
  private final long[] s = new long[Edwards.SCRATCH];
  private long shorts;
  private long longs;

  /// Adds bases, as affine addends one after the other, and their exponents, as four words each.
  void add(long[] bases, long[] of) {
    addends.add(bases);
    exponents.add(of);
    for (int i = 0; i < of.length; i += WORDS) {
      if ((of[i + 2] | of[i + 3]) == 0) {
        shorts++;
      } else {
        longs++;
      }
    }
  }

  /// The product as an addend.
  long[] of() {
    int width = width();
    int windows = Math.ceilDiv(BITS, width);
    long[] offset = offset(width, windows);
    Buckets buckets = new Buckets(1 << (width - 1));
    long[] total = Edwards.neutral();
    List<long[]> shifted = exponents.stream().map(of -> shifted(of, offset)).toList();
    for (int window = windows - 1; window >= 0; window--) {
      for (int i = 0; i < width; i++) {
        Edwards.twice(total, 0, total, 0, s);
      }
      Edwards.finish(total, 0);
      buckets.clear();
      for (int i = 0; i < addends.size(); i++) {
        sort(buckets, addends.get(i), shifted.get(i), window * width, width);
      }
      long[] sum = buckets.weigh();
      Edwards.prepare(sum, 0);
      Edwards.plus(total, 0, sum, 0, false, s);
    }
    Edwards.prepare(total, 0);
    return total;
  }

  /// The width with the fewest additions; weighing a bucket costs as much as two or three.
  private int width() {
    int best = 2;
    double least = Double.MAX_VALUE;
    for (int width = 2; width <= WIDEST; width++) {
      long windows = Math.ceilDiv(BITS, width);
      double cost =
          shorts * Math.ceilDiv(129, width) + windows * (longs + 2.5 * (1L << (width - 1)));
      if (cost < least) {
        least = cost;
        best = width;
      }
    }
    return best;
  }

  /// Half a window at every window. Added to an exponent, it makes each signed digit a plain window
  /// less this half, so that windows can be read in any order.
  private static long[] offset(int width, int windows) {
    long[] offset = new long[WORDS];
    for (int window = 0; window < windows; window++) {
      int bit = window * width + width - 1;
      if (bit < BITS) {
        offset[bit / Long.SIZE] |= 1L << bit;
      }
    }
    return offset;
  }

  private static long[] shifted(long[] exponents, long[] offset) {
    long[] shifted = new long[exponents.length];
    long carry = 0;
    for (int i = 0; i < shifted.length; i++) {
      carry = i % WORDS == 0 ? 0 : carry;
      long partial = exponents[i] + offset[i % WORDS];
      shifted[i] = partial + carry;
      boolean over = Long.compareUnsigned(partial, exponents[i]) < 0;
      carry = over || Long.compareUnsigned(shifted[i], partial) < 0 ? 1 : 0;
    }
    return shifted;
  }

  private void sort(Buckets buckets, long[] bases, long[] shifted, int bit, int width) {
    int half = bit + width - 1 < BITS ? 1 << (width - 1) : 0;
    int mask = (1 << width) - 1;
    int word = bit / Long.SIZE;
    int shift = bit % Long.SIZE;
    boolean spans = shift + width > Long.SIZE && word + 1 < WORDS;
    int base = 0;
    for (int i = word; i < shifted.length; i += WORDS) {
      long low = shifted[i] >>> shift;
      long window = spans ? low | shifted[i + 1] << -shift : low;
      int digit = ((int) window & mask) - half;
      if (digit != 0) {
        buckets.add(Math.abs(digit) - 1, bases, base, digit < 0);
      }
      base += Edwards.AFFINE;
    }
  }

  /// A bucket for each digit 1 … n, signs being taken into account when a base goes in.
  private static final class Buckets {
    private final long[] points;
    private final boolean[] filled;
    private final long[] s = new long[Edwards.SCRATCH];

    Buckets(int count) {
      points = new long[count * Edwards.POINT];
      filled = new boolean[count];
    }

    void clear() {
      Arrays.fill(filled, false);
    }

    void add(int bucket, long[] bases, int at, boolean negative) {
      int to = bucket * Edwards.POINT;
      if (filled[bucket]) {
        Edwards.plusAffine(points, to, bases, at, negative, s);
      } else {
        Edwards.ofAffine(points, to, bases, at, negative);
        filled[bucket] = true;
      }
    }

    /// Σ (j+1)·bucket(j) = Σ_j Σ_{k≥j} bucket(k), with room for an addend.
    long[] weigh() {
      long[] running = Edwards.neutral();
      long[] total = Edwards.neutral();
      long[] bucket = new long[Edwards.ADDEND];
      boolean any = false;
      for (int j = filled.length - 1; j >= 0; j--) {
        if (filled[j]) {
          System.arraycopy(points, j * Edwards.POINT, bucket, 0, Edwards.POINT);
          Edwards.prepare(running, 0);
          Edwards.plus(bucket, 0, running, 0, false, s);
          System.arraycopy(bucket, 0, running, 0, Edwards.POINT);
          any = true;
        }
        if (any) {
          Edwards.prepare(running, 0);
          Edwards.plus(total, 0, running, 0, false, s);
        }
      }
      return total;
    }
  }
}
