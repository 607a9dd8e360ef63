package org.zhijia.ballot.belenios.v1;

import java.util.Arrays;
import java.util.Optional;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// A link of the archive's chain: what happened, to which document, after which event.
///
/// Source: Belenios specification 3.1, section 4.4.
///
/// @param parent SHA-256 of the event before, in hexadecimal; empty for the first
/// @param height 0 for the first event, one more for each that follows
/// @param payload SHA-256 of the document that the event is about; empty where there is none
public record Event(Optional<String> parent, long height, Type type, Optional<String> payload)
    implements JsonText.Writable {

  /// What can happen to an election, with the documents that lie in the archive just before the
  /// event, the last of which is the event's payload.
  public enum Type {
    SETUP("Setup"),
    BALLOT("Ballot"),
    END_BALLOTS("EndBallots"),
    ENCRYPTED_TALLY("EncryptedTally"),
    SHUFFLE("Shuffle"),
    END_SHUFFLES("EndShuffles"),
    PARTIAL_DECRYPTION("PartialDecryption"),
    RESULT("Result");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /// The word in the document.
    public String text() {
      return text;
    }

    static Optional<Type> of(String text) {
      return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
  }

  public static Event read(byte[] document) throws Malformed {
    JsonNode node = JsonNode.parse(document).only("parent", "height", "type", "payload");
    Optional<JsonNode> parent = node.optional("parent");
    Optional<JsonNode> payload = node.optional("payload");
    JsonNode type = node.field("type");
    Event event =
        new Event(
            parent.isPresent() ? Optional.of(parent.get().text()) : Optional.empty(),
            node.field("height").integer(0, Integer.MAX_VALUE),
            Type.of(type.text())
                .orElseThrow(() -> type.malformed("an event of an unsupported or unknown type")),
            payload.isPresent() ? Optional.of(payload.get().text()) : Optional.empty());
    if (!Arrays.equals(document, event.bytes())) {
      throw node.malformed("not in canonical form (order of fields, spaces or escapes)");
    }
    return event;
  }

  public byte[] bytes() {
    return JsonText.bytesOf(this);
  }

  @Override
  public void writeTo(JsonText json) {
    json.open();
    parent.ifPresent(hash -> json.field("parent").text(hash));
    json.field("height").number(height).field("type").text(type.text());
    payload.ifPresent(hash -> json.field("payload").text(hash));
    json.close();
  }
}
