package org.zhijia.ballot.belenios.v1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;

/// What a threshold ceremony publishes: any `threshold` of the trustees can decrypt, fewer cannot.
///
/// Trustee i chose a secret polynomial f_i of degree threshold − 1 and published the powers
/// A_ik = g^(coefficient k). The sub-key is Π A_i0; trustee j's verification key must be
/// Π_i Π_k A_ik^(j^k), its share of the key "in the exponent".
///
/// Source: Belenios specification 3.1, sections 4.6.4 to 4.6.7 (Pedersen 1991).
///
/// @param certificates one for each trustee, in order of their index
/// @param coefficients signed messages `{"coefexps":[A_i0,…]}`
/// @param signatures each trustee's signature over all certificates and its own coefficients
/// @param verificationKeys each trustee's public share, signed
public record ThresholdKey(
    int threshold,
    List<Certificate> certificates,
    List<SignedMessage> coefficients,
    List<Proof> signatures,
    List<TrusteePublicKey> verificationKeys)
    implements JsonText.Writable {

  public ThresholdKey {
    certificates = List.copyOf(certificates);
    coefficients = List.copyOf(coefficients);
    signatures = List.copyOf(signatures);
    verificationKeys = List.copyOf(verificationKeys);
  }

  public int size() {
    return certificates.size();
  }

  /// Π A_i0, this item's factor of the election's key.
  public Element subKey(Group group) throws Malformed {
    Element product = group.neutral();
    for (List<Element> powers : coefficientPowers(group)) {
      product = product.times(powers.getFirst());
    }
    return product;
  }

  /// The powers A_ik by trustee i, k from 0 to threshold − 1.
  public List<List<Element>> coefficientPowers(Group group) throws Malformed {
    List<List<Element>> all = new ArrayList<>();
    for (SignedMessage message : coefficients) {
      all.add(coefficientPowers(group, message, threshold));
    }
    return all;
  }

  public static List<Element> coefficientPowers(Group group, SignedMessage message, int threshold)
      throws Malformed {
    JsonNode node = JsonNode.parse(message.message().getBytes(StandardCharsets.UTF_8));
    node.only("coefexps");
    List<Element> powers = new ArrayList<>();
    for (JsonNode item : node.field("coefexps").items(threshold)) {
      powers.add(Ciphertext.element(group, item));
    }
    return powers;
  }

  public static String coefficientsMessage(List<Element> powers) {
    return new JsonText()
        .open()
        .field("coefexps")
        .texts(powers.stream().map(Element::encoding).toList())
        .close()
        .toString();
  }

  /// What each trustee signs: all certificates and its own coefficients.
  public static String certificatesMessage(List<Certificate> certificates, List<Element> powers) {
    JsonText json = new JsonText(2048).open().field("certs").list(certificates);
    json.field("coefexps").texts(powers.stream().map(Element::encoding).toList());
    return "certs_sig|" + json.close();
  }

  /// g^f(index) from the powers A_k = g^(coefficient k) of a polynomial f, by Horner's rule:
  /// so exponents are as short as an index. Variable time: all of it is public.
  public static Element publicShare(Group group, List<Element> coefficients, int index) {
    Element share = group.neutral();
    for (Element coefficient : coefficients.reversed()) {
      share =
          group
              .vartimeProducts()
              .begin()
              .times(group.vartimeBase(share), group.scalar(index))
              .times(coefficient)
              .elements()
              .getFirst();
    }
    return share;
  }

  /// The coefficients of the sum of all polynomials, in the exponent: Π_i A_ik for each k.
  private static List<Element> sums(List<List<Element>> powers) {
    List<Element> sums = new ArrayList<>(powers.getFirst());
    for (List<Element> further : powers.subList(1, powers.size())) {
      for (int k = 0; k < sums.size(); k++) {
        sums.set(k, sums.get(k).times(further.get(k)));
      }
    }
    return sums;
  }

  /// Everything that must hold of the published parameters; empty if all does.
  public List<String> faults(Group group) throws Malformed {
    List<String> faults = new ArrayList<>();
    List<List<Element>> powers = coefficientPowers(group);
    List<Element> sums = sums(powers);
    for (int i = 0; i < size(); i++) {
      String who = "trustee " + (i + 1) + " of the threshold: ";
      Certificate certificate = certificates.get(i);
      Element owner = certificate.verification();
      var expected = new Certificate.Context(group.name(), size(), threshold, i + 1);
      if (!certificate.context().equals(expected)) {
        faults.add(who + "the certificate is for another place or another ceremony");
      }
      if (!certificate.signatureHolds(group)) {
        faults.add(who + "the certificate's signature does not hold");
      }
      if (!coefficients.get(i).isSignedBy(group, owner)) {
        faults.add(who + "the signature over the coefficients does not hold");
      }
      String all = certificatesMessage(certificates, powers.get(i));
      if (!SignedMessage.isSigned(group, owner, all, signatures.get(i))) {
        faults.add(who + "the signature over all certificates does not hold");
      }
      faults.addAll(shareFaults(group, i, sums).stream().map(who::concat).toList());
    }
    return faults;
  }

  private List<String> shareFaults(Group group, int i, List<Element> sums) {
    TrusteePublicKey key = verificationKeys.get(i);
    List<String> faults = new ArrayList<>();
    if (!key.pokHolds(group)) {
      faults.add("the proof of knowledge of the share does not hold");
    }
    boolean signed =
        key.signature().isPresent()
            && SignedMessage.isSigned(
                group,
                certificates.get(i).verification(),
                key.publicKey().encoding(),
                key.signature().get());
    if (!signed) {
      faults.add("the share is not signed by its owner");
    }
    if (!key.publicKey().equals(publicShare(group, sums, i + 1))) {
      faults.add("the share does not fit the published coefficients");
    }
    return faults;
  }

  static ThresholdKey read(Group group, JsonNode node) throws Malformed {
    node.only("threshold", "certs", "coefexps", "signatures", "verification_keys");
    List<Certificate> certificates = new ArrayList<>();
    for (JsonNode item : node.field("certs").items()) {
      certificates.add(Certificate.read(group, item));
    }
    int n = certificates.size();
    if (n < 1 || n > Certificate.Context.MOST_TRUSTEES) {
      throw node.malformed("1 to " + Certificate.Context.MOST_TRUSTEES + " trustees are expected");
    }
    List<SignedMessage> coefficients = new ArrayList<>();
    for (JsonNode item : node.field("coefexps").items(n)) {
      coefficients.add(SignedMessage.read(group, item));
    }
    List<TrusteePublicKey> keys = new ArrayList<>();
    for (JsonNode item : node.field("verification_keys").items(n)) {
      keys.add(TrusteePublicKey.read(group, item));
    }
    return new ThresholdKey(
        (int) node.field("threshold").integer(1, n),
        certificates,
        coefficients,
        Answer.proofs(group, node.field("signatures"), n),
        keys);
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("threshold").number(threshold).field("certs").list(certificates);
    json.field("coefexps").list(coefficients).field("signatures").list(signatures);
    json.field("verification_keys").list(verificationKeys).close();
  }
}
