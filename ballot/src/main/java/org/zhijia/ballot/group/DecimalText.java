package org.zhijia.ballot.group;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decimal texts of non-negative numbers in 64-bit words, least significant first. Time depends on
/// a text's length and on the number of words only.
final class DecimalText {

  private static final int CHUNK = 18;
  private static final int GROUP_DIGITS = 9;
  private static final long GROUP = 1_000_000_000;

  private DecimalText() {}

  /// Reads digits without sign or leading zero; null for anything else.
  ///
  /// @param maxDigits so few that no number of that length overflows the words
  static long @Nullable [] parse(String decimal, int wordCount, int maxDigits) {
    int length = decimal.length();
    if (length == 0 || length > maxDigits || (length > 1 && decimal.charAt(0) == '0')) {
      return null;
    }
    long[] words = new long[wordCount];
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
    return wrong >= 0 ? words : null;
  }

  /// words = words · power + chunk.
  private static void append(long[] words, long power, long chunk) {
    long carry = chunk;
    for (int i = 0; i < words.length; i++) {
      long low = words[i] * power;
      long sum = low + carry;
      long overflow = ((low & carry) | ((low | carry) & ~sum)) >>> 63;
      carry = Math.unsignedMultiplyHigh(words[i], power) + overflow;
      words[i] = sum;
    }
  }

  /// As many divisions by 10^9 as the longest number of so many words needs, whatever the number
  /// is; only the length of the result tells of it.
  static String print(long[] words) {
    int[] halves = new int[2 * words.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = (int) (words[i >> 1] >>> (32 * (i & 1)));
    }
    byte[] digits = new byte[groups(words.length) * GROUP_DIGITS];
    int at = digits.length;
    while (at > 0) {
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

  /// Groups of nine digits in the largest number of so many words; log10(2) < 0.30103.
  private static int groups(int wordCount) {
    return 64 * wordCount * 30103 / 100000 / GROUP_DIGITS + 1;
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
