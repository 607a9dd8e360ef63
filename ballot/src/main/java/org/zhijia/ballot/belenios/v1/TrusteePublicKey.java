package org.zhijia.ballot.belenios.v1;

import java.util.Optional;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;

/// A trustee's public key X = g^x with the proof that its owner knows x, so that nobody can choose
/// a key that cancels the others.
///
/// Source: Belenios specification 3.1, section 4.5.
///
/// @param signature by the trustee's own verification key; in threshold mode only
/// @param name who the trustee is, if said; it proves nothing
public record TrusteePublicKey(
    Proof pok, Element publicKey, Optional<Proof> signature, Optional<String> name)
    implements JsonText.Writable {

  public static TrusteePublicKey of(
      Group group, Scalar secret, Optional<String> name, Randomness randomness) {
    Element publicKey = group.generatorPower(secret);
    Proof pok = Schnorr.prove(group, pokPrefix(group, publicKey), secret, randomness);
    return new TrusteePublicKey(pok, publicKey, Optional.empty(), name);
  }

  public boolean pokHolds(Group group) {
    return Schnorr.verify(group, pokPrefix(group, publicKey), publicKey, pok);
  }

  public static TrusteePublicKey read(Group group, JsonNode node) throws Malformed {
    node.only("pok", "public_key", "signature", "name");
    Optional<JsonNode> signature = node.optional("signature");
    Optional<JsonNode> name = node.optional("name");
    return new TrusteePublicKey(
        Proof.read(group, node.field("pok")),
        Ciphertext.element(group, node.field("public_key")),
        signature.isPresent() ? Optional.of(Proof.read(group, signature.get())) : Optional.empty(),
        name.isPresent() ? Optional.of(name.get().text()) : Optional.empty());
  }

  /// The same key with the owner's signature over its encoding, as threshold mode demands.
  public TrusteePublicKey signedBy(Proof ownersSignature) {
    return new TrusteePublicKey(pok, publicKey, Optional.of(ownersSignature), name);
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("pok").value(pok).field("public_key").text(publicKey.encoding());
    signature.ifPresent(proof -> json.field("signature").value(proof));
    name.ifPresent(text -> json.field("name").text(text));
    json.close();
  }

  private static String pokPrefix(Group group, Element publicKey) {
    return "pok|" + group.name() + "|" + publicKey.encoding() + "|";
  }
}
