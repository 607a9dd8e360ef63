package org.zhijia.ballot.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.group.VartimeBase;
import org.zhijia.ballot.group.VartimeProducts;

/// Checks many proofs at once: the commitments of all are recomputed, then encoded at the price of
/// one inversion, then hashed. Variable time: everything here is published.
///
/// For each branch A = g^response · α^challenge and B = y^response · (β/g^M)^challenge; a statement
/// holds when the hash of its prefix and commitments is the sum of its challenges mod q.
///
/// Source: Belenios specification 3.1, sections 4.12, 4.13.3 and 4.16.
public final class ProofChecks {
  private final Group group;
  private final VartimeBase generator;
  private final VartimeBase publicKey;
  private final VartimeProducts products;
  private final List<Pending> pending = new ArrayList<>();

  /// @param generator g, laid out widely
  /// @param publicKey y, laid out widely
  public ProofChecks(Group group, VartimeBase generator, VartimeBase publicKey) {
    this.group = group;
    this.generator = generator;
    this.publicKey = publicKey;
    this.products = group.vartimeProducts();
  }

  /// Reads an element that claims are to be about and checks that it is a member of the group;
  /// empty if it is not.
  public Optional<VartimeBase> base(String text) {
    return products.base(text);
  }

  /// Says that no further claim will be about the bases read so far.
  public void forgetBases() {
    products.forgetBases();
  }

  /// What one branch claims: that (α, β) encrypts `message`.
  public record Claim(VartimeBase alpha, VartimeBase beta, long message) {}

  private record Pending(String prefix, int commitments, Scalar challenges) {}

  /// Adds "one of these claims holds". There must be one proof for each claim.
  public void addDisjunction(String prefix, List<Claim> claims, List<Proof> proofs) {
    if (claims.size() != proofs.size()) {
      throw new IllegalArgumentException(claims.size() + " claims, " + proofs.size() + " proofs");
    }
    Scalar sum = group.scalar(0);
    for (int j = 0; j < proofs.size(); j++) {
      recommit(claims.get(j), proofs.get(j));
      sum = sum.plus(proofs.get(j).challenge());
    }
    pending.add(new Pending(prefix, 2 * proofs.size(), sum));
  }

  /// Adds "whoever made this knows the exponent of this key" (a signature over the prefix).
  public void addKnowledge(String prefix, VartimeBase key, Proof proof) {
    products.begin().times(generator, proof.response()).times(key, proof.challenge());
    pending.add(new Pending(prefix, 1, proof.challenge()));
  }

  /// The number, from 0 in order of addition, of the first proof that does not hold.
  public OptionalInt firstFailure() {
    List<String> commitments = products.encode();
    int from = 0;
    for (int i = 0; i < pending.size(); i++) {
      Pending statement = pending.get(i);
      int to = from + statement.commitments();
      if (!holds(statement, commitments.subList(from, to))) {
        return OptionalInt.of(i);
      }
      from = to;
    }
    return OptionalInt.empty();
  }

  private void recommit(Claim claim, Proof proof) {
    products
        .begin()
        .times(generator, proof.response())
        .times(claim.alpha(), proof.challenge())
        .begin()
        .times(publicKey, proof.response())
        .times(claim.beta(), proof.challenge());
    if (claim.message() != 0) {
      Scalar exponent = proof.challenge();
      if (claim.message() != 1) {
        exponent = exponent.times(group.scalar(claim.message()));
      }
      products.times(generator, exponent.negated());
    }
  }

  private boolean holds(Pending statement, List<String> commitments) {
    String hashed = statement.prefix() + String.join(",", commitments);
    return Schnorr.challenge(group, hashed).equals(statement.challenges());
  }
}
