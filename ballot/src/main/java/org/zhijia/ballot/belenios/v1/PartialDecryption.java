package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.EqualLogs;
import org.zhijia.ballot.proof.Proof;

/// One trustee's part in opening the tally: for each ciphertext the factor α^x, with the proof that
/// x is the exponent of the trustee's public key.
///
/// Source: Belenios specification 3.1, section 4.20.
public record PartialDecryption(
    List<List<Element>> factors, List<List<Proof>> proofs, Layout layout)
    implements JsonText.Writable {

  public PartialDecryption {
    factors = factors.stream().map(List::copyOf).toList();
    proofs = proofs.stream().map(List::copyOf).toList();
  }

  /// A decryption of a tally without list questions.
  public PartialDecryption(List<List<Element>> factors, List<List<Proof>> proofs) {
    this(factors, proofs, Layout.flat(factors.size()));
  }

  /// Whose partial decryption it is: trustee number from 1, and the document's hash.
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

  /// A place in the tally, both from 0.
  public record Place(int question, int choice) {}

  /// Constant time in the key. Whoever calls this has verified the whole archive before
  /// ([org.zhijia.ballot.trustee.Decryption] does).
  ///
  /// @param key x with g^x = publicKey
  public static PartialDecryption make(
      Group group, String fingerprint, Scalar key, EncryptedTally tally, Randomness randomness) {
    EqualLogs equality = new EqualLogs(group, prefix(fingerprint, group.generatorPower(key)));
    List<List<Element>> factors = new ArrayList<>();
    List<List<Proof>> proofs = new ArrayList<>();
    for (List<Ciphertext> row : tally.rows()) {
      factors.add(row.stream().map(ciphertext -> ciphertext.alpha().power(key)).toList());
      proofs.add(row.stream().map(c -> equality.prove(c.alpha(), key, randomness)).toList());
    }
    return new PartialDecryption(factors, proofs, tally.layout());
  }

  /// Whether there is one factor for each ciphertext of a tally.
  public boolean fits(EncryptedTally tally) {
    return factors.stream()
        .map(List::size)
        .toList()
        .equals(tally.rows().stream().map(List::size).toList());
  }

  /// The first place whose proof does not hold; empty if all hold.
  ///
  /// @param tally which this [#fits]
  public Optional<Place> firstFailure(
      Group group, String fingerprint, Element publicKey, EncryptedTally tally) {
    EqualLogs equality = new EqualLogs(group, prefix(fingerprint, publicKey));
    for (int i = 0; i < factors.size(); i++) {
      for (int j = 0; j < factors.get(i).size(); j++) {
        Element alpha = tally.rows().get(i).get(j).alpha();
        Element factor = factors.get(i).get(j);
        Proof proof = proofs.get(i).get(j);
        if (!equality.verify(alpha, publicKey, factor, proof)) {
          return Optional.of(new Place(i, j));
        }
      }
    }
    return Optional.empty();
  }

  public static PartialDecryption read(Group group, List<Question> questions, byte[] document)
      throws Malformed {
    JsonNode node =
        JsonNode.parse(document, JsonLimits.SETUP).only("decryption_factors", "decryption_proofs");
    List<JsonNode> factorRows = node.field("decryption_factors").items(questions.size());
    List<JsonNode> proofRows = node.field("decryption_proofs").items(questions.size());
    List<List<Element>> factors = new ArrayList<>();
    List<List<Proof>> proofs = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      List<Element> row = new ArrayList<>();
      for (JsonNode item : questions.get(i).items(factorRows.get(i))) {
        row.add(Ciphertext.element(group, item));
      }
      factors.add(row);
      List<Proof> proofRow = new ArrayList<>();
      for (JsonNode item : questions.get(i).items(proofRows.get(i))) {
        proofRow.add(Proof.read(group, item));
      }
      if (proofRow.size() != row.size()) {
        throw proofRows.get(i).malformed("there is not one proof for each factor");
      }
      proofs.add(proofRow);
    }
    return new PartialDecryption(factors, proofs, Layout.of(questions));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("decryption_factors");
    layout.write(json, factors, factor -> text -> text.text(factor.encoding()));
    json.field("decryption_proofs");
    layout.write(json, proofs, proof -> proof);
    json.close();
  }

  private static String prefix(String fingerprint, Element publicKey) {
    return "decrypt|" + fingerprint + "|" + publicKey.encoding() + "|";
  }
}
