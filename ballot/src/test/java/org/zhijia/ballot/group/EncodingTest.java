package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijia.ballot.group.Generators.P;
import static org.zhijia.ballot.group.Generators.Q;
import static org.zhijia.ballot.group.Generators.law;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EncodingTest {

  private static final String G = "6".repeat(62) + "58";
  private static final String G2 =
      "2260cdf3092329c21da25ee8c9a21f5697390f51643851560e5f46ae6af8a3c9";
  private static final String NEUTRAL = "0".repeat(63) + "1";

  private final Group group = Ed25519.group();

  @Test
  void theKnownElementsHaveTheirEncodings() {
    assertThat(group.generator().encoding()).isEqualTo(G);
    assertThat(group.generator().times(group.generator()).encoding()).isEqualTo(G2);
    assertThat(group.neutral().encoding()).isEqualTo(NEUTRAL);
    assertThat(Oracle.GENERATOR.encoding()).isEqualTo(G);
  }

  @Test
  void encodingsAreReadBack() {
    law(
        100,
        random -> {
          Element element = random.element();
          String text = element.encoding();
          assertThat(group.element(text)).contains(element);
          assertThat(group.element(text).orElseThrow().times(group.neutral()).encoding())
              .isEqualTo(text);
          assertThat(group.vartimeProducts().base(text).orElseThrow().element()).isEqualTo(element);
        });
    assertThat(group.element(NEUTRAL)).contains(group.neutral());
  }

  @Test
  void pointsOfSmallOrderAreRefusedButForTheNeutralOne() {
    List<Oracle> small = smallOrder();
    assertThat(small).doesNotHaveDuplicates().hasSize(8).contains(Oracle.NEUTRAL);
    for (Oracle point : small) {
      if (!point.equals(Oracle.NEUTRAL)) {
        assertRefused(point.encoding());
      }
    }
  }

  @Test
  void otherTextsForPointsOfSmallOrderAreRefused() {
    for (Oracle point : smallOrder()) {
      for (boolean sign : List.of(false, true)) {
        if (point.x().signum() == 0 && sign) {
          assertRefused(Oracle.text(point.y(), true));
        }
        BigInteger unreduced = point.y().add(P);
        if (unreduced.bitLength() <= 255) {
          assertRefused(Oracle.text(unreduced, sign));
        }
      }
    }
  }

  @Test
  void numbersFromTheModulusOnAreRefused() {
    for (int i = 0; i < 19; i++) {
      assertRefused(Oracle.text(P.add(BigInteger.valueOf(i)), false));
      assertRefused(Oracle.text(P.add(BigInteger.valueOf(i)), true));
    }
  }

  @Test
  void aSignOnZeroIsRefused() {
    assertRefused("8" + NEUTRAL.substring(1));
    assertRefused(Oracle.text(P.subtract(BigInteger.ONE), true));
  }

  @Test
  void anElementTimesAPointOfSmallOrderIsRefused() {
    law(
        20,
        random -> {
          Oracle member = Oracle.GENERATOR.times(random.exponent());
          Oracle torsion = random.oneOf(smallOrder());
          String text = member.plus(torsion).encoding();
          assertThat(group.element(text).isPresent()).isEqualTo(torsion.equals(Oracle.NEUTRAL));
        });
    for (Oracle torsion : smallOrder()) {
      if (!torsion.equals(Oracle.NEUTRAL)) {
        assertRefused(Oracle.GENERATOR.plus(torsion).encoding());
      }
    }
  }

  @Test
  void aPointOffTheCurveIsRefused() {
    int refused = 0;
    for (int i = 2; i < 60; i++) {
      BigInteger y = BigInteger.valueOf(i);
      if (!isOnCurve(y)) {
        assertRefused(Oracle.text(y, false));
        assertRefused(Oracle.text(y, true));
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(15);
  }

  @Test
  void otherLettersAndLengthsAreRefused() {
    assertRefused("");
    assertRefused(G2.substring(1));
    assertRefused("0" + G2);
    assertRefused(G2 + "0");
    assertRefused(G2.toUpperCase(Locale.ROOT));
    assertRefused(G2.replace('f', 'F'));
    for (char c : "/:@`gG \0\n٠０\uffff".toCharArray()) {
      assertRefused(c + G.substring(1));
      assertRefused(G.substring(0, 63) + c);
    }
  }

  private void assertRefused(String text) {
    assertThat(group.element(text)).as(text).isEmpty();
    assertThat(group.vartimeProducts().base(text)).as(text).isEmpty();
  }

  private static boolean isOnCurve(BigInteger y) {
    try {
      Oracle.at(y);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The eight points whose order divides 8.
  private static List<Oracle> smallOrder() {
    for (int i = 2; ; i++) {
      BigInteger y = BigInteger.valueOf(i);
      Oracle torsion = isOnCurve(y) ? Oracle.at(y).times(Q) : Oracle.NEUTRAL;
      if (!torsion.times(BigInteger.valueOf(4)).equals(Oracle.NEUTRAL)) {
        List<Oracle> points = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
          points.add(torsion.times(BigInteger.valueOf(k)));
        }
        return points;
      }
    }
  }
}
