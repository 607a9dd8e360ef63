package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.NonZeroProof;
import org.zhijia.ballot.proof.Proof;

/// The encrypted answer to one question, with its proofs.
///
/// Lengths are those of the question: reading checks them, so that no later check meets a missing
/// or an extra item. Source: Belenios specification 3.1, section 4.11.
public sealed interface Answer extends JsonText.Writable {

  /// The ciphertexts in ballot order.
  List<Ciphertext.Encoded> choices();

  /// `α1,β1,α2,β2,…` over all choices, as it enters the hashes of the overall proofs.
  default String joinedChoices() {
    StringBuilder joined = new StringBuilder(choices().size() * 130);
    for (Ciphertext.Encoded choice : choices()) {
      joined.append(joined.isEmpty() ? "" : ",").append(choice.joined());
    }
    return joined.toString();
  }

  /// To marks. Section 4.11.1.
  ///
  /// @param choices one ciphertext for each choice; if blank is allowed, a leading one for blank
  /// @param individualProofs for each ciphertext two branches: 0, 1
  /// @param overallProof branches min..max; if blank is allowed, a leading one for blank
  /// @param blankProof two branches (not blank, no choice marked), or empty if blank is not allowed
  record Homomorphic(
      List<Ciphertext.Encoded> choices,
      List<List<Proof>> individualProofs,
      List<Proof> overallProof,
      List<Proof> blankProof)
      implements Answer {

    public Homomorphic {
      choices = List.copyOf(choices);
      individualProofs = List.copyOf(individualProofs);
      overallProof = List.copyOf(overallProof);
      blankProof = List.copyOf(blankProof);
    }

    static Homomorphic read(Group group, Question.Homomorphic question, JsonNode node)
        throws Malformed {
      List<Proof> blankProof = List.of();
      if (question.blank()) {
        node.only("choices", "individual_proofs", "overall_proof", "blank_proof");
        blankProof = proofs(group, node.field("blank_proof"), 2);
      } else {
        node.only("choices", "individual_proofs", "overall_proof");
      }
      return new Homomorphic(
          encoded(question.items(node.field("choices"))),
          pairs(group, question.items(node.field("individual_proofs"))),
          proofs(group, node.field("overall_proof"), question.overallBranches()),
          blankProof);
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
  }

  /// To numbers, all in one ciphertext. Section 4.11.2.
  ///
  /// @param proof of knowledge of the ciphertext's randomness, so that nobody copies an answer
  record NonHomomorphic(Ciphertext.Encoded choice, Proof proof) implements Answer {

    @Override
    public List<Ciphertext.Encoded> choices() {
      return List.of(choice);
    }

    static NonHomomorphic read(Group group, JsonNode node) throws Malformed {
      node.only("choices", "proof");
      return new NonHomomorphic(
          Ciphertext.Encoded.read(node.field("choices")), Proof.read(group, node.field("proof")));
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("choices").value(choice).field("proof").value(proof).close();
    }
  }

  /// To lists of candidates. Section 4.11.3.
  ///
  /// @param sizes length of each list, its own mark included
  /// @param choices for each list its own mark, then its candidates'
  /// @param individualProofs for each ciphertext two branches: 0, 1
  /// @param overallProof exactly one list is marked
  /// @param listProofs for each list two branches: it is marked, none of its candidates is
  /// @param nonZeroProof some candidate is marked
  record Lists(
      List<Integer> sizes,
      List<Ciphertext.Encoded> choices,
      List<List<Proof>> individualProofs,
      Proof overallProof,
      List<List<Proof>> listProofs,
      NonZeroProof nonZeroProof)
      implements Answer {

    public Lists {
      sizes = List.copyOf(sizes);
      choices = List.copyOf(choices);
      individualProofs = List.copyOf(individualProofs);
      listProofs = List.copyOf(listProofs);
    }

    static Lists read(Group group, Question.Lists question, JsonNode node) throws Malformed {
      node.only("choices", "individual_proofs", "overall_proof", "list_proofs", "nonzero_proof");
      return new Lists(
          question.sizes(),
          encoded(question.items(node.field("choices"))),
          pairs(group, question.items(node.field("individual_proofs"))),
          Proof.read(group, node.field("overall_proof")),
          pairs(group, node.field("list_proofs").items(question.lists().size())),
          NonZeroProof.read(group, node.field("nonzero_proof")));
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("choices");
      Layout.writeGroups(json, sizes, choices);
      json.field("individual_proofs");
      Layout.writeGroups(json, sizes, individualProofs.stream().map(Answer::pair).toList());
      json.field("overall_proof").value(overallProof);
      json.field("list_proofs").list(listProofs.stream().map(Answer::pair).toList());
      json.field("nonzero_proof").value(nonZeroProof).close();
    }
  }

  static Answer read(Group group, Question question, JsonNode node) throws Malformed {
    return switch (question) {
      case Question.Homomorphic marks -> Homomorphic.read(group, marks, node);
      case Question.NonHomomorphic _ -> NonHomomorphic.read(group, node);
      case Question.Lists lists -> Lists.read(group, lists, node);
    };
  }

  /// Reads a list of exactly this many proofs.
  static List<Proof> proofs(Group group, JsonNode node, int count) throws Malformed {
    List<Proof> proofs = new ArrayList<>(count);
    for (JsonNode item : node.items(count)) {
      proofs.add(Proof.read(group, item));
    }
    return proofs;
  }

  private static List<Ciphertext.Encoded> encoded(List<JsonNode> nodes) throws Malformed {
    List<Ciphertext.Encoded> choices = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      choices.add(Ciphertext.Encoded.read(node));
    }
    return choices;
  }

  private static List<List<Proof>> pairs(Group group, List<JsonNode> nodes) throws Malformed {
    List<List<Proof>> pairs = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      pairs.add(proofs(group, node, 2));
    }
    return pairs;
  }

  private static JsonText.Writable pair(List<Proof> proofs) {
    return json -> json.list(proofs);
  }
}
