package org.zhijia.ballot.group;

import org.jspecify.annotations.Nullable;

/// Arithmetic mod an odd number m, in limbs of 56 bits, least significant first: the field of a
/// [FiniteField] and its exponents. Constant time: no branch and no address depends on a value.
///
/// With R = 2^(56·limbs) > 10m, [#times] takes factors below 2m and gives a product below 2m again,
/// so nothing is subtracted between multiplications (*lazy* residues). A residue below m is
/// *canonical*. The 8 bits to spare in each word take up the carries of a whole row of products.
///
/// Source: Montgomery, "Modular multiplication without trial division", 1985; Walter, "Montgomery
/// exponentiation needs no final subtractions", 1999.
final class Modulus {

  static final int BITS = 56;

  /// 3526 bits, 63 limbs: each word takes up two halves of two products in each row, and
  /// 4 · 63 · 2^56 < 2^64.
  private static final int MOST_DIGITS = 1061;

  private static final long MASK = (1L << BITS) - 1;
  private static final int LIMB_BYTES = BITS / 8;

  private final int bitLength;
  private final int limbs;
  private final long[] modulus;

  /// −1/m mod 2^56.
  private final long minusInverse;

  /// R² mod m.
  private final long[] squareOfRadix;

  private final int maxDigits;

  /// Reads an odd number without leading zero.
  Modulus(String decimal) {
    this.maxDigits = decimal.length();
    long[] words = DecimalText.parse(decimal, words(maxDigits), maxDigits);
    if (words == null || (words[0] & 1) == 0 || maxDigits > MOST_DIGITS) {
      throw new IllegalArgumentException("not an odd number of at most 3526 bits");
    }
    this.bitLength = bitLength(words);
    this.limbs = Math.ceilDiv(bitLength + 4, BITS); // R > 10m: every text of m's length fits
    this.modulus = limbs(words);
    this.minusInverse = minusInverse(modulus[0]);
    long[] power = small(1);
    for (int i = 0; i < 2 * BITS * limbs; i++) {
      power = plus(power, power);
    }
    this.squareOfRadix = power;
  }

  /// Words that hold every number of so many digits; log2(10) < 10/3.
  private static int words(int digits) {
    return digits * 10 / (3 * 64) + 1;
  }

  private static int bitLength(long[] words) {
    int top = words.length - 1;
    while (words[top] == 0) {
      top--;
    }
    return 64 * (top + 1) - Long.numberOfLeadingZeros(words[top]);
  }

  int bitLength() {
    return bitLength;
  }

  /// m itself.
  String decimal() {
    return print(modulus);
  }

  long[] zero() {
    return new long[limbs];
  }

  /// A small number, canonical; negative ones count from m downwards. Only the sign may show in the
  /// time. m has more than 64 bits.
  long[] small(long number) {
    long[] size = new long[limbs];
    size[0] = Math.abs(number) & MASK;
    size[1] = Math.abs(number) >>> BITS;
    return number < 0 ? minus(zero(), size) : size;
  }

  // --- Montgomery's products -------------------------------------------------------------------

  /// a · b / R of lazy residues.
  long[] times(long[] a, long[] b) {
    long[] t = new long[2 * limbs];
    for (int i = 0; i < limbs; i++) {
      addRow(t, i, a[i], b);
    }
    return divideByRadix(t);
  }

  /// a · a / R of a lazy residue.
  long[] squared(long[] a) {
    long[] t = new long[2 * limbs];
    for (int i = 0; i < limbs; i++) {
      long x = a[i];
      long shifted = x << (64 - BITS);
      t[2 * i] += (x * x) & MASK;
      long high = Math.unsignedMultiplyHigh(shifted, x);
      for (int j = i + 1; j < limbs; j++) {
        long twice = a[j] << 1;
        t[i + j] += ((x * twice) & MASK) + high;
        high = Math.unsignedMultiplyHigh(shifted, twice);
      }
      t[i + limbs] += high;
    }
    return divideByRadix(t);
  }

  /// a · R: into the form in which [#times] multiplies as one expects.
  long[] intoMontgomery(long[] a) {
    return times(a, squareOfRadix);
  }

  /// a / R, canonical: back out of that form.
  long[] outOfMontgomery(long[] a) {
    long[] one = new long[limbs];
    one[0] = 1;
    return canonical(times(a, one));
  }

  /// t = t + x · b · 2^(56·at), with carries left standing.
  private static void addRow(long[] t, int at, long x, long[] b) {
    long shifted = x << (64 - BITS);
    long high = 0;
    for (int j = 0; j < b.length; j++) {
      long limb = b[j];
      t[at + j] += ((x * limb) & MASK) + high;
      high = Math.unsignedMultiplyHigh(shifted, limb);
    }
    t[at + b.length] += high;
  }

  private long[] divideByRadix(long[] t) {
    for (int i = 0; i < limbs; i++) {
      long factor = (t[i] * minusInverse) & MASK;
      addRow(t, i, factor, modulus);
      t[i + 1] += t[i] >>> BITS;
    }
    long[] quotient = new long[limbs];
    long carry = 0;
    for (int i = 0; i < limbs; i++) {
      long limb = t[limbs + i] + carry;
      quotient[i] = limb & MASK;
      carry = limb >>> BITS;
    }
    return quotient;
  }

  // --- canonical residues ----------------------------------------------------------------------

  /// The canonical residue of a lazy one.
  long[] canonical(long[] a) {
    long[] difference = new long[limbs];
    long keep = -subtract(difference, a, modulus);
    for (int i = 0; i < limbs; i++) {
      difference[i] ^= keep & (difference[i] ^ a[i]);
    }
    return difference;
  }

  long[] plus(long[] a, long[] b) {
    long[] sum = new long[limbs];
    long carry = 0;
    for (int i = 0; i < limbs; i++) {
      long limb = a[i] + b[i] + carry;
      sum[i] = limb & MASK;
      carry = limb >>> BITS;
    }
    return canonical(sum);
  }

  long[] minus(long[] a, long[] b) {
    long[] sum = new long[limbs];
    long carry = 0;
    for (int i = 0; i < limbs; i++) {
      long limb = a[i] - b[i] + modulus[i] + carry;
      sum[i] = limb & MASK;
      carry = limb >> BITS;
    }
    return canonical(sum);
  }

  /// a · b of canonical residues, outside Montgomery's form.
  long[] plainTimes(long[] a, long[] b) {
    return canonical(times(intoMontgomery(a), b));
  }

  static boolean areEqual(long[] a, long[] b) {
    long difference = 0;
    for (int i = 0; i < a.length; i++) {
      difference |= a[i] ^ b[i];
    }
    return difference == 0;
  }

  /// r = a − b mod R; returns 1 if that is negative, otherwise 0.
  private static long subtract(long[] r, long[] a, long[] b) {
    long borrow = 0;
    for (int i = 0; i < b.length; i++) {
      long limb = a[i] - b[i] - borrow;
      r[i] = limb & MASK;
      borrow = limb >>> 63;
    }
    return borrow;
  }

  // --- bytes and texts -------------------------------------------------------------------------

  /// The longest number that [#modulo] takes.
  int mostBytes() {
    return 2 * limbs * LIMB_BYTES;
  }

  /// A big-endian number, reduced.
  long[] modulo(byte[] bigEndian) {
    if (bigEndian.length > mostBytes()) {
      throw new IllegalArgumentException("more than " + mostBytes() + " bytes");
    }
    long[] low = new long[limbs];
    long[] high = new long[limbs];
    for (int i = 0; i < bigEndian.length; i++) {
      long octet = bigEndian[bigEndian.length - 1 - i] & 0xff;
      int limb = i / LIMB_BYTES;
      long[] half = limb < limbs ? low : high;
      half[limb % limbs] |= octet << (8 * (i % LIMB_BYTES));
    }
    // high · R + low; a factor may be any number below R if the other one is canonical.
    return plus(canonical(intoMontgomery(high)), outOfMontgomery(intoMontgomery(low)));
  }

  /// Reads a decimal without sign or leading zero that is less than m; null for anything else.
  long @Nullable [] parse(String decimal) {
    long[] words = DecimalText.parse(decimal, words(maxDigits), maxDigits);
    if (words == null) {
      return null;
    }
    long[] a = limbs(words);
    return subtract(new long[limbs], a, modulus) == 1 ? a : null;
  }

  /// The decimal text of a canonical residue.
  String print(long[] a) {
    long[] words = new long[Math.ceilDiv(bitLength, 64)];
    for (int i = 0; i < words.length; i++) {
      int bit = 64 * i;
      words[i] = window(a, BITS, bit) | window(a, BITS, bit + 32) << 32;
    }
    return DecimalText.print(words);
  }

  /// Some bits of a number from one on; those beyond its end are zero.
  ///
  /// @param width bits of each of the digits; up to two digits give bits
  private static long window(long[] digits, int width, int bit) {
    int i = bit / width;
    int shift = bit % width;
    long low = i < digits.length ? digits[i] >>> shift : 0;
    long high = i + 1 < digits.length && shift > 0 ? digits[i + 1] << (width - shift) : 0;
    return low | high;
  }

  private long[] limbs(long[] words) {
    long[] a = new long[limbs];
    for (int i = 0; i < limbs; i++) {
      a[i] = window(words, 64, BITS * i) & MASK;
    }
    return a;
  }

  /// Newton's iteration: each step doubles the number of right bits.
  private static long minusInverse(long odd) {
    long inverse = odd;
    for (int i = 0; i < 6; i++) {
      inverse *= 2 - odd * inverse;
    }
    return -inverse & MASK;
  }
}
