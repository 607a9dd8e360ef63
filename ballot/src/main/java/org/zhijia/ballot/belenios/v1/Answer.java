package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;

/// The encrypted answer to one homomorphic question, with its proofs.
///
/// Lengths are those of the question: reading checks them, so that no later check meets a missing
/// or an extra item. Source: Belenios specification 3.1, section 4.11.1.
///
/// @param choices one ciphertext for each choice; if blank is allowed, a leading one for blank
/// @param individualProofs for each ciphertext two branches: 0, 1
/// @param overallProof branches min..max; if blank is allowed, a leading one for blank
/// @param blankProof two branches (not blank, no choice marked), or empty if blank is not allowed
public record Answer(
    List<Ciphertext.Encoded> choices,
    List<List<Proof>> individualProofs,
    List<Proof> overallProof,
    List<Proof> blankProof)
    implements JsonText.Writable {

  public Answer {
    choices = List.copyOf(choices);
    individualProofs = List.copyOf(individualProofs);
    overallProof = List.copyOf(overallProof);
    blankProof = List.copyOf(blankProof);
  }

  static Answer read(Group group, Question question, JsonNode node) throws Malformed {
    List<Proof> blankProof = List.of();
    if (question.blank()) {
      node.only("choices", "individual_proofs", "overall_proof", "blank_proof");
      blankProof = proofs(group, node.field("blank_proof"), 2);
    } else {
      node.only("choices", "individual_proofs", "overall_proof");
    }
    List<Ciphertext.Encoded> choices = new ArrayList<>();
    for (JsonNode choice : node.field("choices").items(question.ciphertexts())) {
      choices.add(Ciphertext.Encoded.read(choice));
    }
    List<List<Proof>> individual = new ArrayList<>();
    for (JsonNode proofs : node.field("individual_proofs").items(question.ciphertexts())) {
      individual.add(proofs(group, proofs, 2));
    }
    List<Proof> overall = proofs(group, node.field("overall_proof"), question.overallBranches());
    return new Answer(choices, individual, overall, blankProof);
  }

  /// `α1,β1,α2,β2,…` over all choices, as it enters the hashes of the overall proofs.
  public String joinedChoices() {
    StringBuilder joined = new StringBuilder(choices.size() * 130);
    for (Ciphertext.Encoded choice : choices) {
      joined.append(joined.isEmpty() ? "" : ",").append(choice.joined());
    }
    return joined.toString();
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("choices").list(choices).field("individual_proofs").openList();
    individualProofs.forEach(json::list);
    json.closeList().field("overall_proof").list(overallProof);
    if (!blankProof.isEmpty()) {
      json.field("blank_proof").list(blankProof);
    }
    json.close();
  }

  /// Reads a list of exactly this many proofs.
  public static List<Proof> proofs(Group group, JsonNode node, int count) throws Malformed {
    List<Proof> proofs = new ArrayList<>(count);
    for (JsonNode item : node.items(count)) {
      proofs.add(Proof.read(group, item));
    }
    return proofs;
  }
}
