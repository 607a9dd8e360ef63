package org.zhijia.ballot.belenios.v1;

import org.zhijia.ballot.group.Element;

/// What is hashed before the commitments in the proofs of one answer; maker and verifier share it.
///
/// | proof | prefix | says |
/// |---|---|---|
/// | individual | `prove\|S0\|α,β\|` | the mark is 0 or 1 |
/// | overall, no blank | `prove\|S\|αΣ,βΣ\|` | between min and max marks |
/// | overall, blank allowed | `bproof1\|S\|` | blank, or between min and max marks |
/// | blank | `bproof0\|S\|` | not blank, or no mark |
/// | list | `lproof\|S\|` | the list is marked, or none of its candidates |
/// | not zero | `nonzero\|S\|A0,` | some candidate is marked |
/// | numbers | `raweg\|S0\|y,α,β\|` | the maker knows the randomness |
///
/// S0 = φ|credential, S = S0|α1,β1,α2,β2,… over all ciphertexts of the answer. The sum Σ leaves the
/// blank mark out where there is one. Source: Belenios specification 3.1, sections 4.11 to 4.15.
public final class AnswerStatements {
  private final String s0;
  private final String s;
  private final Answer answer;

  /// @param fingerprint φ of the election
  /// @param credential the voter's public credential
  /// @param answer only its choices matter
  public AnswerStatements(String fingerprint, String credential, Answer answer) {
    this.s0 = fingerprint + "|" + credential;
    this.s = s0 + "|" + answer.joinedChoices();
    this.answer = answer;
  }

  /// @param choice index of the ciphertext, from 0, the blank mark included
  public String individual(int choice) {
    return "prove|" + s0 + "|" + answer.choices().get(choice).joined() + "|";
  }

  /// @param sum the product of all ciphertexts
  public String overall(Ciphertext.Encoded sum) {
    return "prove|" + s + "|" + sum.joined() + "|";
  }

  public String overallOrBlank() {
    return "bproof1|" + s + "|";
  }

  public String blank() {
    return "bproof0|" + s + "|";
  }

  public String list() {
    return "lproof|" + s + "|";
  }

  /// A0 still follows.
  public String nonZero() {
    return "nonzero|" + s + "|";
  }

  /// @param publicKey y
  public String numbers(Element publicKey) {
    return "raweg|" + s0 + "|" + publicKey.encoding() + "," + answer.joinedChoices() + "|";
  }
}
