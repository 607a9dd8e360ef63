package org.zhijia.ballot.proof;

import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// A non-interactive proof of one branch: challenge c and response w − x·c, both mod q.
///
/// The commitment is not kept; who checks recomputes it as g^response · X^challenge.
/// Source: Belenios specification 3.1, section 4.3.
public record Proof(Scalar challenge, Scalar response) implements JsonText.Writable {

  public static Proof read(Group group, JsonNode node) throws Malformed {
    node.only("challenge", "response");
    return new Proof(scalar(group, node.field("challenge")), scalar(group, node.field("response")));
  }

  /// The checked door for a scalar in a document.
  public static Scalar scalar(Group group, JsonNode node) throws Malformed {
    return group
        .scalar(node.text())
        .orElseThrow(() -> node.malformed("not a decimal number below the group's order"));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open()
        .field("challenge")
        .text(challenge.decimal())
        .field("response")
        .text(response.decimal())
        .close();
  }
}
