package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// The answers that will be decrypted one by one, in a new order and encrypted anew, with the proof
/// that they are the same answers. As long as one of those who shuffle keeps the order to herself,
/// nobody can tell whose answer is whose.
///
/// Source: Belenios specification 3.1, section 4.19.
///
/// @param ciphertexts for each question whose answers are shuffled
/// @param proofs one for each of these questions
public record Shuffle(List<List<Ciphertext>> ciphertexts, List<ShuffleProof> proofs)
    implements JsonText.Writable {

  public Shuffle {
    ciphertexts = ciphertexts.stream().map(List::copyOf).toList();
    proofs = List.copyOf(proofs);
  }

  /// Whose shuffle it is: trustee number from 1, and the document's hash.
  public record Owned(int owner, String payload) implements JsonText.Writable {

    public static Owned read(byte[] document) throws Malformed {
      JsonNode node = JsonNode.parse(document).only("owner", "payload");
      return new Owned(
          (int) node.field("owner").integer(1, Integer.MAX_VALUE), node.field("payload").text());
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("owner").number(owner).field("payload").text(payload).close();
    }
  }

  /// @param before the answers that were shuffled, for each question that has such
  public static Shuffle read(Group group, List<List<Ciphertext>> before, byte[] document)
      throws Malformed {
    JsonNode node = JsonNode.parse(document, JsonLimits.SETUP).only("ciphertexts", "proofs");
    List<JsonNode> rows = node.field("ciphertexts").items(before.size());
    List<JsonNode> proofs = node.field("proofs").items(before.size());
    List<List<Ciphertext>> ciphertexts = new ArrayList<>();
    List<ShuffleProof> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int n = before.get(i).size();
      List<Ciphertext> row = new ArrayList<>();
      for (JsonNode item : rows.get(i).items(n)) {
        row.add(Ciphertext.read(group, item));
      }
      ciphertexts.add(row);
      read.add(ShuffleProof.read(group, n, proofs.get(i)));
    }
    return new Shuffle(ciphertexts, read);
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("ciphertexts").openList();
    ciphertexts.forEach(row -> json.list(row.stream().map(Ciphertext::encoded).toList()));
    json.closeList().field("proofs").list(proofs).close();
  }
}
