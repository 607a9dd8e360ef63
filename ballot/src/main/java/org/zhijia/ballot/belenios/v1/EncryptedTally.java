package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// The encrypted sums, by question and choice, and the answers to be shuffled, by question: the
/// only ciphertexts that are ever decrypted, the answers not before they have been shuffled.
///
/// Source: Belenios specification 3.1, sections 4.18 and 4.19.
public record EncryptedTally(List<List<Ciphertext>> rows, Layout layout)
    implements JsonText.Writable {

  public EncryptedTally {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// A tally without list questions.
  public EncryptedTally(List<List<Ciphertext>> rows) {
    this(rows, Layout.flat(rows.size()));
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
    JsonNode node = JsonNode.parse(document, JsonLimits.SETUP);
    List<JsonNode> items = node.items(questions.size());
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Ciphertext> row = new ArrayList<>();
      for (JsonNode item : questions.get(i).items(items.get(i))) {
        row.add(Ciphertext.read(group, item));
      }
      rows.add(row);
    }
    EncryptedTally tally = new EncryptedTally(rows, Layout.of(questions));
    if (!Arrays.equals(document, tally.bytes())) {
      throw node.malformed("not in canonical form (order of fields, spaces or escapes)");
    }
    return tally;
  }

  /// The answers that are shuffled, for each question that has such.
  public List<List<Ciphertext>> answers(List<Question> questions) {
    List<List<Ciphertext>> answers = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (questions.get(i) instanceof Question.NonHomomorphic) {
        answers.add(rows.get(i));
      }
    }
    return answers;
  }

  /// The same sums, with answers that were shuffled in the place of those that were.
  public EncryptedTally shuffled(List<Question> questions, List<List<Ciphertext>> answers) {
    List<List<Ciphertext>> merged = new ArrayList<>(rows);
    Iterator<List<Ciphertext>> next = answers.iterator();
    for (int i = 0; i < rows.size(); i++) {
      if (questions.get(i) instanceof Question.NonHomomorphic) {
        merged.set(i, next.next());
      }
    }
    return new EncryptedTally(merged, layout);
  }

  public byte[] bytes() {
    return JsonText.bytesOf(this);
  }

  public Sized sized(long numTallied, long totalWeight) {
    return new Sized(numTallied, totalWeight, Sha256.hex(bytes()));
  }

  @Override
  public void writeTo(JsonText json) {
    layout.write(json, rows, Ciphertext::encoded);
  }
}
