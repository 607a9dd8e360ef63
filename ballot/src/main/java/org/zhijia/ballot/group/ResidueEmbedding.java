package org.zhijia.ballot.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Numbers in members of RFC-3526-2048: they stand above the 8 bits that make a residue a square.
///
/// Every other residue is a member. Embedding tries a whole block of 64 whatever it finds, so that
/// its time tells nothing of the numbers.
///
/// Source: Belenios specification 3.1, sections 5.1 and 5.1.2, table 8.
final class ResidueEmbedding implements Embedding {
  private static final int BLOCK = 64;
  private static final int PADDINGS = 256;

  /// With its padding below 2^2040, hence below p.
  private static final int MOST = 254;

  private static final int LIMB_BYTES = Modulus.BITS / 8;

  private final FiniteField group;

  ResidueEmbedding(FiniteField group) {
    this.group = group;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Element embed(List<Integer> numbers) {
    Embedding.demandFitting(numbers, MOST);
    byte[] bytes = new byte[numbers.size() + 1];
    for (int i = 0; i < numbers.size(); i++) {
      bytes[i] = numbers.get(i).byteValue();
    }
    for (int block = 0; block < PADDINGS; block += BLOCK) {
      long[] square = group.field().zero();
      if (firstMember(square, bytes, block) != 0) {
        return new ResidueElement(group, square);
      }
    }
    throw new IllegalStateException("no member of the group in 2^8 tries");
  }

  /// Sets a residue to the first member of a block; all ones if there is one, else zero.
  private long firstMember(long[] square, byte[] bytes, int block) {
    Modulus field = group.field();
    long found = 0;
    for (int epsilon = block; epsilon < block + BLOCK; epsilon++) {
      bytes[bytes.length - 1] = (byte) epsilon;
      long[] candidate = field.intoMontgomery(field.modulo(bytes));
      long[] power = ResiduePower.of(group, candidate, group.minusOne());
      long[] one = field.canonical(field.times(power, candidate));
      long member = Modulus.areEqual(one, group.one()) ? -1L : 0L;
      long take = member & ~found;
      for (int i = 0; i < square.length; i++) {
        square[i] |= take & candidate[i];
      }
      found |= member;
    }
    return found;
  }

  @Override
  public List<Integer> numbers(Element element, int count) {
    long[] limbs = group.field().outOfMontgomery(ResidueElement.of(group, element).limbs());
    List<Integer> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int octet = count - i;
      int limb = octet / LIMB_BYTES;
      numbers.add((int) (limbs[limb] >>> (8 * (octet % LIMB_BYTES))) & LARGEST);
    }
    return List.copyOf(numbers);
  }

  /// A square, since (p − 1)/q = 2.
  @Override
  public Element generator(int index) {
    Modulus field = group.field();
    long[] seed = field.intoMontgomery(field.modulo(Embedding.seed(index)));
    Element generator = new ResidueElement(group, field.squared(seed));
    if (generator.isNeutral() || generator.equals(group.generator())) {
      throw new IllegalStateException("no generator of this number");
    }
    return generator;
  }

  /// By size.
  @Override
  public Comparator<Element> order() {
    return Comparator.comparing(Element::encoding, Comparator.comparingInt(String::length))
        .thenComparing(Element::encoding);
  }
}
