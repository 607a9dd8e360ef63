package org.zhijia.ballot.trustee;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.SignedMessage;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;

/// What a trustee sends in the second round: its secret polynomial, encrypted to itself; a value of
/// it for each trustee, encrypted to that trustee; and the powers of the coefficients, for all.
///
/// Source: Belenios specification 3.1, section 4.6.4.
public record Polynomial(
    String polynomial, List<String> secrets, SignedMessage coefficients, Proof signature)
    implements JsonText.Writable {

  public Polynomial {
    secrets = List.copyOf(secrets);
  }

  public static Polynomial read(Group group, JsonNode node) throws Malformed {
    node.only("polynomial", "secrets", "coefexps", "signature");
    List<String> secrets = new ArrayList<>();
    for (JsonNode item : node.field("secrets").items()) {
      secrets.add(item.text());
    }
    return new Polynomial(
        node.field("polynomial").text(),
        secrets,
        SignedMessage.read(group, node.field("coefexps")),
        Proof.read(group, node.field("signature")));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("polynomial").text(polynomial).field("secrets").texts(secrets);
    json.field("coefexps").value(coefficients).field("signature").value(signature).close();
  }
}
