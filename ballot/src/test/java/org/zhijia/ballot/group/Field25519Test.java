package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.ballot.group.Generators.P;
import static org.zhijia.ballot.group.Generators.law;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class Field25519Test {

  private static final int CASES = 2000;
  private static final long LOOSE = 1L << 54;
  private static final long TIGHT = (1L << 51) + (1L << 18);

  @Test
  void aProductIsTheProductAndTight() {
    law(
        CASES,
        random -> {
          long[] a = random.limbs(LOOSE);
          long[] b = random.limbs(LOOSE);
          long[] r = new long[5];
          Field25519.mul(r, 0, a, 0, b, 0);
          assertThat(value(r)).isEqualTo(value(a).multiply(value(b)).mod(P));
          assertTight(r);
        });
  }

  @Test
  void aSquareIsTheSquareAndTight() {
    law(
        CASES,
        random -> {
          long[] a = random.limbs(LOOSE);
          BigInteger square = value(a).multiply(value(a)).mod(P);
          Field25519.sqr(a, 0, a, 0);
          assertThat(value(a)).isEqualTo(square);
          assertTight(a);
        });
  }

  @Test
  void sumsAndDifferencesAreLoose() {
    law(
        CASES,
        random -> {
          long[] a = random.limbs(TIGHT);
          long[] b = random.limbs(2 * TIGHT);
          long[] r = new long[5];
          Field25519.add(r, 0, a, 0, b, 0);
          assertThat(value(r)).isEqualTo(value(a).add(value(b)).mod(P));
          Field25519.sub(r, 0, a, 0, b, 0);
          assertThat(value(r)).isEqualTo(value(a).subtract(value(b)).mod(P));
          for (long limb : r) {
            assertThat(limb).isBetween(0L, LOOSE - 1);
          }
        });
  }

  @Test
  void theInverseTimesTheNumberIsOne() {
    law(
        100,
        random -> {
          long[] a = random.limbs(LOOSE);
          long[] r = new long[5];
          FieldPowers.invert(r, 0, a, 0);
          BigInteger expected = value(a).signum() == 0 ? BigInteger.ZERO : value(a).modInverse(P);
          assertThat(value(r)).isEqualTo(expected);
        });
  }

  @Test
  void aQuotientHasARootExactlyIfEulerSaysSo() {
    BigInteger half = P.subtract(BigInteger.ONE).shiftRight(1);
    law(
        200,
        random -> {
          long[] u = random.limbs(TIGHT);
          long[] v = random.limbs(TIGHT);
          if (value(v).signum() == 0) {
            return;
          }
          BigInteger quotient = value(u).multiply(value(v).modInverse(P)).mod(P);
          long[] r = new long[5];
          boolean hasRoot = FieldPowers.rootOfQuotient(r, 0, u, 0, v, 0);
          assertThat(hasRoot).isEqualTo(quotient.modPow(half, P).compareTo(BigInteger.ONE) <= 0);
          if (hasRoot) {
            assertThat(value(r).modPow(BigInteger.TWO, P)).isEqualTo(quotient);
          }
        });
  }

  @Test
  void wordsAreReducedAndReadBack() {
    law(
        CASES,
        random -> {
          long[] a = random.limbs(LOOSE);
          long[] words = new long[4];
          FieldText.words(words, a, 0);
          assertThat(new BigInteger(FieldText.hex(words), 16)).isEqualTo(value(a));
          assertThat(FieldText.isCanonical(words)).isTrue();
          long[] back = new long[5];
          FieldText.limbs(back, 0, words);
          assertThat(FieldText.areEqual(a, 0, back, 0)).isTrue();
          assertThat(FieldText.parity(a, 0)).isEqualTo(value(a).testBit(0) ? 1 : 0);
        });
  }

  @Test
  void numbersNearTheModulusAreReduced() {
    for (int i = -20; i <= 18; i++) {
      BigInteger value = P.add(BigInteger.valueOf(i));
      long[] words = new long[4];
      assertThat(FieldText.parse(words, Oracle.text(value, false))).isTrue();
      assertThat(FieldText.isCanonical(words)).as("p + %d", i).isEqualTo(i < 0);
      long[] limbs = new long[5];
      FieldText.limbs(limbs, 0, words);
      FieldText.words(words, limbs, 0);
      assertThat(new BigInteger(FieldText.hex(words), 16)).isEqualTo(value.mod(P));
    }
  }

  @Test
  void masksMoveSwapAndNegateOrDoNothing() {
    law(
        200,
        random -> {
          long[] a = random.limbs(TIGHT);
          long[] b = random.limbs(TIGHT);
          long[] c = a.clone();
          long[] d = b.clone();
          Field25519.swapIf(0, c, 0, d, 0);
          Field25519.moveIf(0, c, 0, d, 0);
          Field25519.negateIf(0, c, 0);
          assertThat(c).isEqualTo(a);
          assertThat(d).isEqualTo(b);
          Field25519.swapIf(-1, c, 0, d, 0);
          assertThat(c).isEqualTo(b);
          assertThat(d).isEqualTo(a);
          Field25519.negateIf(-1, c, 0);
          assertThat(value(c)).isEqualTo(value(b).negate().mod(P));
          Field25519.moveIf(-1, c, 0, d, 0);
          assertThat(c).isEqualTo(a);
        });
  }

  static BigInteger value(long[] limbs) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 4; i >= 0; i--) {
      assertThat(limbs[i]).isNotNegative();
      value = value.shiftLeft(51).add(BigInteger.valueOf(limbs[i]));
    }
    return value.mod(P);
  }

  private static void assertTight(long[] limbs) {
    for (long limb : limbs) {
      assertThat(limb).isBetween(0L, TIGHT - 1);
    }
  }
}
