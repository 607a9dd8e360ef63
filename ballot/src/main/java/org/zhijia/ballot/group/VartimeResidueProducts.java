package org.zhijia.ballot.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Products of public powers in a [FiniteField]. One thread at a time.
final class VartimeResidueProducts implements VartimeProducts {

  private final FiniteField group;

  /// Lazy residues in Montgomery's form.
  private final List<long[]> products = new ArrayList<>();

  private final List<VartimeResidueChain> chains = new ArrayList<>();

  VartimeResidueProducts(FiniteField group) {
    this.group = group;
  }

  @Override
  public Optional<VartimeBase> base(String text) {
    Optional<VartimeResidueChain> chain =
        group
            .residue(text)
            .map(residue -> new VartimeResidueChain(group, residue))
            .filter(VartimeResidueChain::isOfGroupOrder);
    chain.ifPresent(chains::add);
    return chain.map(VartimeBase.class::cast);
  }

  @Override
  public void forgetBases() {
    chains.forEach(VartimeResidueChain::giveUp);
    chains.clear();
  }

  @Override
  public VartimeProducts begin() {
    products.add(group.one());
    return this;
  }

  @Override
  public VartimeProducts times(VartimeBase base, Scalar exponent) {
    if (!(base instanceof VartimeResidueBase ours)) {
      throw new IllegalArgumentException("a base of another group");
    }
    ResidueElement.of(group, base.element());
    return replace(ours.timesPower(current(), group.ours(exponent)));
  }

  @Override
  public VartimeProducts times(Element element) {
    return replace(group.field().times(current(), ResidueElement.of(group, element).limbs()));
  }

  private long[] current() {
    if (products.isEmpty()) {
      throw new IllegalStateException("no product has begun");
    }
    return products.getLast();
  }

  private VartimeProducts replace(long[] product) {
    products.set(products.size() - 1, product);
    return this;
  }

  @Override
  public List<String> encode() {
    return products.stream().map(group::encode).toList();
  }

  @Override
  public List<Element> elements() {
    return products.stream().<Element>map(limbs -> new ResidueElement(group, limbs)).toList();
  }
}
