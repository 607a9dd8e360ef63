package org.zhijia.ballot.group;

import static org.zhijia.ballot.group.Edwards.ADDEND;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Products of public powers, side by side in one array. One thread at a time.
final class VartimeProductList implements Eighths {

  private final VartimePower power = new VartimePower();
  private final VartimeTable.Gathered gathered = new VartimeTable.Gathered();
  private final long[] s = new long[Edwards.SCRATCH];
  private long[] products = new long[16 * ADDEND];
  private int count;
  private final Deque<long[]> spareChains = new ArrayDeque<>();
  private final List<VartimeChain> chains = new ArrayList<>();

  @Override
  public Optional<VartimeBase> base(String text) {
    long[] memory = spareChains.isEmpty() ? VartimeChain.memory() : spareChains.pop();
    VartimeChain chain = VartimeChain.decode(text, memory, power);
    if (chain == null) {
      spareChains.push(memory);
      return Optional.empty();
    }
    chains.add(chain);
    return Optional.of(chain);
  }

  @Override
  public void forgetBases() {
    chains.forEach(chain -> spareChains.push(chain.giveUp()));
    chains.clear();
  }

  @Override
  public VartimeProducts begin() {
    if ((count + 1) * ADDEND > products.length) {
      products = Arrays.copyOf(products, 2 * products.length);
    }
    System.arraycopy(Edwards.neutral(), 0, products, count * ADDEND, ADDEND);
    count++;
    return this;
  }

  @Override
  public VartimeProducts times(VartimeBase base, Scalar exponent) {
    long[] words = ScalarModQ.of(exponent).words();
    int current = current();
    switch (base) {
      case VartimeTable table -> table.addPower(products, current, words, gathered, s);
      case VartimeChain chain ->
          Edwards.plus(products, current, power.of(chain, words), 0, false, s);
      default -> throw new IllegalArgumentException("a base of another group");
    }
    return this;
  }

  @Override
  public VartimeProducts times(Element element) {
    Edwards.plus(products, current(), EdwardsElement.of(element).addend(), 0, false, s);
    return this;
  }

  private int current() {
    if (count == 0) {
      throw new IllegalStateException("no product has begun");
    }
    return (count - 1) * ADDEND;
  }

  @Override
  public List<String> encode() {
    return List.of(EdwardsText.encodeAll(products, 0, ADDEND, count));
  }

  @Override
  public List<Element> elements() {
    List<Element> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(EdwardsElement.copyOf(products, i * ADDEND));
    }
    return List.copyOf(elements);
  }

  @Override
  public List<String> encodeMembers() {
    long[] members = Arrays.copyOf(products, count * ADDEND);
    for (int i = 0; i < count; i++) {
      for (int doubling = 0; doubling < 3; doubling++) {
        Edwards.twice(members, i * ADDEND, members, i * ADDEND, s);
      }
    }
    return List.of(EdwardsText.encodeAll(members, 0, ADDEND, count));
  }

  @Override
  public byte[] points() {
    long[] inverses = EdwardsText.inverses(products, Edwards.Z, ADDEND, count);
    byte[] points = new byte[count * Hints.POINT_BYTES];
    for (int i = 0; i < count; i++) {
      write(points, i * Hints.POINT_BYTES, i * ADDEND + Edwards.X, inverses, i);
      int half = Hints.POINT_BYTES / 2;
      write(points, i * Hints.POINT_BYTES + half, i * ADDEND + Edwards.Y, inverses, i);
    }
    return points;
  }

  private void write(byte[] points, int at, int coordinate, long[] inverses, int i) {
    long[] words = new long[FieldText.WORDS];
    Field25519.mul(s, 0, products, coordinate, inverses, i * Field25519.LIMBS);
    FieldText.words(words, s, 0);
    EdwardsHints.write(words, points, at);
  }
}
