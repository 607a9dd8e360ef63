package org.zhijia.ballot.group;

import org.jspecify.annotations.Nullable;

/// A member of the subgroup of order q of the integers mod p.
final class ResidueElement implements Element {

  private final FiniteField group;

  /// Canonical and in Montgomery's form. Not to be written to.
  private final long[] limbs;

  /// Written by whoever asks first; a string is safe to publish without a lock.
  private @Nullable String encoding;

  /// @param limbs a lazy residue in Montgomery's form, which the caller knows to be a member
  ResidueElement(FiniteField group, long[] limbs) {
    this.group = group;
    this.limbs = group.field().canonical(limbs);
  }

  static ResidueElement of(FiniteField group, Element element) {
    if (element instanceof ResidueElement ours && ours.group == group) {
      return ours;
    }
    throw new IllegalArgumentException("an element of another group");
  }

  /// Canonical and in Montgomery's form; not to be written to.
  long[] limbs() {
    return limbs;
  }

  @Override
  public Element times(Element other) {
    return new ResidueElement(group, group.field().times(limbs, of(group, other).limbs));
  }

  /// Costs a power: the inverse of an element is its power with the exponent q − 1.
  @Override
  public Element dividedBy(Element other) {
    return times(other.power(group.minusOne()));
  }

  @Override
  public Element power(Scalar exponent) {
    return new ResidueElement(group, ResiduePower.of(group, limbs, exponent));
  }

  @Override
  public boolean isNeutral() {
    return equals(group.neutral());
  }

  @Override
  public String encoding() {
    String text = encoding;
    if (text == null) {
      text = group.encode(limbs);
      encoding = text;
    }
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResidueElement ours
        && ours.group == group
        && Modulus.areEqual(limbs, ours.limbs);
  }

  @Override
  public int hashCode() {
    return encoding().hashCode();
  }

  @Override
  public String toString() {
    return encoding();
  }
}
