package org.zhijia.ballot.belenios.v1;

import java.util.List;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// An exponential ElGamal ciphertext (α, β) = (g^r, y^r·g^m) of members of the group.
///
/// Products of ciphertexts encrypt sums of plaintexts, which is how ballots are counted unopened.
/// Source: Belenios specification 3.1, section 4.3.
public record Ciphertext(Element alpha, Element beta) {

  /// A ciphertext as written in a ballot: two texts, membership not yet checked.
  public record Encoded(String alpha, String beta) implements JsonText.Writable {

    static Encoded read(JsonNode node) throws Malformed {
      node.only("alpha", "beta");
      return new Encoded(node.field("alpha").text(), node.field("beta").text());
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("alpha").text(alpha).field("beta").text(beta).close();
    }

    /// `α,β`, as it enters hashes.
    public String joined() {
      return alpha + "," + beta;
    }
  }

  public static Ciphertext ofNothing(Group group) {
    return new Ciphertext(group.neutral(), group.neutral());
  }

  /// Encrypts the sum of both plaintexts.
  public Ciphertext times(Ciphertext other) {
    return new Ciphertext(alpha.times(other.alpha), beta.times(other.beta));
  }

  /// Encrypts the difference of both plaintexts.
  public Ciphertext dividedBy(Ciphertext other) {
    return new Ciphertext(alpha.dividedBy(other.alpha), beta.dividedBy(other.beta));
  }

  public static Ciphertext product(Group group, List<Ciphertext> factors) {
    Ciphertext product = ofNothing(group);
    for (Ciphertext factor : factors) {
      product = product.times(factor);
    }
    return product;
  }

  public Encoded encoded() {
    return new Encoded(alpha.encoding(), beta.encoding());
  }

  /// The checked door: both halves must be members of the group.
  static Ciphertext read(Group group, JsonNode node) throws Malformed {
    node.only("alpha", "beta");
    return new Ciphertext(element(group, node.field("alpha")), element(group, node.field("beta")));
  }

  static Element element(Group group, JsonNode node) throws Malformed {
    return group
        .element(node.text())
        .orElseThrow(() -> node.malformed("not the canonical encoding of a group element"));
  }
}
