package org.zhijia.ballot.belenios.v1;

import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;

/// A message that a trustee signed with the signing key of its certificate.
///
/// Source: Belenios specification 3.1, section 4.6.1.
public record SignedMessage(String message, Proof signature) implements JsonText.Writable {

  public static SignedMessage sign(
      Group group, Scalar signingKey, String message, Randomness randomness) {
    return new SignedMessage(message, signature(group, signingKey, message, randomness));
  }

  /// A signature on its own, for places where the message is known from elsewhere.
  public static Proof signature(
      Group group, Scalar signingKey, String message, Randomness randomness) {
    return Schnorr.prove(group, "sigmsg|" + message + "|", signingKey, randomness);
  }

  public boolean isSignedBy(Group group, Element verificationKey) {
    return isSigned(group, verificationKey, message, signature);
  }

  public static boolean isSigned(
      Group group, Element verificationKey, String message, Proof signature) {
    return Schnorr.verify(group, "sigmsg|" + message + "|", verificationKey, signature);
  }

  public static SignedMessage read(Group group, JsonNode node) throws Malformed {
    node.only("message", "signature");
    return new SignedMessage(
        node.field("message").text(), Proof.read(group, node.field("signature")));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("message").text(message).field("signature").value(signature).close();
  }
}
