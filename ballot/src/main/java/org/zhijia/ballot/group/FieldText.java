package org.zhijia.ballot.group;

import java.nio.charset.StandardCharsets;

/// Canonical forms of numbers mod p = 2^255 − 19: as four 64-bit words (least significant first),
/// and as 64 lower-case hex digits (most significant first) with a flag in the top bit.
///
/// No branch depends on a value, only on whether a text is well formed.
final class FieldText {

  static final int WORDS = 4;
  static final int DIGITS = 64;

  private static final long MASK = Field25519.MASK;
  private static final int RADIX = Field25519.RADIX;

  private FieldText() {}

  /// Writes the one representative in 0 … p−1 of a number that is at most loose.
  static void words(long[] words, long[] a, int ao) {
    long[] t = new long[Field25519.LIMBS];
    Field25519.tighten(t, 0, a, ao);
    // Now a < 2p. The carry out of a + 19 says whether a ≥ p; then a − p = a + 19 − 2^255.
    long carry = (t[0] + 19) >>> RADIX;
    for (int i = 1; i < Field25519.LIMBS; i++) {
      carry = (t[i] + carry) >>> RADIX;
    }
    carry *= 19;
    for (int i = 0; i < Field25519.LIMBS; i++) {
      carry += t[i];
      t[i] = carry & MASK;
      carry >>>= RADIX;
    }
    words[0] = t[0] | (t[1] << 51);
    words[1] = (t[1] >>> 13) | (t[2] << 38);
    words[2] = (t[2] >>> 26) | (t[3] << 25);
    words[3] = (t[3] >>> 39) | (t[4] << 12);
  }

  /// Spreads 255 bits over five limbs; the top bit is left out.
  static void limbs(long[] r, int ro, long[] words) {
    r[ro] = words[0] & MASK;
    r[ro + 1] = ((words[0] >>> 51) | (words[1] << 13)) & MASK;
    r[ro + 2] = ((words[1] >>> 38) | (words[2] << 26)) & MASK;
    r[ro + 3] = ((words[2] >>> 25) | (words[3] << 39)) & MASK;
    r[ro + 4] = (words[3] >>> 12) & MASK;
  }

  /// Whether 255 bits are below p, that is, the only encoding of their value.
  static boolean isCanonical(long[] words) {
    long[] t = new long[Field25519.LIMBS];
    limbs(t, 0, words);
    long carry = (t[0] + 19) >>> RADIX;
    for (int i = 1; i < Field25519.LIMBS; i++) {
      carry = (t[i] + carry) >>> RADIX;
    }
    return carry == 0;
  }

  static boolean isZero(long[] a, int ao) {
    return bits(a, ao) == 0;
  }

  /// Whether a ≡ b, where b is tight.
  static boolean areEqual(long[] a, int ao, long[] b, int bo) {
    return difference(a, ao, b, bo) == 0;
  }

  /// Zero exactly if a ≡ 0: for whoever has more than one number to compare and must not stop at
  /// the first.
  static long bits(long[] a, int ao) {
    long[] words = new long[WORDS];
    words(words, a, ao);
    return words[0] | words[1] | words[2] | words[3];
  }

  /// Zero exactly if a ≡ b, where b is tight.
  static long difference(long[] a, int ao, long[] b, int bo) {
    long[] difference = new long[Field25519.LIMBS];
    Field25519.sub(difference, 0, a, ao, b, bo);
    return bits(difference, 0);
  }

  /// All ones for zero, otherwise zero.
  static long zeroMask(long bits) {
    return ((bits | -bits) >>> 63) - 1;
  }

  /// The lowest bit of the canonical form.
  static long parity(long[] a, int ao) {
    long[] words = new long[WORDS];
    words(words, a, ao);
    return words[0] & 1;
  }

  /// 64 hex digits of 256 bits.
  static String hex(long[] words) {
    byte[] digits = new byte[DIGITS];
    for (int i = 0; i < DIGITS; i++) {
      int nibble = (int) (words[3 - (i >> 4)] >>> (60 - 4 * (i & 15))) & 15;
      // 'a' − '0' − 10 = 39 is added where the nibble exceeds 9.
      digits[i] = (byte) ('0' + nibble + (((9 - nibble) >> 31) & 39));
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  /// Reads exactly 64 lower-case hex digits; false for anything else.
  static boolean parse(long[] words, String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    int wrong = 0;
    for (int w = 0; w < WORDS; w++) {
      long word = 0;
      for (int i = 0; i < 16; i++) {
        int c = text.charAt(16 * w + i);
        int isDigit = ~((c - '0') | ('9' - c)) >> 31;
        int isLetter = ~((c - 'a') | ('f' - c)) >> 31;
        wrong |= ~(isDigit | isLetter);
        word = (word << 4) | ((c - '0') & isDigit) | ((c - 'a' + 10) & isLetter);
      }
      words[3 - w] = word;
    }
    return wrong == 0;
  }
}
