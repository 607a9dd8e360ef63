package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// What is put to the vote, under which key: the document whose hash, the *fingerprint* φ, binds
/// every ballot and every proof to this one election.
///
/// Source: Belenios specification 3.1, section 4.10.
///
/// @param description free text; a union slate is declared in it (`docs/spec/ballot.md`, section 7)
/// @param publicKey y, the product of the trustees' sub-keys
/// @param administrator who announced the election, if said
/// @param credentialAuthority who made the credentials, if said
public record Election(
    String description,
    String name,
    Group group,
    Element publicKey,
    List<Question> questions,
    String uuid,
    Optional<String> administrator,
    Optional<String> credentialAuthority)
    implements JsonText.Writable {

  /// The only protocol version that this package accepts.
  public static final int VERSION = 1;

  private static final Pattern UUID = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{14,64}");

  public Election {
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("an election has at least one question");
    }
    if (!isUuid(uuid)) {
      throw new IllegalArgumentException("not an election id: " + uuid);
    }
  }

  /// An election id: 14 to 64 letters of the Base58 alphabet.
  public static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  /// φ of an election document: SHA-256 of its bytes as published, Base64 without padding.
  public static String fingerprint(byte[] document) {
    return Sha256.base64(document);
  }

  /// Reads `election.json`. Fields that this version does not know are ignored, as the peers do:
  /// the fingerprint covers them all the same.
  public static Election read(byte[] document) throws Malformed {
    JsonNode node = JsonNode.parse(document, JsonLimits.SETUP);
    node.field("version").integer(VERSION, VERSION);
    Group group = group(node.field("group"));
    JsonNode key = node.field("public_key");
    Element publicKey =
        group.element(key.text()).orElseThrow(() -> key.malformed("not an element of the group"));
    JsonNode uuid = node.field("uuid");
    if (!isUuid(uuid.text())) {
      throw uuid.malformed("not an election id (14 to 64 letters of the Base58 alphabet)");
    }
    return new Election(
        node.field("description").text(),
        node.field("name").text(),
        group,
        publicKey,
        questions(group, node.field("questions")),
        uuid.text(),
        optionalText(node, "administrator"),
        optionalText(node, "credential_authority"));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open()
        .field("version")
        .number(VERSION)
        .field("description")
        .text(description)
        .field("name")
        .text(name)
        .field("group")
        .text(group.name())
        .field("public_key")
        .text(publicKey.encoding())
        .field("questions")
        .list(questions)
        .field("uuid")
        .text(uuid);
    administrator.ifPresent(text -> json.field("administrator").text(text));
    credentialAuthority.ifPresent(text -> json.field("credential_authority").text(text));
    json.close();
  }

  static Group group(JsonNode node) throws Malformed {
    Optional<Group> group = Group.named(node.text());
    if (group.isEmpty()) {
      String known = String.join(", ", Group.NAMES);
      throw node.malformed(
          "the group \"" + node.text() + "\" is not supported (only " + known + ")");
    }
    return group.get();
  }

  private static List<Question> questions(Group group, JsonNode node) throws Malformed {
    List<Question> questions = new ArrayList<>();
    for (JsonNode item : node.items()) {
      questions.add(Question.read(group, item));
    }
    if (questions.isEmpty()) {
      throw node.malformed("an election has at least one question");
    }
    return questions;
  }

  private static Optional<String> optionalText(JsonNode node, String field) throws Malformed {
    Optional<JsonNode> found = node.optional(field);
    return found.isPresent() ? Optional.of(found.get().text()) : Optional.empty();
  }
}
