package org.zhijia.ballot.shuffle;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.ShuffleProof;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.group.FixedBase;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;

/// Shuffles answers and proves it. The arithmetic is in constant time; the order shows only in
/// which memory is read, on the computer of whoever shuffles.
///
/// The chain ĉ_i = g^r̂_i · ĉ_(i−1)^u'_i is kept by its exponents, ĉ_i = g^R_i · h^U_i, since
/// powers of the fixed bases g and h are cheap.
///
/// Source: Belenios specification 3.1, tables 1 to 4, 10 and 13.
public final class ShuffleProver {
  private final Group group;
  private final Embedding embedding;
  private final FixedBase publicKey;
  private final FixedBase h;
  private final Transcript transcript;
  private final Randomness randomness;

  /// @param fingerprint φ of the election document as published
  /// @throws IllegalArgumentException if the election's group cannot hold such answers
  public ShuffleProver(Election election, String fingerprint, Randomness randomness) {
    this.group = election.group();
    this.embedding =
        group
            .embedding()
            .orElseThrow(() -> new IllegalArgumentException("nothing to shuffle in this group"));
    this.publicKey = group.fixedBase(election.publicKey());
    this.h = group.fixedBase(embedding.generator(-1));
    this.transcript = new Transcript(group, fingerprint, election.publicKey());
    this.randomness = randomness;
  }

  /// Shuffles the answers to each question by itself.
  ///
  /// @param answers for each question whose answers are shuffled at least one
  public Shuffle shuffle(List<List<Ciphertext>> answers) {
    List<List<Ciphertext>> shuffled = new ArrayList<>();
    List<ShuffleProof> proofs = new ArrayList<>();
    for (List<Ciphertext> row : answers) {
      List<Scalar> r = randomScalars(row.size());
      Permutation order = Permutation.random(row.size(), randomness);
      List<Ciphertext> anew = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        anew.add(encryptAnew(row.get(i), r.get(i)));
      }
      List<Ciphertext> after = order.of(anew);
      shuffled.add(after);
      proofs.add(new Proving(row, after, r, order).proof());
    }
    return new Shuffle(shuffled, proofs);
  }

  private Ciphertext encryptAnew(Ciphertext e, Scalar r) {
    return new Ciphertext(
        e.alpha().times(group.generatorPower(r)), e.beta().times(publicKey.power(r)));
  }

  private List<Scalar> randomScalars(int count) {
    List<Scalar> scalars = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      scalars.add(group.randomScalar(randomness));
    }
    return scalars;
  }

  private Scalar sum(List<Scalar> scalars) {
    return scalars.stream().reduce(group.scalar(0), Scalar::plus);
  }

  private Scalar sumOfProducts(List<Scalar> a, List<Scalar> b) {
    Scalar sum = group.scalar(0);
    for (int i = 0; i < a.size(); i++) {
      sum = sum.plus(a.get(i).times(b.get(i)));
    }
    return sum;
  }

  /// One row's proof in the making: table 4.
  private final class Proving {
    private final List<Ciphertext> after;
    private final List<Scalar> rPrime;
    private final int n;
    private final List<Scalar> r;
    private final List<Element> c;
    private final List<Element> generators = new ArrayList<>();
    private final String statement;
    private final List<Scalar> u;
    private final List<Scalar> uPrime;
    private final List<Scalar> omega = randomScalars(4);
    private final List<Scalar> omegaHat;
    private final List<Scalar> omegaPrime;
    private final List<Scalar> rHat;

    /// Exponents of the chain's links to the bases g and h, the link before the first included.
    private final List<Scalar> chainG = new ArrayList<>();

    private final List<Scalar> chainH = new ArrayList<>();

    private Proving(
        List<Ciphertext> before, List<Ciphertext> after, List<Scalar> rPrime, Permutation order) {
      this.after = after;
      this.rPrime = rPrime;
      this.n = before.size();
      this.r = randomScalars(n);
      for (int i = 0; i < n; i++) {
        generators.add(embedding.generator(i));
      }
      this.c = commitments(order);
      this.statement = transcript.statement(before, after, c);
      this.u = transcript.challenges(n, statement);
      this.uPrime = order.of(u);
      this.rHat = randomScalars(n);
      this.omegaHat = randomScalars(n);
      this.omegaPrime = randomScalars(n);
      chainG.add(group.scalar(0));
      chainH.add(group.scalar(1));
      for (int i = 0; i < n; i++) {
        chainG.add(rHat.get(i).plus(uPrime.get(i).times(chainG.get(i))));
        chainH.add(uPrime.get(i).times(chainH.get(i)));
      }
    }

    /// c_(j_i) = g^r_(j_i) · h_i.
    private List<Element> commitments(Permutation order) {
      Element[] commitments = new Element[n];
      for (int i = 0; i < n; i++) {
        int j = order.at(i);
        commitments[j] = group.generatorPower(r.get(j)).times(generators.get(i));
      }
      return List.of(commitments);
    }

    private ShuffleProof proof() {
      List<Element> cHat = new ArrayList<>();
      List<Element> tHat = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        cHat.add(link(chainG.get(i + 1), chainH.get(i + 1)));
        Scalar w = omegaPrime.get(i);
        tHat.add(link(omegaHat.get(i).plus(w.times(chainG.get(i))), w.times(chainH.get(i))));
      }
      List<Element> t = t();
      Scalar challenge = transcript.challenge(statement, t, tHat, cHat);
      List<Scalar> secrets =
          List.of(sum(r), chainG.getLast(), sumOfProducts(r, u), sumOfProducts(rPrime, u));
      return new ShuffleProof(
          t,
          tHat,
          responses(omega, secrets, challenge),
          responses(omegaHat, rHat, challenge),
          responses(omegaPrime, uPrime, challenge),
          c,
          cHat);
    }

    private Element link(Scalar ofG, Scalar ofH) {
      return group.generatorPower(ofG).times(h.power(ofH));
    }

    private List<Element> t() {
      Scalar minus = omega.get(3).negated();
      Element t3 = group.generatorPower(omega.get(2));
      Element t41 = publicKey.power(minus);
      Element t42 = group.generatorPower(minus);
      for (int i = 0; i < n; i++) {
        Scalar w = omegaPrime.get(i);
        t3 = t3.times(generators.get(i).power(w));
        t41 = t41.times(after.get(i).beta().power(w));
        t42 = t42.times(after.get(i).alpha().power(w));
      }
      return List.of(
          group.generatorPower(omega.get(0)), group.generatorPower(omega.get(1)), t3, t41, t42);
    }

    /// ω + c·secret.
    private List<Scalar> responses(List<Scalar> masks, List<Scalar> secrets, Scalar challenge) {
      List<Scalar> responses = new ArrayList<>(masks.size());
      for (int i = 0; i < masks.size(); i++) {
        responses.add(masks.get(i).plus(challenge.times(secrets.get(i))));
      }
      return responses;
    }
  }
}
