package org.zhijia.ballot.proof;

import java.util.List;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// Proof that (α, β) does not encrypt 0: A0 = β^s·y^(−s·r) for a secret s, which is the neutral
/// element if and only if the plaintext is 0, and that A0 was made so.
///
/// Source: Belenios specification 3.1, section 4.15.
///
/// @param commitment the encoding of A0; whether it is a member is still to be checked
/// @param t1 w1 − s·c
/// @param t2 w2 + s·r·c
public record NonZeroProof(String commitment, Scalar challenge, Scalar t1, Scalar t2)
    implements JsonText.Writable {

  public static NonZeroProof read(Group group, JsonNode node) throws Malformed {
    node.only("commitment", "challenge", "response");
    List<JsonNode> response = node.field("response").items(2);
    return new NonZeroProof(
        node.field("commitment").text(),
        Proof.scalar(group, node.field("challenge")),
        Proof.scalar(group, response.get(0)),
        Proof.scalar(group, response.get(1)));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("commitment").text(commitment);
    json.field("challenge").text(challenge.decimal());
    json.field("response").texts(List.of(t1.decimal(), t2.decimal())).close();
  }
}
