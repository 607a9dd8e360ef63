package org.zhijia.ballot.belenios.v1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Sha256;

/// A cast ballot: encrypted answers under a public credential, signed with the credential's secret.
///
/// Source: Belenios specification 3.1, section 4.17.
///
/// @param electionHash fingerprint of the election
/// @param credential public credential: the encoding of g^s
/// @param signatureHash hash of the ballot without its signature
/// @param signature Schnorr proof over `sig|signatureHash|`
public record Ballot(
    String electionUuid,
    String electionHash,
    String credential,
    List<Answer> answers,
    String signatureHash,
    Proof signature)
    implements JsonText.Writable {

  /// Where the last field begins; its quotes cannot stand within a text.
  private static final byte[] SIGNATURE = ",\"signature\":".getBytes(StandardCharsets.ISO_8859_1);

  public Ballot {
    answers = List.copyOf(answers);
  }

  /// Reads a ballot and demands that its bytes are the canonical ones: a ballot has one spelling.
  public static Ballot read(Group group, List<Question> questions, byte[] document)
      throws Malformed {
    JsonNode node = JsonNode.parse(document);
    node.only("election_uuid", "election_hash", "credential", "answers", "signature");
    List<JsonNode> items = node.field("answers").items(questions.size());
    List<Answer> answers = new ArrayList<>(questions.size());
    for (int i = 0; i < questions.size(); i++) {
      answers.add(Answer.read(group, questions.get(i), items.get(i)));
    }
    JsonNode signature = node.field("signature").only("hash", "proof");
    Ballot ballot =
        new Ballot(
            node.field("election_uuid").text(),
            node.field("election_hash").text(),
            node.field("credential").text(),
            answers,
            signature.field("hash").text(),
            Proof.read(group, signature.field("proof")));
    if (!Arrays.equals(document, ballot.bytes())) {
      throw node.malformed("not in canonical form (order of fields, spaces or escapes)");
    }
    return ballot;
  }

  public byte[] bytes() {
    return JsonText.bytesOf(this);
  }

  /// The tracker of a ballot's bytes: what the voter keeps and looks for on the public board.
  public static String tracker(byte[] ballot) {
    return Sha256.base64(ballot);
  }

  /// What the signature must be over: Base64 SHA-256 of the ballot without its signature field.
  ///
  /// @param ballot the bytes of a ballot that was read
  public static String hashToSign(byte[] ballot) {
    int end = ballot.length - SIGNATURE.length;
    while (!Arrays.equals(ballot, end, end + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      end--;
    }
    byte[] unsigned = Arrays.copyOf(ballot, end + 1);
    unsigned[end] = '}';
    return Sha256.base64(unsigned);
  }

  static String hashToSign(
      String electionUuid, String electionHash, String credential, List<Answer> answers) {
    JsonText json = new JsonText(4096);
    openUnsigned(json, electionUuid, electionHash, credential, answers);
    return Sha256.base64(json.close().bytes());
  }

  @Override
  public void writeTo(JsonText json) {
    openUnsigned(json, electionUuid, electionHash, credential, answers);
    json.field("signature").open().field("hash").text(signatureHash).field("proof");
    json.value(signature).close().close();
  }

  private static void openUnsigned(
      JsonText json, String uuid, String hash, String credential, List<Answer> answers) {
    json.open()
        .field("election_uuid")
        .text(uuid)
        .field("election_hash")
        .text(hash)
        .field("credential")
        .text(credential)
        .field("answers")
        .list(answers);
  }
}
