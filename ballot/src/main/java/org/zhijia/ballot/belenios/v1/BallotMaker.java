package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.FixedBase;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.DisjunctionProver;
import org.zhijia.ballot.proof.DisjunctionProver.Branch;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;

/// Encrypts votes into ballots of one election: the voter's side, constant time throughout.
///
/// Safe to share between threads; making one lays out tables for the election's key.
public final class BallotMaker {
  private final Election election;
  private final String fingerprint;
  private final Group group;
  private final FixedBase publicKey;
  private final Randomness randomness;

  /// @param fingerprint φ of the election document as published
  public BallotMaker(Election election, String fingerprint, Randomness randomness) {
    this.election = election;
    this.fingerprint = fingerprint;
    this.group = election.group();
    this.publicKey = group.fixedBase(election.publicKey());
    this.randomness = randomness;
  }

  /// A ciphertext and what only its maker knows: (α, β) = (g^r, y^r·g^m).
  ///
  /// @param m the mark; 0 where numbers are encrypted, which are in β themselves
  /// @param one the scalar 1 of the group
  public record Sealed(Ciphertext ciphertext, Scalar r, Scalar m, Scalar one) {

    /// Branches "m = 0" and "m = 1" of a proof, of which m says itself which holds.
    public List<Branch> zeroOrOne() {
      return List.of(new Branch(r, m, one.minus(m)), new Branch(r, m.minus(one), m));
    }

    /// The encryption of the sum, and its opening.
    public Sealed times(Sealed other) {
      return new Sealed(ciphertext.times(other.ciphertext), r.plus(other.r), m.plus(other.m), one);
    }
  }

  /// A ballot and its openings, which the voter's device forgets, unless the voter challenges it.
  ///
  /// @param sealed for each question its ciphertexts, opened
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them; the bytes are the ballot
  public record Made(Ballot ballot, byte[] bytes, String tracker, List<List<Sealed>> sealed) {}

  /// A prover of further statements under this election's key, for what goes beside the ballot.
  public DisjunctionProver prover() {
    return new DisjunctionProver(group, publicKey, randomness);
  }

  /// The branch "all numbers of this answer are 0". They are embedded as the neutral element then,
  /// so that the ciphertext encrypts the mark 0.
  ///
  /// @param holds 1 if it is the branch that holds, else 0
  public Branch nobody(Sealed numbers, Scalar holds) {
    Element embedded = numbers.ciphertext().beta().dividedBy(publicKey.power(numbers.r()));
    return new Branch(numbers.r(), numbers.m(), Optional.of(embedded), holds);
  }

  /// Makes a ballot.
  ///
  /// @throws IllegalArgumentException if the questions do not allow the vote: ask
  ///     [Vote#breaches(List)] first
  public Made make(Credential credential, Vote vote) {
    if (!vote.breaches(election.questions()).isEmpty()) {
      throw new IllegalArgumentException("the vote breaks the rules of its questions");
    }
    Scalar secret = credential.exponent(group, election.uuid());
    String publicCredential = group.generatorPower(secret).encoding();
    List<Answer> answers = new ArrayList<>();
    List<List<Sealed>> sealed = new ArrayList<>();
    for (int i = 0; i < election.questions().size(); i++) {
      List<Integer> row = vote.rows().get(i);
      Answered answered =
          switch (election.questions().get(i)) {
            case Question.Homomorphic question -> marks(question, publicCredential, row);
            case Question.NonHomomorphic _ -> numbers(publicCredential, row);
            case Question.Lists _ -> throw new IllegalArgumentException("not made here");
          };
      answers.add(answered.answer());
      sealed.add(answered.sealed());
    }
    String hash = Ballot.hashToSign(election.uuid(), fingerprint, publicCredential, answers);
    Proof signature = Schnorr.prove(group, "sig|" + hash + "|", secret, randomness);
    Ballot ballot =
        new Ballot(election.uuid(), fingerprint, publicCredential, answers, hash, signature);
    byte[] bytes = ballot.bytes();
    return new Made(ballot, bytes, Ballot.tracker(bytes), List.copyOf(sealed));
  }

  private Sealed seal(int mark) {
    Scalar r = group.randomScalar(randomness);
    Scalar m = group.scalar(mark);
    Element beta = publicKey.power(r).times(group.generatorPower(m));
    return new Sealed(new Ciphertext(group.generatorPower(r), beta), r, m, group.scalar(1));
  }

  /// An answer and its openings.
  private record Answered(Answer answer, List<Sealed> sealed) {}

  private static int marked(Question.Homomorphic question, List<Integer> marks) {
    return marks.stream().skip(question.blank() ? 1 : 0).mapToInt(mark -> mark).sum();
  }

  private Answered marks(
      Question.Homomorphic question, String publicCredential, List<Integer> marks) {
    List<Sealed> row = marks.stream().map(this::seal).toList();
    List<Ciphertext.Encoded> choices = encode(row.stream().map(Sealed::ciphertext).toList());
    Answer unproven = new Answer.Homomorphic(choices, List.of(), List.of(), List.of());
    AnswerStatements statements = new AnswerStatements(fingerprint, publicCredential, unproven);
    AnswerProver answerProver = new AnswerProver(group, question, statements);
    return new Answered(answerProver.prove(prover(), row, choices, marked(question, marks)), row);
  }

  private Answered numbers(String publicCredential, List<Integer> numbers) {
    Scalar r = group.randomScalar(randomness);
    Element embedded = group.embedding().orElseThrow().embed(numbers);
    Element alpha = group.generatorPower(r);
    Ciphertext ciphertext = new Ciphertext(alpha, publicKey.power(r).times(embedded));
    Ciphertext.Encoded choice = encode(List.of(ciphertext)).getFirst();
    // What is proven does not depend on the proof: any will do until it is there.
    Scalar zero = group.scalar(0);
    Answer unproven = new Answer.NonHomomorphic(choice, new Proof(zero, zero));
    AnswerStatements statements = new AnswerStatements(fingerprint, publicCredential, unproven);
    String statement = statements.numbers(election.publicKey());
    Proof proof = Schnorr.prove(group, statement, r, randomness);
    return new Answered(
        new Answer.NonHomomorphic(choice, proof),
        List.of(new Sealed(ciphertext, r, zero, group.scalar(1))));
  }

  private List<Ciphertext.Encoded> encode(List<Ciphertext> ciphertexts) {
    List<Element> halves = new ArrayList<>(2 * ciphertexts.size());
    for (Ciphertext ciphertext : ciphertexts) {
      halves.add(ciphertext.alpha());
      halves.add(ciphertext.beta());
    }
    List<String> texts = group.encode(halves);
    List<Ciphertext.Encoded> encoded = new ArrayList<>(ciphertexts.size());
    for (int i = 0; i < texts.size(); i += 2) {
      encoded.add(new Ciphertext.Encoded(texts.get(i), texts.get(i + 1)));
    }
    return encoded;
  }
}
