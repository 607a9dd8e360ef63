package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Edwards.ADDEND;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A public base with its doublings base^(2^i), as far as exponents have asked for them (up to
/// 50 kB). One thread at a time.
final class VartimeChain implements VartimeBase {

  /// Exponents are below q, whose highest bit has this number; recoding does not go beyond.
  private static final int LAST = 252;

  private static final long[] GIVEN_UP = {};

  private long[] doublings;

  /// Which doublings are addends already; of the others T is still to be multiplied out.
  private final boolean[] isAddend = new boolean[LAST + 1];

  private int length = 1;
  private @Nullable EdwardsElement element;

  /// Starts a chain at the addend with which this memory begins.
  private VartimeChain(long[] memory) {
    doublings = memory;
    isAddend[0] = true;
  }

  VartimeChain(EdwardsElement element) {
    this(element.addend().clone());
    this.element = element;
  }

  /// Room for the longest chain.
  static long[] memory() {
    return new long[(LAST + 1) * ADDEND];
  }

  /// Decodes a point and checks that base^q is the neutral element; null if anything is wrong.
  static @Nullable VartimeChain decode(String text, long[] memory, VartimePower power) {
    if (!EdwardsText.decode(memory, 0, text)) {
      return null;
    }
    VartimeChain chain = new VartimeChain(memory);
    if (!Edwards.isNeutral(power.of(chain, ScalarWords.ORDER), 0)) {
      return null;
    }
    chain.element = new EdwardsElement(Arrays.copyOf(memory, ADDEND));
    chain.element.remember(text);
    return chain;
  }

  /// Hands its memory back; powers can be taken no longer.
  long[] giveUp() {
    long[] memory = doublings;
    doublings = GIVEN_UP;
    return memory;
  }

  /// The array of doublings, with those up to a position in it.
  long[] doublings(int position) {
    if (doublings.length == 0) {
      throw new IllegalStateException("this base has been forgotten");
    }
    if (position >= length) {
      extend(position + 1);
    }
    return doublings;
  }

  private void extend(int newLength) {
    if (newLength * ADDEND > doublings.length) {
      doublings = Arrays.copyOf(doublings, newLength * ADDEND);
    }
    long[] s = new long[Edwards.SCRATCH];
    for (int i = length; i < newLength; i++) {
      Edwards.twice(doublings, i * ADDEND, doublings, (i - 1) * ADDEND, s);
    }
    length = newLength;
  }

  /// Where the doubling of a position stands, made an addend.
  int addendAt(int position) {
    int at = position * ADDEND;
    if (!isAddend[position]) {
      Edwards.finish(doublings, at);
      Edwards.prepare(doublings, at);
      isAddend[position] = true;
    }
    return at;
  }

  @Override
  public Element element() {
    EdwardsElement ours = element;
    if (ours == null) {
      throw new IllegalStateException("a chain that is not a member");
    }
    return ours;
  }
}
