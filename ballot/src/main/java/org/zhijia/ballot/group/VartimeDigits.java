package org.zhijia.ballot.group;

/// Recodes a public exponent into signed odd digits with zeros between them (wNAF): the exponent is
/// Σ digit · 2^position, any two positions are at least w apart, and |digit| < 2^(w−1).
final class VartimeDigits {

  /// Enough for the narrowest width: every other of 253 positions.
  private static final int MAX_DIGITS = 128;

  private final int[] positions = new int[MAX_DIGITS];
  private final int[] values = new int[MAX_DIGITS];
  private int count;

  int count() {
    return count;
  }

  int position(int i) {
    return positions[i];
  }

  int value(int i) {
    return values[i];
  }

  /// The highest position, or −1 for zero.
  int top() {
    return count == 0 ? -1 : positions[count - 1];
  }

  /// Recodes four words below q.
  void recode(long[] words, int width) {
    count = 0;
    long carry = 0;
    int position = 0;
    while (position < 256) {
      long window = window(words, position);
      // A carry makes zeros of ones: it runs through them.
      int zeros = Long.numberOfTrailingZeros(carry == 0 ? window : ~window);
      if (zeros > 0) {
        position += zeros;
        continue;
      }
      int digit = (int) ((window & ((1L << width) - 1)) + carry);
      carry = digit >> (width - 1);
      positions[count] = position;
      values[count] = digit - (int) (carry << width);
      count++;
      position += width;
    }
  }

  /// The words from a bit on.
  private static long window(long[] words, int position) {
    int word = position >> 6;
    long low = words[word] >>> position;
    if ((position & 63) == 0 || word == 3) {
      return low;
    }
    return low | (words[word + 1] << -position);
  }
}
