package org.zhijia.ballot.belenios.v1;

import java.nio.charset.StandardCharsets;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// A trustee's certificate in a threshold ceremony: its place in the ceremony and the two keys by
/// which the others know and reach it, signed by itself.
///
/// Source: Belenios specification 3.1, section 4.6.2.
///
/// @param signed as published: the bytes of the message are what later signatures cover
/// @param verification g^sk, checks the trustee's signatures
/// @param encryption g^dk, encrypts messages to the trustee
public record Certificate(
    SignedMessage signed, Context context, Element verification, Element encryption)
    implements JsonText.Writable {

  /// Which place in which ceremony: threshold-of-size, index from 1.
  public record Context(String group, int size, int threshold, int index)
      implements JsonText.Writable {

    /// More trustees than this are refused.
    public static final int MOST_TRUSTEES = 64;

    public Context {
      if (size < 1 || size > MOST_TRUSTEES || threshold < 1 || threshold > size) {
        throw new IllegalArgumentException("no ceremony of " + threshold + " of " + size);
      }
      if (index < 1 || index > size) {
        throw new IllegalArgumentException("no place " + index + " of " + size);
      }
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("group").text(group).field("size").number(size);
      json.field("threshold").number(threshold).field("index").number(index).close();
    }
  }

  /// What the certificate's message says.
  public static String message(Context context, Element verification, Element encryption) {
    return new JsonText()
        .open()
        .field("context")
        .value(context)
        .field("verification")
        .text(verification.encoding())
        .field("encryption")
        .text(encryption.encoding())
        .close()
        .toString();
  }

  public boolean signatureHolds(Group group) {
    return signed.isSignedBy(group, verification);
  }

  public static Certificate read(Group group, JsonNode node) throws Malformed {
    SignedMessage signed = SignedMessage.read(group, node);
    JsonNode keys = JsonNode.parse(signed.message().getBytes(StandardCharsets.UTF_8));
    keys.only("context", "verification", "encryption");
    JsonNode context = keys.field("context").only("group", "size", "threshold", "index");
    int most = Context.MOST_TRUSTEES;
    try {
      return new Certificate(
          signed,
          new Context(
              context.field("group").text(),
              (int) context.field("size").integer(1, most),
              (int) context.field("threshold").integer(1, most),
              (int) context.field("index").integer(1, most)),
          Ciphertext.element(group, keys.field("verification")),
          Ciphertext.element(group, keys.field("encryption")));
    } catch (IllegalArgumentException outOfBounds) {
      throw new Malformed(node.path(), String.valueOf(outOfBounds.getMessage()), outOfBounds);
    }
  }

  @Override
  public void writeTo(JsonText json) {
    signed.writeTo(json);
  }
}
