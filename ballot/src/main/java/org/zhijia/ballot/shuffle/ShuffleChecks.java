package org.zhijia.ballot.shuffle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.ShuffleProof;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.group.VartimeBase;
import org.zhijia.ballot.group.VartimeProducts;

/// Checks that a shuffle lost the order of answers and nothing else. Variable time: everything here
/// is published.
///
/// The proof's commitments t are published, unlike those of other proofs, so they are not computed
/// anew but compared. Source: Belenios specification 3.1, table 5.
public final class ShuffleChecks {
  private final Group group;
  private final Embedding embedding;
  private final VartimeBase generator;
  private final VartimeBase publicKey;
  private final Transcript transcript;

  /// @throws IllegalArgumentException if the election's group cannot hold such answers
  public ShuffleChecks(Election election, String fingerprint) {
    this.group = election.group();
    this.embedding =
        group
            .embedding()
            .orElseThrow(() -> new IllegalArgumentException("nothing to shuffle in this group"));
    this.generator = group.vartimeWideBase(group.generator());
    this.publicKey = group.vartimeWideBase(election.publicKey());
    this.transcript = new Transcript(group, fingerprint, election.publicKey());
  }

  /// The first row of answers, from 0, whose proof does not hold; empty if all hold.
  ///
  /// @param before the answers that were shuffled: as many as there are in the shuffle
  public Optional<Integer> firstFailure(List<List<Ciphertext>> before, Shuffle shuffle) {
    for (int i = 0; i < before.size(); i++) {
      if (!holds(before.get(i), shuffle.ciphertexts().get(i), shuffle.proofs().get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private boolean holds(List<Ciphertext> before, List<Ciphertext> after, ShuffleProof proof) {
    int n = before.size();
    if (n == 0 || after.size() != n || proof.c().size() != n) {
      return false;
    }
    List<Element> generators = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      generators.add(embedding.generator(i));
    }
    String statement = transcript.statement(before, after, proof.c());
    List<Scalar> u = transcript.challenges(n, statement);
    Scalar minusC = transcript.challenge(statement, proof).negated();
    Rows rows = new Rows(before, after, generators);
    return proof.t().equals(commitments(rows, proof, u, minusC))
        && proof.tHat().equals(chain(proof, minusC));
  }

  private record Rows(List<Ciphertext> before, List<Ciphertext> after, List<Element> generators) {}

  /// t1, t2, t3, t4,1 and t4,2 as the responses make them.
  private List<Element> commitments(Rows rows, ShuffleProof proof, List<Scalar> u, Scalar minusC) {
    List<Scalar> s = proof.s();
    List<Scalar> sPrime = proof.sPrime();
    List<Scalar> weighted = u.stream().map(minusC::times).toList();
    Scalar product = u.stream().reduce(group.scalar(1), Scalar::times);
    Element h = embedding.generator(-1);
    Element all = product(proof.c()).dividedBy(product(rows.generators()));
    VartimeProducts t = group.vartimeProducts();
    t.begin().times(group.vartimeBase(all), minusC).times(generator, s.get(0));
    t.begin()
        .times(group.vartimeBase(proof.cHat().getLast()), minusC)
        .times(group.vartimeBase(h), product.times(minusC).negated())
        .times(generator, s.get(1));
    times(t.begin().times(generator, s.get(2)), proof.c(), weighted);
    times(t, rows.generators(), sPrime);
    times(t.begin().times(publicKey, s.get(3).negated()), betas(rows.before()), weighted);
    times(t, betas(rows.after()), sPrime);
    times(t.begin().times(generator, s.get(3).negated()), alphas(rows.before()), weighted);
    times(t, alphas(rows.after()), sPrime);
    return t.elements();
  }

  /// t̂_i = ĉ_i^−c · g^ŝ_i · ĉ_(i−1)^s'_i.
  private List<Element> chain(ShuffleProof proof, Scalar minusC) {
    VartimeProducts t = group.vartimeProducts();
    VartimeBase link = group.vartimeBase(embedding.generator(-1));
    for (int i = 0; i < proof.cHat().size(); i++) {
      t.begin().times(generator, proof.sHat().get(i)).times(link, proof.sPrime().get(i));
      link = group.vartimeBase(proof.cHat().get(i));
      t.times(link, minusC);
    }
    return t.elements();
  }

  private void times(VartimeProducts product, List<Element> bases, List<Scalar> exponents) {
    for (int i = 0; i < bases.size(); i++) {
      product.times(group.vartimeBase(bases.get(i)), exponents.get(i));
    }
  }

  private Element product(List<Element> factors) {
    return factors.stream().reduce(group.neutral(), Element::times);
  }

  private static List<Element> alphas(List<Ciphertext> row) {
    return row.stream().map(Ciphertext::alpha).toList();
  }

  private static List<Element> betas(List<Ciphertext> row) {
    return row.stream().map(Ciphertext::beta).toList();
  }
}
