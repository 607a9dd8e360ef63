package org.zhijia.ballot.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.FixedBase;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;

/// Makes "one of these branches holds" proofs, many at a time so that all commitments are encoded
/// at the price of one inversion. In constant time: neither the branch that holds nor any plaintext
/// shows in the running time.
///
/// A branch claims of a ciphertext (α, β) = (g^r, y^r·g^m) that m = M. The specification makes the
/// branches that do not hold by simulation, the one that does by a real proof. Here *all* are
/// simulated first with random challenge c and response ρ, which, since r is known, needs fixed
/// bases only:
///
///     A = g^ρ·α^c = g^t        B = y^ρ·(β/g^M)^c = y^t · g^((m−M)·c)        with t = ρ + r·c
///
/// Then the branch that holds (there m − M = 0, so its commitments fit any challenge) takes up the
/// difference δ to the hash: c' = c + δ, ρ' = ρ − r·δ. Which branch that is enters only as a factor
/// 0 or 1. The distribution is that of the specification: t is uniform, as w is there.
///
/// Source: Belenios specification 3.1, sections 4.12 and 4.13; Cramer, Damgård, Schoenmakers 1994.
public final class DisjunctionProver {
  private final Group group;
  private final FixedBase publicKey;
  private final Randomness randomness;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Element> commitments = new ArrayList<>();

  public DisjunctionProver(Group group, FixedBase publicKey, Randomness randomness) {
    this.group = group;
    this.publicKey = publicKey;
    this.randomness = randomness;
  }

  /// One branch, seen by who knows the secrets.
  ///
  /// @param r randomness of the ciphertext that the branch speaks of
  /// @param offset m − M: plaintext less claimed plaintext
  /// @param element an element that was encrypted times g^m, if any; claimed is that there is none
  /// @param holds 1 for exactly one branch of a statement, whose offset is 0 and whose element is
  ///     neutral; 0 for the others
  public record Branch(Scalar r, Scalar offset, Optional<Element> element, Scalar holds) {
    public Branch(Scalar r, Scalar offset, Scalar holds) {
      this(r, offset, Optional.empty(), holds);
    }
  }

  private record Statement(
      String prefix, List<Branch> branches, List<Scalar> challenges, List<Scalar> responses) {}

  /// Adds a statement. The prefix is everything that is hashed before the commitments.
  public void add(String prefix, List<Branch> branches) {
    List<Scalar> challenges = new ArrayList<>(branches.size());
    List<Scalar> responses = new ArrayList<>(branches.size());
    for (Branch branch : branches) {
      Scalar c = group.randomScalar(randomness);
      Scalar response = group.randomScalar(randomness);
      Scalar t = response.plus(branch.r().times(c));
      commitments.add(group.generatorPower(t));
      commitments.add(publicKey.power(t).times(difference(branch, c)));
      challenges.add(c);
      responses.add(response);
    }
    statements.add(new Statement(prefix, List.copyOf(branches), challenges, responses));
  }

  /// What was encrypted over what is claimed, to the power of c.
  private Element difference(Branch branch, Scalar c) {
    Element ofMarks = group.generatorPower(branch.offset().times(c));
    return branch.element().map(element -> element.power(c).times(ofMarks)).orElse(ofMarks);
  }

  /// The proofs of all statements, in the order in which they were added.
  public List<List<Proof>> prove() {
    List<String> encoded = group.encode(commitments);
    List<List<Proof>> proofs = new ArrayList<>(statements.size());
    int from = 0;
    for (Statement statement : statements) {
      int to = from + 2 * statement.branches().size();
      proofs.add(answer(statement, String.join(",", encoded.subList(from, to))));
      from = to;
    }
    return proofs;
  }

  private List<Proof> answer(Statement statement, String commitmentTexts) {
    Scalar delta = Schnorr.challenge(group, statement.prefix() + commitmentTexts);
    for (Scalar challenge : statement.challenges()) {
      delta = delta.minus(challenge);
    }
    List<Proof> proofs = new ArrayList<>(statement.branches().size());
    for (int j = 0; j < statement.branches().size(); j++) {
      Branch branch = statement.branches().get(j);
      Scalar share = delta.times(branch.holds());
      proofs.add(
          new Proof(
              statement.challenges().get(j).plus(share),
              statement.responses().get(j).minus(branch.r().times(share))));
    }
    return List.copyOf(proofs);
  }
}
