package org.zhijia.ballot.group;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decimal texts of numbers mod q. Time depends on a text's length only.
final class ScalarText {

  /// q has 76 digits, and no number of 76 digits overflows 256 bits.
  private static final int MAX_DIGITS = 76;

  private static final int CHUNK = 18;
  private static final int GROUPS = 9;
  private static final int GROUP_DIGITS = 9;
  private static final long GROUP = 1_000_000_000;

  private ScalarText() {}

  /// Reads digits without sign or leading zero that are less than q; null for anything else.
  static long @Nullable [] parse(String decimal) {
    int length = decimal.length();
    if (length == 0 || length > MAX_DIGITS || (length > 1 && decimal.charAt(0) == '0')) {
      return null;
    }
    long[] words = new long[ScalarWords.WORDS];
    int wrong = 0;
    for (int start = 0; start < length; start += CHUNK) {
      int end = Math.min(length, start + CHUNK);
      long chunk = 0;
      long power = 1;
      for (int i = start; i < end; i++) {
        int digit = decimal.charAt(i) - '0';
        wrong |= digit | (9 - digit);
        chunk = 10 * chunk + digit;
        power *= 10;
      }
      append(words, power, chunk);
    }
    return wrong >= 0 && ScalarWords.isReduced(words) ? words : null;
  }

  /// words = words · power + chunk.
  private static void append(long[] words, long power, long chunk) {
    long carry = chunk;
    for (int i = 0; i < ScalarWords.WORDS; i++) {
      long low = words[i] * power;
      long sum = low + carry;
      long overflow = ((low & carry) | ((low | carry) & ~sum)) >>> 63;
      carry = Math.unsignedMultiplyHigh(words[i], power) + overflow;
      words[i] = sum;
    }
  }

  /// Nine divisions by 10^9 whatever the number is; only the length of the result tells of it.
  static String print(long[] words) {
    int[] halves = new int[2 * ScalarWords.WORDS];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = (int) (words[i >> 1] >>> (32 * (i & 1)));
    }
    byte[] digits = new byte[GROUPS * GROUP_DIGITS];
    int at = digits.length;
    for (int group = 0; group < GROUPS; group++) {
      int rest = (int) divide(halves);
      for (int i = 0; i < GROUP_DIGITS; i++) {
        int quotient = (int) ((rest * 0xCCCCCCCDL) >>> 35); // rest / 10
        digits[--at] = (byte) ('0' + rest - 10 * quotient);
        rest = quotient;
      }
    }
    int start = 0;
    while (start < digits.length - 1 && digits[start] == '0') {
      start++;
    }
    return new String(digits, start, digits.length - start, StandardCharsets.ISO_8859_1);
  }

  /// Divides by 10^9 in place; returns the rest. A compiled division by a constant is a
  /// multiplication, so its time is constant too.
  private static long divide(int[] halves) {
    long rest = 0;
    for (int i = halves.length - 1; i >= 0; i--) {
      long dividend = (rest << 32) | Integer.toUnsignedLong(halves[i]);
      long quotient = dividend / GROUP;
      halves[i] = (int) quotient;
      rest = dividend - quotient * GROUP;
    }
    return rest;
  }
}
