package org.zhijia.ballot.group;

import java.util.Arrays;
import java.util.List;

/// Points of a hint, and the exponents with which they enter one product that must be neutral.
///
/// Each claim "this product of powers is neutral" goes in raised to a random power of its own;
/// [#hold] then checks the product of all claims of many hints at once. If any claim is wrong, all
/// hold together with a probability of 2^-128, given weights of 128 bits that nobody could foresee
/// (Bellare, Garay and Rabin, "Fast batch verification for modular exponentiation", 1998). The
/// verdict is about eighth powers, that is, about the members: what D has of order 8 falls away.
///
/// One thread at a time.
public final class HintedPoints {

  private final long[] addends;
  private final long[] members;

  /// Four words for each point.
  private final long[] exponents;

  private final String[] encodings;
  private Scalar generator = ScalarModQ.ZERO;
  private Scalar key = ScalarModQ.ZERO;

  /// @param addends the points, as affine addends
  /// @param members their eighth powers, as [Edwards#twice] leaves them
  HintedPoints(long[] addends, long[] members) {
    this.addends = addends;
    this.members = members;
    int count = addends.length / Edwards.AFFINE;
    this.exponents = new long[count * ScalarWords.WORDS];
    this.encodings = EdwardsText.encodeAll(members, 0, Edwards.ADDEND, count);
  }

  public int count() {
    return encodings.length;
  }

  /// The encoding of the member of which a point is the eighth.
  public String encoding(int point) {
    return encodings[point];
  }

  /// The member of which a point is the eighth.
  public Element member(int point) {
    long[] addend = new long[Edwards.ADDEND];
    System.arraycopy(members, point * Edwards.ADDEND, addend, 0, Edwards.ADDEND);
    Edwards.finish(addend, 0);
    Edwards.prepare(addend, 0);
    EdwardsElement member = new EdwardsElement(addend);
    member.remember(encodings[point]);
    return member;
  }

  /// Multiplies the product by member^exponent.
  public void times(int point, Scalar exponent) {
    int at = point * ScalarWords.WORDS;
    long[] before = Arrays.copyOfRange(exponents, at, at + ScalarWords.WORDS);
    long[] sum = ScalarWords.plus(before, ScalarModQ.of(exponent).words());
    System.arraycopy(sum, 0, exponents, at, ScalarWords.WORDS);
  }

  /// Multiplies the product by g^exponent.
  public void timesGenerator(Scalar exponent) {
    generator = generator.plus(exponent);
  }

  /// Multiplies the product by y^exponent.
  public void timesKey(Scalar exponent) {
    key = key.plus(exponent);
  }

  /// Whether the product over all these hints is neutral.
  ///
  /// @param generator g, laid out widely
  /// @param key y, laid out widely
  public static boolean hold(List<HintedPoints> hints, VartimeBase generator, VartimeBase key) {
    VartimeSum sum = new VartimeSum();
    Scalar ofGenerator = ScalarModQ.ZERO;
    Scalar ofKey = ScalarModQ.ZERO;
    for (HintedPoints hint : hints) {
      sum.add(hint.addends, hint.exponents);
      ofGenerator = ofGenerator.plus(hint.generator);
      ofKey = ofKey.plus(hint.key);
    }
    long[] s = new long[Edwards.SCRATCH];
    long[] eightfold = sum.of();
    for (int i = 0; i < 3; i++) {
      Edwards.twice(eightfold, 0, eightfold, 0, s);
    }
    Edwards.finish(eightfold, 0);
    return new VartimeProductList()
        .begin()
        .times(EdwardsElement.copyOf(eightfold, 0))
        .times(generator, ofGenerator)
        .times(key, ofKey)
        .elements()
        .getFirst()
        .isNeutral();
  }
}
