package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijia.ballot.group.Generators.Q;
import static org.zhijia.ballot.group.Generators.law;
import static org.zhijia.ballot.group.Generators.scalarOf;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarTest {

  private static final int CASES = 1000;
  private final Group group = Ed25519.group();

  @Test
  void arithmeticIsThatOfTheIntegersModQ() {
    law(
        CASES,
        random -> {
          BigInteger a = random.exponent();
          BigInteger b = random.exponent();
          Scalar x = scalarOf(a);
          Scalar y = scalarOf(b);
          assertValue(x.plus(y), a.add(b));
          assertValue(x.minus(y), a.subtract(b));
          assertValue(x.times(y), a.multiply(b));
          assertValue(x.negated(), a.negate());
          assertThat(x.isZero()).isEqualTo(a.signum() == 0);
          assertThat(x.equals(y)).isEqualTo(a.equals(b));
        });
  }

  @Test
  void theInverseIsTheInverse() {
    law(
        100,
        random -> {
          BigInteger a = random.exponent();
          if (a.signum() != 0) {
            assertValue(scalarOf(a).inverted(), a.modInverse(Q));
          }
        });
  }

  @Test
  void zeroHasNoInverse() {
    assertThatThrownBy(() -> group.scalar(0).inverted()).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void bytesAreReducedModQ() {
    law(
        CASES,
        random -> {
          BigInteger value = random.below(BigInteger.TWO.pow(8 * random.number(65)));
          byte[] bytes = unsigned(value);
          assertValue(group.scalarModulo(bytes), value);
        });
    byte[] ones = new byte[64];
    Arrays.fill(ones, (byte) -1);
    assertValue(group.scalarModulo(ones), BigInteger.TWO.pow(512).subtract(BigInteger.ONE));
    assertThatThrownBy(() -> group.scalarModulo(new byte[65]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void smallNumbersCountFromQDownwardsIfNegative() {
    for (long value : List.of(0L, 1L, -1L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE)) {
      assertValue(group.scalar(value), BigInteger.valueOf(value));
    }
  }

  @Test
  void decimalsAreReadAndWritten() {
    law(
        CASES,
        random -> {
          BigInteger a = random.exponent();
          assertThat(group.scalar(a.toString()).orElseThrow().decimal()).isEqualTo(a.toString());
        });
    for (int digits = 1; digits < 76; digits++) {
      for (BigInteger a : List.of(BigInteger.TEN.pow(digits), BigInteger.TEN.pow(digits - 1))) {
        String less = a.subtract(BigInteger.ONE).toString();
        assertThat(scalarOf(a).decimal()).isEqualTo(a.toString());
        assertThat(group.scalar(less).orElseThrow().decimal()).isEqualTo(less);
      }
    }
  }

  @Test
  void whatIsNoStrictDecimalBelowQIsRefused() {
    BigInteger beyond = BigInteger.TEN.pow(76);
    List<String> wrong =
        List.of(
            "",
            "00",
            "01",
            "-1",
            "+1",
            " 1",
            "1 ",
            "1e3",
            "1/2",
            "1:",
            "0x1",
            "١",
            "１",
            "1\0",
            "\uffff",
            Q.toString(),
            Q.add(BigInteger.ONE).toString(),
            beyond.subtract(BigInteger.ONE).toString(),
            beyond.toString(),
            Q.multiply(BigInteger.TEN).toString(),
            BigInteger.TWO.pow(256).toString(),
            BigInteger.TWO.pow(256).add(BigInteger.ONE).toString(),
            "1".repeat(10_000));
    for (String text : wrong) {
      assertThat(group.scalar(text)).as("'%s'", text).isEmpty();
    }
    assertThat(group.scalar(Q.subtract(BigInteger.ONE).toString())).contains(group.scalar(-1));
  }

  @Test
  void theTextOfAScalarTellsNothing() {
    assertThat(group.scalar(123456789)).hasToString("Scalar[…]");
  }

  @Test
  void equalScalarsHaveEqualHashes() {
    assertThat(group.scalar(-7)).isEqualTo(group.scalar(7).negated());
    assertThat(group.scalar(-7)).hasSameHashCodeAs(group.scalar(7).negated());
    assertThat(group.scalar(7)).isNotEqualTo(group.scalar(8)).isNotEqualTo("7");
  }

  @Test
  void randomScalarsComeFrom64BytesOfTheSource() {
    byte[] given = new byte[64];
    for (int i = 0; i < given.length; i++) {
      given[i] = (byte) (3 * i + 200);
    }
    Scalar scalar =
        group.randomScalar(
            bytes -> {
              assertThat(bytes).hasSize(64);
              System.arraycopy(given, 0, bytes, 0, 64);
            });
    assertValue(scalar, new BigInteger(1, given));
    assertThat(group.randomScalar(Randomness.secure()))
        .isNotEqualTo(group.randomScalar(Randomness.secure()));
  }

  private static void assertValue(Scalar scalar, BigInteger value) {
    assertThat(scalar.decimal()).isEqualTo(value.mod(Q).toString());
    assertThat(scalar).isEqualTo(scalarOf(value.mod(Q)));
  }

  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
