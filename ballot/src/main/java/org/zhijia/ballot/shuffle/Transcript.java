package org.zhijia.ballot.shuffle;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.ShuffleProof;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.Schnorr;
import org.zhijia.ballot.proof.Sha256;

/// What is hashed in the proof of one shuffle; maker and verifier share it.
///
/// | challenge | text |
/// |---|---|
/// | u | `shuffle-challenges\|φ\|` e e' c |
/// | c | `shuffle-challenge\|φ\|` t1 t2 t3 t4,1 t4,2 t̂ e e' c ĉ y |
///
/// with a comma after each element but y. Source: Belenios specification 3.1, tables 11, 12, 14.
///
/// @param fingerprint φ of the election
/// @param publicKey y
record Transcript(Group group, String fingerprint, Element publicKey) {

  /// ⟦e⟧⟦e'⟧⟦c⟧.
  String statement(List<Ciphertext> before, List<Ciphertext> after, List<Element> c) {
    List<Element> halves = new ArrayList<>();
    for (List<Ciphertext> row : List.of(before, after)) {
      for (Ciphertext ciphertext : row) {
        halves.add(ciphertext.alpha());
        halves.add(ciphertext.beta());
      }
    }
    return text(halves) + text(c);
  }

  /// u: one challenge for each ciphertext.
  List<Scalar> challenges(int n, String statement) {
    String prefix = "shuffle-challenges|" + fingerprint + "|";
    String seed = Sha256.hex(bytes(prefix + statement));
    List<Scalar> challenges = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      String number = Sha256.hex(bytes(Integer.toString(i)));
      challenges.add(Schnorr.challenge(group, seed + number));
    }
    return challenges;
  }

  /// c; of the proof only the commitments matter.
  Scalar challenge(String statement, List<Element> t, List<Element> tHat, List<Element> cHat) {
    String text = text(t) + text(tHat) + statement + text(cHat) + publicKey.encoding();
    return Schnorr.challenge(group, "shuffle-challenge|" + fingerprint + "|" + text);
  }

  Scalar challenge(String statement, ShuffleProof proof) {
    return challenge(statement, proof.t(), proof.tHat(), proof.cHat());
  }

  private String text(List<Element> elements) {
    StringBuilder text = new StringBuilder();
    for (String encoding : group.encode(elements)) {
      text.append(encoding).append(',');
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
