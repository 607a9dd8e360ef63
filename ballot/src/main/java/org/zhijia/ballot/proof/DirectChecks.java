package org.zhijia.ballot.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhijia.ballot.group.Eighths;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.group.VartimeBase;
import org.zhijia.ballot.group.VartimeProducts;

/// Recomputes the commitments of all proofs, encodes them at the price of one inversion, and hashes
/// them. On the way it can write a hint for those who check the same ballot later.
public final class DirectChecks implements ProofChecks {
  private final Group group;
  private final VartimeBase generator;
  private final VartimeBase publicKey;
  private final VartimeProducts products;
  private final Optional<Hinting> hinting;
  private final List<Pending> pending = new ArrayList<>();
  private int begun;

  /// @param generator g, laid out widely
  /// @param publicKey y, laid out widely
  public DirectChecks(Group group, VartimeBase generator, VartimeBase publicKey) {
    this(group, generator, publicKey, Optional.empty());
  }

  private DirectChecks(
      Group group, VartimeBase generator, VartimeBase publicKey, Optional<Hinting> hinting) {
    this.group = group;
    this.generator = generator;
    this.publicKey = publicKey;
    this.hinting = hinting;
    this.products =
        hinting.<VartimeProducts>map(Hinting::products).orElseGet(group::vartimeProducts);
  }

  /// Checks that also write a hint, somewhat slower, if the group knows of hints.
  public static DirectChecks hinting(Group group, VartimeBase generator, VartimeBase publicKey) {
    Optional<Hinting> hinting =
        group.hints().map(hints -> new Hinting(hints.products(), hints.eighth()));
    return new DirectChecks(group, generator, publicKey, hinting);
  }

  /// All products are computed as eighths, which are what a hint holds.
  private record Hinting(Eighths products, Scalar eighth) {}

  /// @param from the number of the first commitment among the products
  private record Pending(String prefix, int from, int commitments, Scalar challenges) {}

  @Override
  public Optional<VartimeBase> base(String text) {
    Optional<VartimeBase> base = products.base(text);
    if (hinting.isPresent() && base.isPresent()) {
      begin();
      products.times(base.get(), hinting.get().eighth());
    }
    return base;
  }

  @Override
  public VartimeBase product(List<VartimeBase> factors) {
    Element product = group.neutral();
    for (VartimeBase factor : factors) {
      product = product.times(factor.element());
    }
    return group.vartimeBase(product);
  }

  @Override
  public void forgetBases() {
    products.forgetBases();
  }

  @Override
  public void addDisjunction(String prefix, List<Claim> claims, List<Proof> proofs) {
    if (claims.size() != proofs.size()) {
      throw new IllegalArgumentException(claims.size() + " claims, " + proofs.size() + " proofs");
    }
    int from = begun;
    Scalar sum = group.scalar(0);
    for (int j = 0; j < proofs.size(); j++) {
      recommit(claims.get(j), proofs.get(j));
      sum = sum.plus(proofs.get(j).challenge());
    }
    pending.add(new Pending(prefix, from, 2 * proofs.size(), sum));
  }

  @Override
  public void addKnowledge(String prefix, VartimeBase key, Proof proof) {
    pending.add(new Pending(prefix, begun, 1, proof.challenge()));
    begin();
    times(generator, proof.response());
    times(key, proof.challenge());
  }

  @Override
  public void addNonZero(String prefix, Claim claim, VartimeBase commitment, NonZeroProof proof) {
    String hashed = prefix + proof.commitment() + ",";
    pending.add(new Pending(hashed, begun, 2, proof.challenge()));
    begin();
    times(claim.alpha(), proof.t1());
    times(generator, proof.t2());
    begin();
    times(claim.beta(), proof.t1());
    times(publicKey, proof.t2());
    times(commitment, proof.challenge());
  }

  @Override
  public OptionalInt firstFailure() {
    List<String> commitments =
        hinting.isPresent() ? hinting.get().products().encodeMembers() : products.encode();
    for (int i = 0; i < pending.size(); i++) {
      Pending statement = pending.get(i);
      int to = statement.from() + statement.commitments();
      if (!holds(statement, commitments.subList(statement.from(), to))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// What was computed, for [HintedChecks]; empty unless these checks write hints.
  public Optional<byte[]> hint() {
    return hinting.map(Hinting::products).map(Eighths::points);
  }

  private void recommit(Claim claim, Proof proof) {
    begin();
    times(generator, proof.response());
    times(claim.alpha(), proof.challenge());
    begin();
    times(publicKey, proof.response());
    times(claim.beta(), proof.challenge());
    if (claim.message() != 0) {
      Scalar exponent = proof.challenge();
      if (claim.message() != 1) {
        exponent = exponent.times(group.scalar(claim.message()));
      }
      times(generator, exponent.negated());
    }
  }

  private void begin() {
    products.begin();
    begun++;
  }

  private void times(VartimeBase base, Scalar exponent) {
    products.times(base, hinting.isPresent() ? exponent.times(hinting.get().eighth()) : exponent);
  }

  private boolean holds(Pending statement, List<String> commitments) {
    String hashed = statement.prefix() + String.join(",", commitments);
    return Schnorr.challenge(group, hashed).equals(statement.challenges());
  }
}
