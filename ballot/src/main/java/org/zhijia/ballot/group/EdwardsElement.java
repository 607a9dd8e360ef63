package org.zhijia.ballot.group;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A member of the prime-order subgroup, as an addend of its own that nobody changes.
final class EdwardsElement implements Element {

  static final EdwardsElement NEUTRAL = new EdwardsElement(Edwards.neutral());

  private final long[] addend;

  /// Written by whoever asks first; a string is safe to publish without a lock.
  private @Nullable String encoding;

  /// Takes over an addend, which the caller knows to be a member.
  EdwardsElement(long[] addend) {
    this.addend = addend;
  }

  /// Copies a point out of a larger array.
  static EdwardsElement copyOf(long[] points, int offset) {
    long[] addend = Arrays.copyOfRange(points, offset, offset + Edwards.ADDEND);
    Edwards.prepare(addend, 0);
    return new EdwardsElement(addend);
  }

  static EdwardsElement of(Element element) {
    if (element instanceof EdwardsElement ours) {
      return ours;
    }
    throw new IllegalArgumentException("an element of another group");
  }

  /// Not to be written to.
  long[] addend() {
    return addend;
  }

  @Override
  public Element times(Element other) {
    return sum(of(other), false);
  }

  @Override
  public Element dividedBy(Element other) {
    return sum(of(other), true);
  }

  private EdwardsElement sum(EdwardsElement other, boolean subtract) {
    long[] p = addend.clone();
    Edwards.plus(p, 0, other.addend, 0, subtract, new long[Edwards.SCRATCH]);
    Edwards.prepare(p, 0);
    return new EdwardsElement(p);
  }

  @Override
  public Element power(Scalar exponent) {
    return new EdwardsElement(SecretPower.of(addend, ScalarModQ.of(exponent)));
  }

  @Override
  public boolean isNeutral() {
    return Edwards.isNeutral(addend, 0);
  }

  @Override
  public String encoding() {
    String text = encoding;
    if (text == null) {
      text = EdwardsText.encode(addend, 0);
      encoding = text;
    }
    return text;
  }

  /// Keeps an encoding that was computed together with others.
  void remember(String text) {
    encoding = text;
  }

  /// The encoding, if somebody has asked for it before.
  @Nullable String remembered() {
    return encoding;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EdwardsElement ours && Edwards.areEqual(addend, 0, ours.addend, 0);
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
