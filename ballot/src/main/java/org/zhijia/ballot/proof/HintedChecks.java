package org.zhijia.ballot.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.HintedPoints;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.group.VartimeBase;
import org.zhijia.ballot.group.VartimeProducts;

/// Checks proofs by a hint: the commitments are read, not computed, and hashed; that they are the
/// right ones is claimed of [HintedPoints], each claim raised to a random power of its own.
///
/// A hint is not trusted. Proofs hold when nothing fails here *and* [HintedPoints#hold] says so of
/// what was claimed. When anything fails, nothing is known: it may be the hint that is wrong, so
/// [DirectChecks] have the last word.
public final class HintedChecks implements ProofChecks {
  private static final int WEIGHT_BYTES = 16;

  private final Group group;
  private final HintedPoints points;
  private final byte[] weights;
  private final List<Base> bases = new ArrayList<>();
  private int next;
  private int statements;
  private OptionalInt failure = OptionalInt.empty();

  /// @param points what the hint holds for this ballot, in the order in which checks ask for it
  /// @param randomness the verifier's own
  public HintedChecks(Group group, HintedPoints points, Randomness randomness) {
    this.group = group;
    this.points = points;
    this.weights = new byte[points.count() * WEIGHT_BYTES];
    randomness.fill(weights);
  }

  /// An element, or a product of some, with the exponents claimed of it so far.
  private static final class Base implements VartimeBase {
    private final Element element;
    private final int[] points;
    private Scalar exponent;

    Base(Element element, Scalar zero, int... points) {
      this.element = element;
      this.points = points;
      this.exponent = zero;
    }

    @Override
    public Element element() {
      return element;
    }
  }

  @Override
  public Optional<VartimeBase> base(String text) {
    if (next == points.count() || !points.encoding(next).equals(text)) {
      return Optional.empty();
    }
    Base base = new Base(points.member(next), group.scalar(0), next);
    next++;
    bases.add(base);
    return Optional.of(base);
  }

  @Override
  public VartimeBase product(List<VartimeBase> factors) {
    VartimeProducts product = group.vartimeProducts().begin();
    int[] of = new int[0];
    for (VartimeBase factor : factors) {
      product.times(factor.element());
      int[] more = ours(factor).points;
      of = Arrays.copyOf(of, of.length + more.length);
      System.arraycopy(more, 0, of, of.length - more.length, more.length);
    }
    Base base = new Base(product.elements().getFirst(), group.scalar(0), of);
    bases.add(base);
    return base;
  }

  @Override
  public void forgetBases() {
    // a base is only a number here
  }

  @Override
  public void addDisjunction(String prefix, List<Claim> claims, List<Proof> proofs) {
    if (claims.size() != proofs.size()) {
      throw new IllegalArgumentException(claims.size() + " claims, " + proofs.size() + " proofs");
    }
    int from = next;
    Scalar sum = group.scalar(0);
    if (take(2 * proofs.size())) {
      for (int j = 0; j < proofs.size(); j++) {
        claim(from + 2 * j, claims.get(j), proofs.get(j));
        sum = sum.plus(proofs.get(j).challenge());
      }
      demandHash(prefix, from, sum);
    }
    statements++;
  }

  @Override
  public void addKnowledge(String prefix, VartimeBase key, Proof proof) {
    int from = next;
    if (take(1)) {
      Scalar weight = weigh(from);
      points.timesGenerator(weight.times(proof.response()).negated());
      claim(ours(key), weight.times(proof.challenge()));
      demandHash(prefix, from, proof.challenge());
    }
    statements++;
  }

  @Override
  public void addNonZero(String prefix, Claim claim, VartimeBase commitment, NonZeroProof proof) {
    int from = next;
    if (take(2)) {
      Scalar first = weigh(from);
      claim(ours(claim.alpha()), first.times(proof.t1()));
      points.timesGenerator(first.times(proof.t2()).negated());
      Scalar second = weigh(from + 1);
      claim(ours(claim.beta()), second.times(proof.t1()));
      claim(ours(commitment), second.times(proof.challenge()));
      points.timesKey(second.times(proof.t2()).negated());
      demandHash(prefix + proof.commitment() + ",", from, proof.challenge());
    }
    statements++;
  }

  /// The first statement whose hash does not fit the hint, or 0 if the hint holds more than was
  /// asked of it. Ends the checks.
  @Override
  public OptionalInt firstFailure() {
    for (Base base : bases) {
      for (int point : base.points) {
        points.times(point, base.exponent);
      }
    }
    bases.clear();
    return failure.isEmpty() && next < points.count() ? OptionalInt.of(0) : failure;
  }

  private boolean take(int count) {
    boolean enough = points.count() - next >= count;
    if (enough) {
      next += count;
    } else {
      fail();
    }
    return enough;
  }

  private void fail() {
    if (failure.isEmpty()) {
      failure = OptionalInt.of(statements);
    }
  }

  /// A / (g^response · α^challenge) and B / (y^response · (β/g^M)^challenge) are neutral.
  private void claim(int commitments, Claim claim, Proof proof) {
    Scalar first = weigh(commitments);
    claim(ours(claim.alpha()), first.times(proof.challenge()));
    Scalar second = weigh(commitments + 1);
    Scalar challenge = second.times(proof.challenge());
    claim(ours(claim.beta()), challenge);
    points.timesKey(second.times(proof.response()).negated());
    Scalar generator = first.times(proof.response()).negated();
    if (claim.message() != 0) {
      generator = generator.plus(challenge.times(group.scalar(claim.message())));
    }
    points.timesGenerator(generator);
  }

  private static void claim(Base base, Scalar exponent) {
    base.exponent = base.exponent.minus(exponent);
  }

  /// Lets a commitment enter with its weight.
  private Scalar weigh(int commitment) {
    int at = commitment * WEIGHT_BYTES;
    Scalar weight = group.scalarModulo(Arrays.copyOfRange(weights, at, at + WEIGHT_BYTES));
    points.times(commitment, weight);
    return weight;
  }

  private void demandHash(String prefix, int from, Scalar challenges) {
    StringBuilder hashed = new StringBuilder(prefix);
    for (int i = from; i < next; i++) {
      hashed.append(i > from ? "," : "").append(points.encoding(i));
    }
    if (!Schnorr.challenge(group, hashed.toString()).equals(challenges)) {
      fail();
    }
  }

  private static Base ours(VartimeBase base) {
    if (base instanceof Base ours) {
      return ours;
    }
    throw new IllegalArgumentException("a base of other checks");
  }
}
