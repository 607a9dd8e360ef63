package org.zhijia.ballot.audit;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Answer;
import org.zhijia.ballot.belenios.v1.AnswerStatements;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.BallotMaker.Sealed;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.DisjunctionProver;
import org.zhijia.ballot.proof.DisjunctionProver.Branch;
import org.zhijia.ballot.proof.NonZeroProof;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;

/// Makes answers to list questions, which the library only checks, and ballots of any answers.
/// Marks that break the question's rules are "proven" all the same, in vain.
///
/// Source: Belenios specification 3.1, sections 4.11.3, 4.14 and 4.15.
final class ListAnswers {
  private final Election election;
  private final String fingerprint;
  private final Group group;
  private final Scalar secret;
  private final String credential;
  private final BallotMaker maker;
  private final Randomness random;

  ListAnswers(SmallElection small, int voter) {
    this(
        small.election,
        small.fingerprint,
        small.credentials.get(voter),
        small.maker,
        SmallElection.RANDOM);
  }

  ListAnswers(
      Election election,
      String fingerprint,
      Credential voter,
      BallotMaker maker,
      Randomness random) {
    this.election = election;
    this.fingerprint = fingerprint;
    this.group = election.group();
    this.secret = voter.exponent(group, election.uuid());
    this.credential = group.generatorPower(secret).encoding();
    this.maker = maker;
    this.random = random;
  }

  /// An answer with its openings.
  record Made(Answer answer, List<Sealed> sealed) {}

  Made make(List<List<Integer>> lists) {
    List<Integer> sizes = lists.stream().map(List::size).toList();
    List<Sealed> sealed = lists.stream().flatMap(List::stream).map(this::seal).toList();
    List<Ciphertext.Encoded> choices =
        sealed.stream().map(Sealed::ciphertext).map(Ciphertext::encoded).toList();
    Scalar zero = group.scalar(0);
    Proof none = new Proof(zero, zero);
    NonZeroProof noProof = new NonZeroProof("", zero, zero, zero);
    Answer unproven = new Answer.Lists(sizes, choices, List.of(), none, List.of(), noProof);
    var statements = new AnswerStatements(fingerprint, credential, unproven);
    DisjunctionProver prover = maker.prover();
    for (int i = 0; i < sealed.size(); i++) {
      prover.add(statements.individual(i), sealed.get(i).zeroOrOne());
    }
    List<Sealed> heads = new ArrayList<>();
    List<Sealed> sums = new ArrayList<>();
    int from = 0;
    for (int size : sizes) {
      heads.add(sealed.get(from));
      sums.add(sum(sealed.subList(from + 1, from + size)));
      from += size;
    }
    Scalar one = group.scalar(1);
    Sealed marked = sum(heads);
    prover.add(
        statements.overall(marked.ciphertext().encoded()),
        List.of(new Branch(marked.r(), marked.m().minus(one), one)));
    for (int i = 0; i < sizes.size(); i++) {
      Sealed head = heads.get(i);
      prover.add(
          statements.list(),
          List.of(
              new Branch(head.r(), head.m().minus(one), head.m()),
              new Branch(sums.get(i).r(), sums.get(i).m(), one.minus(head.m()))));
    }
    List<List<Proof>> proofs = prover.prove();
    int n = sealed.size();
    return new Made(
        new Answer.Lists(
            sizes,
            choices,
            proofs.subList(0, n),
            proofs.get(n).getFirst(),
            proofs.subList(n + 1, proofs.size()),
            nonZero(statements.nonZero(), sum(sums))),
        sealed);
  }

  private NonZeroProof nonZero(String prefix, Sealed sum) {
    Element y = election.publicKey();
    Scalar s = group.randomScalar(random);
    Scalar w1 = group.randomScalar(random);
    Scalar w2 = group.randomScalar(random);
    Ciphertext of = sum.ciphertext();
    Element a0 = of.beta().power(s).times(y.power(s.times(sum.r()).negated()));
    Element a1 = of.alpha().power(w1).times(group.generatorPower(w2));
    Element a2 = of.beta().power(w1).times(y.power(w2));
    Scalar c =
        Schnorr.challenge(
            group, prefix + a0.encoding() + "," + a1.encoding() + "," + a2.encoding());
    return new NonZeroProof(
        a0.encoding(), c, w1.minus(s.times(c)), w2.plus(s.times(sum.r()).times(c)));
  }

  private Sealed seal(int mark) {
    Scalar r = group.randomScalar(random);
    Element beta = election.publicKey().power(r);
    Scalar m = group.scalar(mark);
    var ciphertext = new Ciphertext(group.generatorPower(r), beta.times(group.generatorPower(m)));
    return new Sealed(ciphertext, r, m, group.scalar(1));
  }

  private static Sealed sum(List<Sealed> sealed) {
    return sealed.stream().reduce(Sealed::times).orElseThrow();
  }

  /// A ballot of these answers, signed by a voter.
  static BallotMaker.Made ballot(SmallElection election, int voter, List<Made> made) {
    return new ListAnswers(election, voter).ballot(made);
  }

  BallotMaker.Made ballot(List<Made> made) {
    String uuid = election.uuid();
    List<Answer> answers = made.stream().map(Made::answer).toList();
    Proof none = new Proof(group.scalar(0), group.scalar(0));
    Ballot unsigned = new Ballot(uuid, fingerprint, credential, answers, "", none);
    String hash = Ballot.hashToSign(unsigned.bytes());
    Proof signature = Schnorr.prove(group, "sig|" + hash + "|", secret, random);
    Ballot ballot = new Ballot(uuid, fingerprint, credential, answers, hash, signature);
    byte[] bytes = ballot.bytes();
    return new BallotMaker.Made(
        ballot, bytes, Ballot.tracker(bytes), made.stream().map(Made::sealed).toList());
  }

  /// An answer that encrypts this element, instead of numbers, with this randomness.
  Made element(Scalar r, Element element) {
    Element y = election.publicKey();
    var ciphertext = new Ciphertext(group.generatorPower(r), y.power(r).times(element));
    Answer unproven = new Answer.NonHomomorphic(ciphertext.encoded(), new Proof(r, r));
    String statement = new AnswerStatements(fingerprint, credential, unproven).numbers(y);
    Proof proof = Schnorr.prove(group, statement, r, random);
    return new Made(
        new Answer.NonHomomorphic(ciphertext.encoded(), proof),
        List.of(new Sealed(ciphertext, r, group.scalar(0), group.scalar(1))));
  }

  Made numbers(List<Integer> numbers) {
    Scalar r = group.randomScalar(random);
    return element(r, group.embedding().orElseThrow().embed(numbers));
  }
}
