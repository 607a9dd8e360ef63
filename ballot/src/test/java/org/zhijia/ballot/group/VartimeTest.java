package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijia.ballot.group.Generators.Q;
import static org.zhijia.ballot.group.Generators.law;
import static org.zhijia.ballot.group.Generators.scalarOf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VartimeTest {

  private final Group group = Ed25519.group();
  private final Element base =
      group.generatorPower(group.scalar(987654321)).power(group.scalar(-5));
  private final VartimeBase wide = group.vartimeWideBase(base);
  private final FixedBase fixed = group.fixedBase(base);

  /// A power by every path that there is.
  private List<Element> powers(Scalar exponent) {
    VartimeBase decoded = group.vartimeProducts().base(base.encoding()).orElseThrow();
    List<Element> powers = new ArrayList<>();
    powers.add(base.power(exponent));
    powers.add(fixed.power(exponent));
    powers.addAll(
        group
            .vartimeProducts()
            .begin()
            .times(wide, exponent)
            .begin()
            .times(group.vartimeBase(base), exponent)
            .begin()
            .times(decoded, exponent)
            .begin()
            .times(decoded, exponent)
            .elements());
    return powers;
  }

  @Test
  void allPathsAgreeOnEdgeExponents() {
    List<BigInteger> exponents = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      exponents.add(BigInteger.valueOf(i));
      exponents.add(Q.subtract(BigInteger.valueOf(i + 1)));
    }
    for (int bit = 0; bit < 253; bit++) {
      BigInteger power = BigInteger.TWO.pow(bit);
      exponents.add(power.subtract(BigInteger.ONE));
      exponents.add(power);
      exponents.add(power.add(BigInteger.ONE).mod(Q));
    }
    for (BigInteger exponent : exponents) {
      Element expected = base.power(scalarOf(exponent));
      assertThat(powers(scalarOf(exponent))).as(exponent.toString()).allMatch(expected::equals);
    }
  }

  @Test
  void allPathsAgreeOnAnyExponent() {
    law(
        200,
        random -> {
          Scalar exponent = random.scalar();
          Element expected = base.power(exponent);
          assertThat(powers(exponent)).allMatch(expected::equals);
        });
  }

  @Test
  void shortExponentsAgreeAndGrowTheChainAsNeeded() {
    law(
        50,
        random -> {
          VartimeBase chain = group.vartimeBase(base);
          for (int i = 0; i < 8; i++) {
            Scalar weight = scalarOf(random.below(BigInteger.TWO.pow(1 + random.number(64))));
            assertThat(group.vartimeProducts().begin().times(chain, weight).elements())
                .containsExactly(base.power(weight));
          }
        });
  }

  @Test
  void thirtySevenPowersOfOneBaseAgree() {
    VartimeBase chain = group.vartimeBase(base);
    law(
        37,
        random -> {
          Scalar exponent = random.scalar();
          assertThat(group.vartimeProducts().begin().times(chain, exponent).encode())
              .containsExactly(base.power(exponent).encoding());
        });
  }

  @Test
  void productsAreProductsAndComeInOrder() {
    law(
        30,
        random -> {
          Element other = random.element();
          VartimeBase chain = group.vartimeBase(other);
          VartimeProducts products = group.vartimeProducts();
          List<Element> expected = new ArrayList<>();
          for (int i = random.number(40); i > 0; i--) {
            Scalar a = random.scalar();
            Scalar b = random.scalar();
            products.begin().times(wide, a).times(chain, b).times(other);
            expected.add(base.power(a).times(other.power(b)).times(other));
          }
          assertThat(products.elements()).isEqualTo(expected);
          assertThat(products.encode()).isEqualTo(group.encode(expected));
        });
  }

  @Test
  void anEmptyProductIsNeutralAndNoProductIsNone() {
    assertThat(group.vartimeProducts().begin().encode())
        .containsExactly(group.neutral().encoding());
    assertThat(group.vartimeProducts().encode()).isEmpty();
    assertThat(group.vartimeProducts().elements()).isEmpty();
    assertThatThrownBy(() -> group.vartimeProducts().times(base))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theNeutralElementIsABaseToo() {
    VartimeBase chain = group.vartimeProducts().base(group.neutral().encoding()).orElseThrow();
    VartimeBase table = group.vartimeWideBase(group.neutral());
    law(
        20,
        random -> {
          Scalar a = random.scalar();
          assertThat(group.vartimeProducts().begin().times(chain, a).times(table, a).elements())
              .containsExactly(group.neutral());
          assertThat(group.fixedBase(group.neutral()).power(a).isNeutral()).isTrue();
          assertThat(group.neutral().power(a).isNeutral()).isTrue();
        });
  }

  @Test
  void basesKnowTheirElements() {
    assertThat(wide.element()).isEqualTo(base);
    assertThat(fixed.element()).isEqualTo(base);
    assertThat(group.vartimeBase(base).element()).isEqualTo(base);
    assertThat(group.fixedBase(group.generator()).element()).isEqualTo(group.generator());
  }

  @Test
  void aBaseReadInForgottenMemoryIsItself() {
    VartimeProducts products = group.vartimeProducts();
    Scalar exponent = group.scalar(-7);
    VartimeBase first = products.base(base.encoding()).orElseThrow();
    products.begin().times(first, exponent);
    products.forgetBases();
    Element other = group.generatorPower(group.scalar(11));
    VartimeBase second = products.base(other.encoding()).orElseThrow();
    products.begin().times(second, exponent);

    assertThat(products.elements()).containsExactly(base.power(exponent), other.power(exponent));
    assertThat(first.element()).isEqualTo(base);
    assertThatThrownBy(() -> products.times(first, exponent))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("forgotten");
  }

  @Test
  void digitsAreOddSparseAndSumToTheExponent() {
    law(
        500,
        random -> {
          BigInteger exponent = random.exponent();
          int width = 2 + random.number(5);
          VartimeDigits digits = new VartimeDigits();
          digits.recode(ScalarModQ.of(scalarOf(exponent)).words(), width);
          BigInteger sum = BigInteger.ZERO;
          for (int i = 0; i < digits.count(); i++) {
            BigInteger value = BigInteger.valueOf(digits.value(i));
            assertThat(value.testBit(0)).isTrue();
            assertThat(value.abs()).isLessThan(BigInteger.TWO.pow(width - 1));
            assertThat(i == 0 || digits.position(i) >= digits.position(i - 1) + width).isTrue();
            sum = sum.add(value.shiftLeft(digits.position(i)));
          }
          assertThat(digits.top()).isLessThan(253);
          assertThat(sum).isEqualTo(exponent);
        });
  }
}
