package org.zhijia.ballot.group;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An exponent mod the order of Ed25519's group; see [ScalarWords] for its arithmetic.
final class ScalarModQ implements Scalar {

  /// Digits of radix 16.
  static final int NIBBLES = 64;

  static final ScalarModQ ZERO = new ScalarModQ(new long[ScalarWords.WORDS]);

  private static final int MAX_BYTES = 64;

  /// A number of fewer bytes is below q.
  private static final int Q_BYTES = 32;

  /// q has 76 digits, and no number of 76 digits overflows 256 bits.
  private static final int MAX_DIGITS = 76;

  private final long[] words;

  /// The text from which it was read, if it was.
  private final @Nullable String text;

  /// Takes over four words below q.
  ScalarModQ(long[] words) {
    this(words, null);
  }

  private ScalarModQ(long[] words, @Nullable String text) {
    this.words = words;
    this.text = text;
  }

  static ScalarModQ of(Scalar scalar) {
    if (scalar instanceof ScalarModQ ours) {
      return ours;
    }
    throw new IllegalArgumentException("a scalar of another group");
  }

  static ScalarModQ of(long value) {
    long[] words = new long[ScalarWords.WORDS];
    words[0] = Math.abs(value);
    ScalarModQ size = new ScalarModQ(words);
    return value < 0 ? new ScalarModQ(ScalarWords.minus(ZERO.words, words)) : size;
  }

  /// Reads a decimal without sign or leading zero that is less than q; null for anything else.
  static @Nullable ScalarModQ parse(String decimal) {
    long[] words = DecimalText.parse(decimal, ScalarWords.WORDS, MAX_DIGITS);
    return words != null && ScalarWords.isReduced(words) ? new ScalarModQ(words, decimal) : null;
  }

  /// A big-endian number of at most 64 bytes, reduced.
  static ScalarModQ modulo(byte[] bigEndian) {
    if (bigEndian.length > MAX_BYTES) {
      throw new IllegalArgumentException("more than 64 bytes");
    }
    long[] words = new long[2 * ScalarWords.WORDS];
    for (int i = 0; i < bigEndian.length; i++) {
      long octet = bigEndian[bigEndian.length - 1 - i] & 0xff;
      words[i >> 3] |= octet << (8 * (i & 7));
    }
    long[] low = Arrays.copyOf(words, ScalarWords.WORDS);
    if (bigEndian.length < Q_BYTES) {
      return new ScalarModQ(low);
    }
    long[] high = Arrays.copyOfRange(words, ScalarWords.WORDS, words.length);
    return new ScalarModQ(ScalarWords.reduce(high, low));
  }

  /// Not to be written to.
  long[] words() {
    return words;
  }

  /// Digits −8 … 8 of radix 16, least significant first.
  byte[] signedNibbles() {
    byte[] digits = new byte[NIBBLES];
    int carry = 0;
    for (int i = 0; i < NIBBLES; i++) {
      int digit = ((int) (words[i >> 4] >>> (4 * (i & 15))) & 15) + carry;
      carry = (digit + 8) >> 4;
      digits[i] = (byte) (digit - (carry << 4));
    }
    return digits;
  }

  @Override
  public Scalar plus(Scalar other) {
    return new ScalarModQ(ScalarWords.plus(words, of(other).words));
  }

  @Override
  public Scalar minus(Scalar other) {
    return new ScalarModQ(ScalarWords.minus(words, of(other).words));
  }

  @Override
  public Scalar times(Scalar other) {
    return new ScalarModQ(ScalarWords.times(words, of(other).words));
  }

  @Override
  public Scalar negated() {
    return new ScalarModQ(ScalarWords.minus(ZERO.words, words));
  }

  @Override
  public Scalar inverted() {
    if (isZero()) {
      throw new ArithmeticException("zero has no inverse");
    }
    return new ScalarModQ(ScalarWords.inverted(words));
  }

  @Override
  public boolean isZero() {
    return ScalarWords.areEqual(words, ZERO.words);
  }

  @Override
  public String decimal() {
    return text != null ? text : DecimalText.print(words);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScalarModQ ours && ScalarWords.areEqual(words, ours.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /// Tells nothing: many scalars are secrets, and logs are read.
  @Override
  public String toString() {
    return "Scalar[…]";
  }
}
