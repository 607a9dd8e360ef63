package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The finite fields against BigInteger, and their numbers against what they must be.
class FiniteFieldTest {
  private static final FiniteField BELENIOS = FiniteField.belenios2048();
  private static final FiniteField RFC = FiniteField.rfc3526();

  static Stream<FiniteField> fields() {
    return Stream.of(BELENIOS, RFC);
  }

  private static BigInteger p(FiniteField group) {
    return new BigInteger(group.field().decimal());
  }

  private static BigInteger q(FiniteField group) {
    return new BigInteger(group.order().decimal());
  }

  private static BigInteger g(FiniteField group) {
    return new BigInteger(group.generator().encoding());
  }

  private static Scalar scalar(FiniteField group, BigInteger value) {
    return group.scalar(value.toString()).orElseThrow();
  }

  private static Element power(FiniteField group, BigInteger exponent) {
    return group.element(g(group).modPow(exponent, p(group)).toString()).orElseThrow();
  }

  // --- the numbers -----------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("fields")
  void pAndQArePrimeAndTheGeneratorHasOrderQ(FiniteField group) {
    assertThat(p(group).bitLength()).isEqualTo(2048);
    assertThat(p(group).isProbablePrime(64)).isTrue();
    assertThat(q(group).isProbablePrime(64)).isTrue();
    assertThat(p(group).subtract(BigInteger.ONE).mod(q(group))).isZero();
    assertThat(g(group)).isNotEqualTo(BigInteger.ONE);
    assertThat(g(group).modPow(q(group), p(group))).isEqualTo(BigInteger.ONE);
  }

  @Test
  void theOrdersAreOf256And2047Bits() {
    assertThat(q(BELENIOS).bitLength()).isEqualTo(256);
    assertThat(q(RFC).bitLength()).isEqualTo(2047);
    assertThat(g(RFC)).isEqualTo(BigInteger.TWO);
  }

  /// RFC 3526, section 3: p = 2^2048 − 2^1984 − 1 + 2^64 · (⌊2^1918 π⌋ + 124476).
  @Test
  void thePrimeOfRfc3526IsMadeOfPi() {
    BigInteger scaledPi = pi().multiply(new BigDecimal(BigInteger.TWO.pow(1918))).toBigInteger();
    BigInteger middle = scaledPi.add(BigInteger.valueOf(124476)).shiftLeft(64);
    BigInteger expected =
        BigInteger.TWO
            .pow(2048)
            .subtract(BigInteger.TWO.pow(1984))
            .subtract(BigInteger.ONE)
            .add(middle);

    assertThat(p(RFC)).isEqualTo(expected);
  }

  /// Machin: π = 16 arctan(1/5) − 4 arctan(1/239).
  private static BigDecimal pi() {
    return arctanOfOneBy(5, 16).subtract(arctanOfOneBy(239, 4));
  }

  private static BigDecimal arctanOfOneBy(int x, int factor) {
    MathContext precision = new MathContext(620);
    BigDecimal power = BigDecimal.valueOf(factor).divide(BigDecimal.valueOf(x), precision);
    BigDecimal sum = power;
    for (int k = 3; k < 950; k += 2) {
      power = power.divide(BigDecimal.valueOf(-(long) x * x), precision);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), precision));
    }
    return sum;
  }

  // --- doors -----------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("fields")
  void aMemberIsReadAndWrittenInOneSpelling(FiniteField group) {
    Generators.law(
        6,
        some -> {
          String text = g(group).modPow(some.below(q(group)), p(group)).toString();
          assertThat(group.element(text).orElseThrow().encoding()).isEqualTo(text);
        });
    assertThat(group.element("1")).contains(group.neutral());
  }

  @ParameterizedTest
  @MethodSource("fields")
  void whatIsNoMemberIsRefused(FiniteField group) {
    String generator = group.generator().encoding();
    BigInteger minusOne = p(group).subtract(BigInteger.ONE);
    List<String> wrong =
        List.of(
            "",
            "0",
            "-1",
            "+1",
            " 1",
            "1 ",
            "01",
            "00",
            "0" + generator,
            "١",
            "a",
            "6".repeat(63) + "8",
            minusOne.toString(),
            minusOne.multiply(g(group)).mod(p(group)).toString(),
            p(group).toString(),
            p(group).add(BigInteger.ONE).toString(),
            p(group).add(g(group)).toString(),
            BigInteger.TWO.pow(2048).add(BigInteger.ONE).toString(),
            "9".repeat(617),
            "1" + "0".repeat(617),
            "1".repeat(100_000));

    assertThat(wrong).allSatisfy(text -> assertThat(group.element(text)).as(text).isEmpty());
  }

  @Test
  void twoIsAMemberOfTheOneAndNotOfTheOther() {
    assertThat(RFC.element("2")).contains(RFC.generator());
    assertThat(BELENIOS.element("2")).isEmpty();
    assertThat(RFC.element(BELENIOS.generator().encoding())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aScalarIsReadAndWrittenInOneSpelling(FiniteField group) {
    Generators.law(
        50,
        some -> {
          String text = some.below(q(group)).toString();
          assertThat(group.scalar(text).orElseThrow().decimal()).isEqualTo(text);
        });
    String last = q(group).subtract(BigInteger.ONE).toString();
    assertThat(group.scalar(last)).contains(group.scalar(-1));
    assertThat(List.of(q(group).toString(), "0" + last, "-1", "", "9".repeat(last.length())))
        .allSatisfy(text -> assertThat(group.scalar(text)).as(text).isEmpty());
  }

  // --- arithmetic ------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("fields")
  void scalarsAreIntegersModQ(FiniteField group) {
    BigInteger q = q(group);
    Generators.law(
        40,
        some -> {
          BigInteger a = some.below(q);
          BigInteger b = some.below(q);
          Scalar x = scalar(group, a);
          Scalar y = scalar(group, b);
          assertThat(x.plus(y)).isEqualTo(scalar(group, a.add(b).mod(q)));
          assertThat(x.minus(y)).isEqualTo(scalar(group, a.subtract(b).mod(q)));
          assertThat(x.times(y)).isEqualTo(scalar(group, a.multiply(b).mod(q)));
          assertThat(x.negated()).isEqualTo(scalar(group, a.negate().mod(q)));
          assertThat(x.isZero()).isEqualTo(a.signum() == 0);
          if (b.signum() != 0) {
            assertThat(y.inverted()).isEqualTo(scalar(group, b.modInverse(q)));
          }
        });
    assertThatThrownBy(() -> group.scalar(0).inverted()).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void numbersAndBytesAreReduced(FiniteField group) {
    for (long value : List.of(0L, 1L, -1L, 1L << 56, -(1L << 57), Long.MAX_VALUE, -77L)) {
      assertThat(group.scalar(value))
          .isEqualTo(scalar(group, BigInteger.valueOf(value).mod(q(group))));
    }
    Generators.law(
        40,
        some -> {
          byte[] bytes = some.bytes(some.number(65));
          BigInteger number = new BigInteger(1, bytes);
          assertThat(group.scalarModulo(bytes)).isEqualTo(scalar(group, number.mod(q(group))));
          byte[] wide = some.bytes(group.order().mostBytes());
          assertThat(group.order().print(group.order().modulo(wide)))
              .isEqualTo(new BigInteger(1, wide).mod(q(group)).toString());
        });
    byte[] ones = new byte[64];
    java.util.Arrays.fill(ones, (byte) 0xff);
    assertThat(group.scalarModulo(ones))
        .isEqualTo(scalar(group, BigInteger.TWO.pow(512).subtract(BigInteger.ONE).mod(q(group))));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void productsAndQuotientsAreThoseOfTheField(FiniteField group) {
    Generators.law(
        4,
        some -> {
          BigInteger a = some.below(q(group));
          BigInteger b = some.below(q(group));
          Element x = power(group, a);
          Element y = power(group, b);
          assertThat(x.times(y)).isEqualTo(power(group, a.add(b).mod(q(group))));
          assertThat(x.dividedBy(y)).isEqualTo(power(group, a.subtract(b).mod(q(group))));
          assertThat(x.dividedBy(x).isNeutral()).isTrue();
          assertThat(x.isNeutral()).isEqualTo(a.signum() == 0);
        });
  }

  @ParameterizedTest
  @MethodSource("fields")
  void allWaysToAPowerAgree(FiniteField group) {
    VartimeBase wideGenerator = group.vartimeWideBase(group.generator());
    Generators.law(
        6,
        some -> {
          BigInteger e = some.below(some.number(2) == 0 ? q(group) : BigInteger.valueOf(5000));
          Scalar exponent = scalar(group, e);
          Element base = power(group, some.below(q(group)));
          String text = new BigInteger(base.encoding()).modPow(e, p(group)).toString();
          Element expected = group.element(text).orElseThrow();
          VartimeBase chain = group.vartimeBase(base);
          List<Element> products =
              group
                  .vartimeProducts()
                  .begin()
                  .times(chain, exponent)
                  .begin()
                  .times(chain, exponent)
                  .times(wideGenerator, exponent)
                  .begin()
                  .elements();

          assertThat(base.power(exponent)).isEqualTo(expected);
          assertThat(group.fixedBase(base).power(exponent)).isEqualTo(expected);
          assertThat(products)
              .containsExactly(
                  expected, expected.times(group.generatorPower(exponent)), group.neutral());
          assertThat(group.generatorPower(exponent)).isEqualTo(power(group, e));
        });
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aForgottenBaseTakesNoMorePowers(FiniteField group) {
    VartimeProducts products = group.vartimeProducts();
    VartimeBase base = products.base(group.generator().encoding()).orElseThrow();
    products.forgetBases();

    assertThat(base.element()).isEqualTo(group.generator());
    assertThatThrownBy(() -> products.begin().times(base, group.scalar(5)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void groupsDoNotMix() {
    Scalar foreign = RFC.scalar(3);
    assertThatThrownBy(() -> BELENIOS.generatorPower(foreign))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BELENIOS.generator().times(RFC.generator()))
        .isInstanceOf(IllegalArgumentException.class);
    VartimeBase base = RFC.vartimeBase(RFC.generator());
    assertThatThrownBy(() -> BELENIOS.vartimeProducts().begin().times(base, BELENIOS.scalar(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyGroupIsFoundByItsName() {
    assertThat(Group.NAMES)
        .allSatisfy(name -> assertThat(Group.named(name).orElseThrow().name()).isEqualTo(name));
    assertThat(Group.named("ed25519")).isEmpty();
  }
}
