package org.zhijia.ballot.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.ThresholdKey;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.Malformed;

class ThresholdCeremonyTest {
  private static final Group GROUP = Ed25519.group();
  private static final Randomness RANDOM = Randomness.secure();

  private final List<TrusteeSeed> seeds = new ArrayList<>();
  private final List<Certificate> certificates = new ArrayList<>();

  @Test
  void threeOfFiveSharesMakeTheKeyWhicheverTheyAre() throws CeremonyFault, Malformed {
    ThresholdCeremony ceremony = begin(3, 5);
    List<Polynomial> polynomials = polynomials(ceremony);
    List<ThresholdShare> shares = shares(ceremony, polynomials);
    ThresholdKey key = ceremony.key(polynomials, shares);
    Element subKey = key.subKey(GROUP);

    for (List<Integer> chosen : List.of(List.of(1, 2, 3), List.of(2, 4, 5), List.of(1, 3, 5))) {
      Scalar sum = GROUP.scalar(0);
      for (int index : chosen) {
        Scalar share = ThresholdCeremony.openShare(seeds.get(index - 1), shares.get(index - 1));
        sum = sum.plus(share.times(lagrange(chosen, index)));
      }
      assertThat(GROUP.generatorPower(sum)).isEqualTo(subKey);
    }
  }

  @Test
  void twoOfThreeCertificatesInTheWrongOrderAreRefused() throws CeremonyFault {
    begin(2, 3);
    Collections.swap(certificates, 0, 1);
    assertThatThrownBy(() -> new ThresholdCeremony(GROUP, certificates))
        .isInstanceOfSatisfying(
            CeremonyFault.class, fault -> assertThat(fault.trustee()).isEqualTo(1));
  }

  @Test
  void aCertificateOfAnotherCeremonyIsRefused() throws CeremonyFault {
    begin(2, 3);
    var context = new Certificate.Context(GROUP.name(), 3, 3, 2);
    certificates.set(1, seeds.get(1).certificate(context, RANDOM));
    assertThatThrownBy(() -> new ThresholdCeremony(GROUP, certificates))
        .isInstanceOf(CeremonyFault.class);
  }

  @Test
  void aCertificateForAnotherNumberOfTrusteesIsRefused() throws CeremonyFault {
    begin(2, 3);
    for (int size : new int[] {1, 2, 4, 64}) {
      var context = new Certificate.Context(GROUP.name(), size, size, 1);
      certificates.set(0, seeds.getFirst().certificate(context, RANDOM));
      assertThatThrownBy(() -> new ThresholdCeremony(GROUP, certificates))
          .isInstanceOfSatisfying(
              CeremonyFault.class, fault -> assertThat(fault.trustee()).isEqualTo(1));
    }
    List<Certificate> tooMany = Collections.nCopies(65, certificates.get(1));
    assertThatThrownBy(() -> new ThresholdCeremony(GROUP, tooMany))
        .isInstanceOf(CeremonyFault.class);
  }

  /// Where all are needed, the last to speak can choose coefficients that cancel the others', and
  /// values that fit them: a key of its own making. What it cannot do is know its share.
  @Test
  void whoCancelsTheOthersCoefficientsCannotProveToKnowItsShare() throws CeremonyFault {
    ThresholdCeremony ceremony = begin(2, 2);
    Polynomial honest = ceremony.polynomial(seeds.get(0), RANDOM);
    List<Element> others = powers(honest);
    Scalar known = GROUP.randomScalar(RANDOM);
    Scalar value = GROUP.randomScalar(RANDOM);
    Element constant = GROUP.generatorPower(known).dividedBy(others.getFirst());
    Element slope = GROUP.generatorPower(value).dividedBy(constant);
    Polynomial rogue = rogue(List.of(constant, slope), value);
    List<Polynomial> polynomials = List.of(honest, rogue);

    ThresholdShare first = ceremony.share(seeds.get(0), polynomials, RANDOM);
    Element key = others.getFirst().times(constant);
    assertThat(key).isEqualTo(GROUP.generatorPower(known));

    Element two = others.get(1).times(slope);
    Element shareKey = key.times(two).times(two);
    TrusteePublicKey any =
        TrusteePublicKey.of(GROUP, GROUP.randomScalar(RANDOM), Optional.empty(), RANDOM);
    TrusteePublicKey claimed =
        new TrusteePublicKey(any.pok(), shareKey, Optional.empty(), Optional.empty())
            .signedBy(seeds.get(1).sign(shareKey.encoding(), RANDOM).signature());
    ThresholdShare second = new ThresholdShare("", claimed);
    assertThatThrownBy(() -> ceremony.key(polynomials, List.of(first, second)))
        .isInstanceOf(CeremonyFault.class)
        .hasMessage(
            "trustee 2 of the threshold: the proof of knowledge of the share does not hold");
  }

  private static List<Element> powers(Polynomial polynomial) {
    try {
      return ThresholdKey.coefficientPowers(GROUP, polynomial.coefficients(), 2);
    } catch (Malformed impossible) {
      throw new AssertionError(impossible);
    }
  }

  private Polynomial rogue(List<Element> powers, Scalar value) {
    Scalar signingKey = seeds.get(1).signingKey();
    String secret = "{\"secret\":\"" + value.decimal() + "\"}";
    SecretChannel channel = new SecretChannel(GROUP);
    return new Polynomial(
        "",
        List.of(channel.send(signingKey, certificates.get(0).encryption(), secret, RANDOM), ""),
        seeds.get(1).sign(ThresholdKey.coefficientsMessage(powers), RANDOM),
        seeds
            .get(1)
            .sign(ThresholdKey.certificatesMessage(certificates, powers), RANDOM)
            .signature());
  }

  @Test
  void aPolynomialWhoseSecretsDoNotFitIsFoundByItsVictim() throws CeremonyFault {
    ThresholdCeremony ceremony = begin(2, 3);
    List<Polynomial> polynomials = polynomials(ceremony);
    Polynomial cheater = polynomials.get(2);
    Polynomial other = ceremony.polynomial(seeds.get(2), RANDOM);
    polynomials.set(
        2,
        new Polynomial(
            cheater.polynomial(), other.secrets(), cheater.coefficients(), cheater.signature()));

    assertThatThrownBy(() -> ceremony.share(seeds.getFirst(), polynomials, RANDOM))
        .isInstanceOfSatisfying(
            CeremonyFault.class, fault -> assertThat(fault.trustee()).isEqualTo(3));
  }

  @Test
  void aPolynomialSignedByAnotherIsRefused() throws CeremonyFault {
    ThresholdCeremony ceremony = begin(2, 3);
    List<Polynomial> polynomials = polynomials(ceremony);
    polynomials.set(1, polynomials.get(0));
    assertThatThrownBy(() -> ceremony.share(seeds.getFirst(), polynomials, RANDOM))
        .isInstanceOfSatisfying(
            CeremonyFault.class, fault -> assertThat(fault.trustee()).isEqualTo(2));
  }

  @Test
  void aShareOfAnotherTrusteeIsRefusedWhenTheKeyIsPutTogether() throws CeremonyFault {
    ThresholdCeremony ceremony = begin(2, 3);
    List<Polynomial> polynomials = polynomials(ceremony);
    List<ThresholdShare> shares = shares(ceremony, polynomials);
    Collections.swap(shares, 0, 1);
    assertThatThrownBy(() -> ceremony.key(polynomials, shares)).isInstanceOf(CeremonyFault.class);
  }

  private ThresholdCeremony begin(int threshold, int size) throws CeremonyFault {
    for (int i = 1; i <= size; i++) {
      seeds.add(TrusteeSeed.random(GROUP, RANDOM));
      var context = new Certificate.Context(GROUP.name(), size, threshold, i);
      certificates.add(seeds.getLast().certificate(context, RANDOM));
    }
    return new ThresholdCeremony(GROUP, certificates);
  }

  private List<Polynomial> polynomials(ThresholdCeremony ceremony) throws CeremonyFault {
    List<Polynomial> polynomials = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      polynomials.add(ceremony.polynomial(seed, RANDOM));
    }
    return polynomials;
  }

  private List<ThresholdShare> shares(ThresholdCeremony ceremony, List<Polynomial> polynomials)
      throws CeremonyFault {
    List<ThresholdShare> shares = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      shares.add(ceremony.share(seed, polynomials, RANDOM));
    }
    return shares;
  }

  private static Scalar lagrange(List<Integer> chosen, int delta) {
    Scalar coefficient = GROUP.scalar(1);
    for (int k : chosen) {
      if (k != delta) {
        coefficient = coefficient.times(GROUP.scalar(k));
        coefficient = coefficient.times(GROUP.scalar(k - delta).inverted());
      }
    }
    return coefficient;
  }
}
