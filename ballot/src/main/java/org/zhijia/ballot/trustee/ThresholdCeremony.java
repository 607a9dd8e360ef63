package org.zhijia.ballot.trustee;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.SignedMessage;
import org.zhijia.ballot.belenios.v1.ThresholdKey;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;

/// The ceremony in which trustees make a key that any `threshold` of them can use and nobody ever
/// holds whole.
///
/// 1. Each makes a seed and a certificate: [TrusteeSeed#certificate].
/// 2. When all certificates are there, each makes its [#polynomial].
/// 3. When all polynomials are there, each makes its [#share], checking what the others sent it.
/// 4. Anyone puts together the public [#key].
///
/// Each step takes all messages of the step before and checks them, so that it does not matter who
/// carried them. Source: Belenios specification 3.1, section 3.1.1 and 4.6 (Pedersen 1991).
public final class ThresholdCeremony {
  /// The field of a message from trustee to trustee, and of one that a trustee keeps for itself.
  private static final String SECRET = "secret";

  private static final String SHARE = "decryption_key";

  private final Group group;
  private final List<Certificate> certificates;
  private final int threshold;

  /// Checks that the certificates are those of one ceremony.
  ///
  /// @param certificates of all trustees, in order of their index
  public ThresholdCeremony(Group group, List<Certificate> certificates) throws CeremonyFault {
    this.group = group;
    this.certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new CeremonyFault(0, "there are no certificates");
    }
    Certificate.Context first = certificates.getFirst().context();
    if (first.size() != certificates.size()) {
      throw new CeremonyFault(
          1, "the certificate is for " + first.size() + " trustees, not " + certificates.size());
    }
    this.threshold = first.threshold();
    for (int i = 0; i < certificates.size(); i++) {
      var expected = new Certificate.Context(group.name(), certificates.size(), threshold, i + 1);
      if (!certificates.get(i).context().equals(expected)) {
        throw new CeremonyFault(i + 1, "the certificate is for another place or another ceremony");
      }
      if (!certificates.get(i).signatureHolds(group)) {
        throw new CeremonyFault(i + 1, "the certificate's signature does not hold");
      }
    }
    long distinct = certificates.stream().map(Certificate::verification).distinct().count();
    if (distinct != certificates.size()) {
      throw new CeremonyFault(0, "two certificates have the same key");
    }
  }

  /// This trustee's message of the second round.
  public Polynomial polynomial(TrusteeSeed seed, Randomness randomness) throws CeremonyFault {
    int me = indexOf(seed);
    List<Scalar> coefficients = new ArrayList<>();
    for (int k = 0; k < threshold; k++) {
      coefficients.add(group.randomScalar(randomness));
    }
    List<Element> powers = coefficients.stream().map(group::generatorPower).toList();
    Scalar signingKey = seed.signingKey();
    SecretChannel channel = new SecretChannel(group);
    List<String> secrets = new ArrayList<>();
    for (int j = 1; j <= certificates.size(); j++) {
      Scalar value = evaluate(coefficients, j);
      String message = message(SECRET, value);
      secrets.add(
          channel.send(signingKey, certificates.get(j - 1).encryption(), message, randomness));
    }
    String own =
        new JsonText()
            .open()
            .field("polynomial")
            .texts(coefficients.stream().map(Scalar::decimal).toList())
            .close()
            .toString();
    Element myEncryption = certificates.get(me - 1).encryption();
    return new Polynomial(
        channel.send(signingKey, myEncryption, own, randomness),
        secrets,
        SignedMessage.sign(group, signingKey, ThresholdKey.coefficientsMessage(powers), randomness),
        SignedMessage.signature(
            group, signingKey, ThresholdKey.certificatesMessage(certificates, powers), randomness));
  }

  /// This trustee's message of the third round, made after checking all of the second.
  ///
  /// @param polynomials of all trustees, in order of their index
  public ThresholdShare share(TrusteeSeed seed, List<Polynomial> polynomials, Randomness randomness)
      throws CeremonyFault {
    int me = indexOf(seed);
    List<List<Element>> powers = checkedPowers(polynomials);
    Scalar share = group.scalar(0);
    for (int i = 0; i < polynomials.size(); i++) {
      share = share.plus(receive(seed, me, i, polynomials.get(i), powers.get(i)));
    }
    TrusteePublicKey publicKey = TrusteePublicKey.of(group, share, Optional.empty(), randomness);
    Proof signature =
        SignedMessage.signature(
            group, seed.signingKey(), publicKey.publicKey().encoding(), randomness);
    Element myEncryption = certificates.get(me - 1).encryption();
    String encrypted =
        new SecretChannel(group)
            .send(seed.signingKey(), myEncryption, message(SHARE, share), randomness);
    return new ThresholdShare(encrypted, publicKey.signedBy(signature));
  }

  /// The public parameters, checked as any verifier will check them.
  public ThresholdKey key(List<Polynomial> polynomials, List<ThresholdShare> shares)
      throws CeremonyFault {
    checkedPowers(polynomials);
    if (shares.size() != certificates.size()) {
      throw new CeremonyFault(0, "a share of every trustee is needed");
    }
    ThresholdKey key =
        new ThresholdKey(
            threshold,
            certificates,
            polynomials.stream().map(Polynomial::coefficients).toList(),
            polynomials.stream().map(Polynomial::signature).toList(),
            shares.stream().map(ThresholdShare::publicKey).toList());
    try {
      List<String> faults = key.faults(group);
      if (!faults.isEmpty()) {
        throw new CeremonyFault(0, String.join("; ", faults));
      }
    } catch (Malformed malformed) {
      throw new CeremonyFault(0, malformed.toString(), malformed);
    }
    return key;
  }

  /// Opens a trustee's share of the key, for decryption.
  public static Scalar openShare(TrusteeSeed seed, ThresholdShare share) throws Malformed {
    Group group = seed.group();
    Element me = group.generatorPower(seed.signingKey());
    String message = new SecretChannel(group).receive(seed.decryptionKey(), me, share.privateKey());
    return scalar(group, SHARE, message);
  }

  private int indexOf(TrusteeSeed seed) throws CeremonyFault {
    for (Certificate certificate : certificates) {
      if (seed.owns(certificate)) {
        return certificate.context().index();
      }
    }
    throw new CeremonyFault(0, "this trustee's certificate is not among them");
  }

  private List<List<Element>> checkedPowers(List<Polynomial> polynomials) throws CeremonyFault {
    if (polynomials.size() != certificates.size()) {
      throw new CeremonyFault(0, "a polynomial of every trustee is needed");
    }
    List<List<Element>> all = new ArrayList<>();
    for (int i = 0; i < polynomials.size(); i++) {
      Polynomial polynomial = polynomials.get(i);
      Element owner = certificates.get(i).verification();
      List<Element> powers;
      try {
        powers = ThresholdKey.coefficientPowers(group, polynomial.coefficients(), threshold);
      } catch (Malformed malformed) {
        throw new CeremonyFault(i + 1, "the coefficients are malformed", malformed);
      }
      String message = ThresholdKey.certificatesMessage(certificates, powers);
      if (polynomial.secrets().size() != certificates.size()
          || !polynomial.coefficients().isSignedBy(group, owner)
          || !SignedMessage.isSigned(group, owner, message, polynomial.signature())) {
        throw new CeremonyFault(i + 1, "the polynomial is not signed for this ceremony");
      }
      all.add(powers);
    }
    return all;
  }

  /// The value that trustee i sent to me, checked against i's published powers:
  /// g^value = Π_k A_ik^(me^k).
  private Scalar receive(
      TrusteeSeed seed, int me, int i, Polynomial polynomial, List<Element> powers)
      throws CeremonyFault {
    Scalar value;
    try {
      String message =
          new SecretChannel(group)
              .receive(
                  seed.decryptionKey(),
                  certificates.get(i).verification(),
                  polynomial.secrets().get(me - 1));
      value = scalar(group, SECRET, message);
    } catch (Malformed malformed) {
      throw new CeremonyFault(i + 1, "the secret sent to me: " + malformed.reason(), malformed);
    }
    if (!group.generatorPower(value).equals(ThresholdKey.publicShare(group, powers, me))) {
      throw new CeremonyFault(i + 1, "the secret sent to me does not fit its coefficients");
    }
    return value;
  }

  private Scalar evaluate(List<Scalar> coefficients, int x) {
    Scalar value = group.scalar(0);
    for (Scalar coefficient : coefficients.reversed()) {
      value = value.times(group.scalar(x)).plus(coefficient);
    }
    return value;
  }

  private static String message(String field, Scalar value) {
    return new JsonText().open().field(field).text(value.decimal()).close().toString();
  }

  private static Scalar scalar(Group group, String field, String message) throws Malformed {
    JsonNode node = JsonNode.parse(message.getBytes(StandardCharsets.UTF_8)).only(field);
    return Proof.scalar(group, node.field(field));
  }
}
