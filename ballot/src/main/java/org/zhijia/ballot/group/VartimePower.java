package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Edwards.ADDEND;

import java.util.Arrays;

/// The room and the steps of one variable-time power over a chain of doublings, by Yao's method:
/// the exponent's digits sort the doublings into buckets, one for each odd digit, and the buckets
/// are then weighed against each other. No doubling is spent on the second power of a base.
///
/// Source: Knuth, "The Art of Computer Programming", volume 2, section 4.6.3, exercise 9.
final class VartimePower {

  private static final int MAX_BUCKETS = 8;

  private final VartimeDigits digits = new VartimeDigits();
  private final long[] buckets = new long[MAX_BUCKETS * ADDEND];
  private final boolean[] filled = new boolean[MAX_BUCKETS];
  private final long[] sum = new long[ADDEND];
  private final long[] total = new long[ADDEND];
  private final long[] s = new long[Edwards.SCRATCH];

  /// The addend base^exponent, valid until the next call.
  long[] of(VartimeChain chain, long[] words) {
    int width = width(words);
    digits.recode(words, width);
    return weigh(chain, 1 << (width - 2));
  }

  /// How wide digits pay: more buckets have to be weighed, fewer doublings to be sorted.
  private static int width(long[] words) {
    if ((words[1] | words[2] | words[3]) != 0) {
      return 5;
    }
    return words[0] >>> 24 == 0 ? 2 : words[0] >>> 40 == 0 ? 3 : 4;
  }

  private long[] weigh(VartimeChain chain, int count) {
    sort(chain, count);
    // Σ (2j+1)·bucket(j) = 2 · Σ_{k≥1} (Σ_{j≥k} bucket(j)) + Σ_{j≥0} bucket(j).
    boolean isSum = false;
    boolean isTotal = false;
    for (int j = count - 1; j >= 0; j--) {
      if (filled[j]) {
        addTo(sum, isSum, buckets, j * ADDEND);
        isSum = true;
      }
      if (isSum) {
        Edwards.prepare(sum, 0);
        if (j > 0) {
          addTo(total, isTotal, sum, 0);
          isTotal = true;
        }
      }
    }
    if (!isSum) {
      return Edwards.neutral();
    }
    if (isTotal) {
      Edwards.twice(total, 0, total, 0, s);
      Edwards.finish(total, 0);
      Edwards.plus(total, 0, sum, 0, false, s);
      Edwards.prepare(total, 0);
      return total;
    }
    return sum;
  }

  private void addTo(long[] r, boolean isFilled, long[] p, int po) {
    if (isFilled) {
      Edwards.prepare(p, po);
      Edwards.plus(r, 0, p, po, false, s);
    } else {
      System.arraycopy(p, po, r, 0, ADDEND);
    }
  }

  /// Adds each doubling that the digits name to the bucket of the digit.
  private void sort(VartimeChain chain, int count) {
    Arrays.fill(filled, 0, count, false);
    long[] doublings = chain.doublings(digits.top());
    for (int i = 0; i < digits.count(); i++) {
      int value = digits.value(i);
      int at = chain.addendAt(digits.position(i));
      int j = Math.abs(value) >> 1;
      if (filled[j]) {
        Edwards.plus(buckets, j * ADDEND, doublings, at, value < 0, s);
      } else {
        start(j * ADDEND, doublings, at, value < 0);
        filled[j] = true;
      }
    }
  }

  private void start(int bucket, long[] doublings, int at, boolean negative) {
    System.arraycopy(doublings, at, buckets, bucket, ADDEND);
    if (negative) {
      Field25519.negateIf(-1, buckets, bucket + Edwards.X);
      Field25519.negateIf(-1, buckets, bucket + Edwards.T);
    }
  }
}
