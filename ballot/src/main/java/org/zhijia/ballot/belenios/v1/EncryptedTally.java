package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// The encrypted sums, by question and choice: the only ciphertexts that are ever decrypted.
///
/// Source: Belenios specification 3.1, section 4.18.
public record EncryptedTally(List<List<Ciphertext>> rows) implements JsonText.Writable {

  public EncryptedTally {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// The tally's size and reference, which is what the event points to.
  ///
  /// @param numTallied ballots counted, at most one for each credential
  /// @param totalWeight sum of their weights
  /// @param encryptedTally SHA-256 of the tally's document, in hexadecimal
  public record Sized(long numTallied, long totalWeight, String encryptedTally)
      implements JsonText.Writable {

    public static Sized read(byte[] document) throws Malformed {
      JsonNode node = JsonNode.parse(document);
      node.only("num_tallied", "total_weight", "encrypted_tally");
      return new Sized(
          node.field("num_tallied").integer(0, Integer.MAX_VALUE),
          Weight.read(node.field("total_weight")),
          node.field("encrypted_tally").text());
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("num_tallied").number(numTallied).field("total_weight");
      Weight.write(json, totalWeight);
      json.field("encrypted_tally").text(encryptedTally).close();
    }
  }

  public static EncryptedTally read(Group group, List<Question> questions, byte[] document)
      throws Malformed {
    JsonNode node = JsonNode.parse(document);
    List<JsonNode> items = node.items(questions.size());
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Ciphertext> row = new ArrayList<>();
      for (JsonNode item : items.get(i).items(questions.get(i).ciphertexts())) {
        row.add(Ciphertext.read(group, item));
      }
      rows.add(row);
    }
    EncryptedTally tally = new EncryptedTally(rows);
    if (!Arrays.equals(document, tally.bytes())) {
      throw node.malformed("not in canonical form (order of fields, spaces or escapes)");
    }
    return tally;
  }

  public byte[] bytes() {
    return JsonText.bytesOf(this);
  }

  public Sized sized(long numTallied, long totalWeight) {
    return new Sized(numTallied, totalWeight, Sha256.hex(bytes()));
  }

  @Override
  public void writeTo(JsonText json) {
    json.openList();
    for (List<Ciphertext> row : rows) {
      json.list(row.stream().map(Ciphertext::encoded).toList());
    }
    json.closeList();
  }
}
