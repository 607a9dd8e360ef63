package org.zhijia.ballot.trustee;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.zhijia.ballot.belenios.v1.SignedMessage;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// Messages between trustees that only the addressee can read and only the sender can have sent, so
/// that anyone may carry them.
///
/// The message and its addressee are signed, the signed text encrypted: α = g^r, β = ek^r·g^s,
/// AES-256-GCM under SHA-256(`key|g^s`) with initialization vector SHA-256(`iv|g^r`). Both r and s
/// are fresh, so no pair of key and vector is used twice.
///
/// Source: Belenios specification 3.1, sections 4.6.1 and 4.6.3 (AES-GCM as of 3.1).
final class SecretChannel {
  private static final String ALGORITHM = "AES-GCM";
  private static final int TAG_BITS = 128;

  private final Group group;

  SecretChannel(Group group) {
    this.group = group;
  }

  String send(Scalar signingKey, Element recipient, String message, Randomness randomness) {
    String addressed =
        new JsonText()
            .open()
            .field("recipient")
            .text(recipient.encoding())
            .field("message")
            .text(message)
            .close()
            .toString();
    SignedMessage signed = SignedMessage.sign(group, signingKey, addressed, randomness);
    return encrypt(recipient, new JsonText().value(signed).toString(), randomness);
  }

  /// Opens a message and checks that it is from this sender to this recipient.
  ///
  /// @throws Malformed if it cannot be read, was sent by another or to another
  String receive(Scalar decryptionKey, Element sender, String encrypted) throws Malformed {
    JsonNode node = parse(decrypt(decryptionKey, encrypted));
    SignedMessage signed = SignedMessage.read(group, node);
    if (!signed.isSignedBy(group, sender)) {
      throw node.malformed("the message is not signed by its sender");
    }
    JsonNode addressed = parse(signed.message()).only("recipient", "message");
    String me = group.generatorPower(decryptionKey).encoding();
    if (!addressed.field("recipient").text().equals(me)) {
      throw addressed.malformed("the message is for another recipient");
    }
    return addressed.field("message").text();
  }

  private String encrypt(Element recipient, String text, Randomness randomness) {
    Scalar r = group.randomScalar(randomness);
    Element key = group.generatorPower(group.randomScalar(randomness));
    Element alpha = group.generatorPower(r);
    byte[] data = cipher(Cipher.ENCRYPT_MODE, key, alpha, text.getBytes(StandardCharsets.UTF_8));
    return new JsonText()
        .open()
        .field("algorithm")
        .text(ALGORITHM)
        .field("alpha")
        .text(alpha.encoding())
        .field("beta")
        .text(recipient.power(r).times(key).encoding())
        .field("data")
        .text(HexFormat.of().formatHex(data))
        .close()
        .toString();
  }

  private String decrypt(Scalar decryptionKey, String encrypted) throws Malformed {
    JsonNode node = parse(encrypted).only("algorithm", "alpha", "beta", "data");
    if (!node.field("algorithm").text().equals(ALGORITHM)) {
      throw node.malformed("encrypted by another algorithm than " + ALGORITHM);
    }
    Element alpha = element(node.field("alpha"));
    Element key = element(node.field("beta")).dividedBy(alpha.power(decryptionKey));
    try {
      byte[] data = HexFormat.of().parseHex(node.field("data").text());
      byte[] text = cipher(Cipher.DECRYPT_MODE, key, alpha, data);
      return new String(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      throw node.malformed("cannot be decrypted with this key");
    }
  }

  private byte[] cipher(int mode, Element key, Element alpha, byte[] data) {
    byte[] keyBytes = Sha256.of("key|" + key.encoding());
    byte[] vector = Sha256.of("iv|" + alpha.encoding());
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(keyBytes, "AES"), new GCMParameterSpec(TAG_BITS, vector));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException failure) {
      throw new IllegalArgumentException("cannot be decrypted", failure);
    }
  }

  private Element element(JsonNode node) throws Malformed {
    return group
        .element(node.text())
        .orElseThrow(() -> node.malformed("not the canonical encoding of a group element"));
  }

  private static JsonNode parse(String text) throws Malformed {
    return JsonNode.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
