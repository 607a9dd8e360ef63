package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.ballot.group.Generators.law;
import static org.zhijia.ballot.group.Generators.scalarOf;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElementTest {

  private static final int CASES = 100;
  private final Group group = Ed25519.group();

  @Test
  void powersAndProductsAreThoseOfTheCurve() {
    law(
        20,
        random -> {
          BigInteger a = random.exponent();
          BigInteger b = random.exponent();
          Oracle p = Oracle.GENERATOR.times(a);
          Oracle q = Oracle.GENERATOR.times(b);
          Element x = group.generatorPower(scalarOf(a));
          Element y = group.generatorPower(scalarOf(b));
          assertThat(x.encoding()).isEqualTo(p.encoding());
          assertThat(x.times(y).encoding()).isEqualTo(p.plus(q).encoding());
          assertThat(x.dividedBy(y).encoding()).isEqualTo(p.plus(q.negated()).encoding());
          assertThat(x.times(x).encoding()).isEqualTo(p.plus(p).encoding());
        });
  }

  @Test
  void theLawsOfAGroupHold() {
    law(
        CASES,
        random -> {
          Element a = random.element();
          Element b = random.element();
          Element c = random.element();
          assertThat(a.times(b)).isEqualTo(b.times(a));
          assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
          assertThat(a.times(group.neutral())).isEqualTo(a);
          assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
          assertThat(a.dividedBy(a).isNeutral()).isTrue();
        });
  }

  @Test
  void theLawsOfPowersHold() {
    law(
        CASES,
        random -> {
          Element a = random.element();
          Scalar x = random.scalar();
          Scalar y = random.scalar();
          assertThat(a.power(x).times(a.power(y))).isEqualTo(a.power(x.plus(y)));
          assertThat(a.power(x).power(y)).isEqualTo(a.power(x.times(y)));
          assertThat(a.power(group.scalar(-1)).times(a)).isEqualTo(group.neutral());
        });
  }

  @Test
  void equalityComparesElementsNotRepresentations() {
    law(
        CASES,
        random -> {
          Element a = random.element();
          Element b = random.element();
          Element same = a.times(b).dividedBy(b);
          assertThat(same).isEqualTo(a).hasSameHashCodeAs(a).hasToString(a.encoding());
          assertThat(a.equals(b)).isEqualTo(a.encoding().equals(b.encoding()));
        });
    assertThat(group.generator()).isNotEqualTo("g").isNotEqualTo(group.neutral());
  }

  @Test
  void onlyTheNeutralElementIsNeutral() {
    assertThat(group.neutral().isNeutral()).isTrue();
    assertThat(group.generatorPower(group.scalar(0)).isNeutral()).isTrue();
    assertThat(group.generator().isNeutral()).isFalse();
    assertThat(group.generator().power(scalarOf(Generators.Q.subtract(BigInteger.ONE))).isNeutral())
        .isFalse();
  }

  @Test
  void manyAreEncodedAsEachAlone() {
    law(
        20,
        random -> {
          List<Element> elements =
              Stream.generate(() -> random.element()).limit(random.number(20)).toList();
          if (!elements.isEmpty() && random.number(2) == 0) {
            elements.getFirst().encoding();
          }
          List<String> texts = group.encode(elements);
          assertThat(texts)
              .isEqualTo(elements.stream().map(e -> e.times(group.neutral()).encoding()).toList());
          assertThat(elements.stream().map(Element::encoding).toList()).isEqualTo(texts);
        });
  }
}
