package org.zhijia.ballot.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Numbers in points of [Ed25519]: they stand in y, above 14 bits that make the point a member, and
/// x is even.
///
/// One y in sixteen belongs to a member. Embedding tries a whole block of 256 whatever it finds, so
/// that its time tells nothing of the numbers; that a block has none happens once in 2^24.
///
/// Source: Belenios specification 3.1, section 5.2.1 and table 9.
final class EdwardsEmbedding implements Embedding {
  static final EdwardsEmbedding EMBEDDING = new EdwardsEmbedding();

  private static final int PADDING = 14;
  private static final int BLOCK = 256;
  private static final int MOST = 30;

  /// q·P = neutral is checked as (q − 1)·P + P.
  private static final ScalarModQ MINUS_ONE = ScalarModQ.of(-1);

  private EdwardsEmbedding() {}

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Element embed(List<Integer> numbers) {
    Embedding.demandFitting(numbers, MOST);
    long[] y = new long[FieldText.WORDS];
    for (int i = 0; i < numbers.size(); i++) {
      int bit = PADDING + 8 * (numbers.size() - 1 - i);
      long number = numbers.get(i);
      y[bit >> 6] |= number << (bit & 63);
      if ((bit & 63) > 56) {
        y[(bit >> 6) + 1] |= number >>> (64 - (bit & 63));
      }
    }
    for (int block = 0; block < 1 << PADDING; block += BLOCK) {
      long[] point = new long[Edwards.ADDEND];
      if (firstMember(point, y, block) != 0) {
        return new EdwardsElement(point);
      }
    }
    throw new IllegalStateException("no member of the group in 2^14 tries");
  }

  /// Sets a point to the first member of a block; all ones if there is one, else zero.
  private static long firstMember(long[] point, long[] y, int block) {
    long found = 0;
    long[] candidate = new long[Edwards.ADDEND];
    for (int epsilon = block; epsilon < block + BLOCK; epsilon++) {
      long[] words = y.clone();
      words[0] |= epsilon;
      long member = member(candidate, words);
      long take = member & ~found;
      for (int i = 0; i < point.length; i++) {
        point[i] |= take & candidate[i];
      }
      found |= member;
    }
    return found;
  }

  /// Sets p to the addend of a canonical y with an even x, or to nonsense; all ones if it is a
  /// member, else zero. No step is left out.
  private static long member(long[] p, long[] y) {
    long[] s = new long[2 * Field25519.LIMBS];
    FieldText.limbs(p, Edwards.Y, y);
    Field25519.small(p, Edwards.Z, 1);
    Field25519.sqr(s, 0, p, Edwards.Y);
    Field25519.mul(s, 5, s, 0, Edwards.D, 0);
    Field25519.add(s, 5, s, 5, p, Edwards.Z);
    Field25519.sub(s, 0, s, 0, p, Edwards.Z);
    Field25519.tighten(s, 0, s, 0);
    Field25519.tighten(s, 5, s, 5);
    long onCurve = FieldPowers.rootOfQuotient(p, Edwards.X, s, 0, s, 5) ? -1L : 0L;
    Field25519.negateIf(-FieldText.parity(p, Edwards.X), p, Edwards.X);
    Field25519.tighten(p, Edwards.X, p, Edwards.X);
    Field25519.mul(p, Edwards.T, p, Edwards.X, p, Edwards.Y);
    Edwards.prepare(p, 0);
    long[] power = SecretPower.of(p, MINUS_ONE);
    Edwards.plus(power, 0, p, 0, false, new long[Edwards.SCRATCH]);
    return onCurve & (Edwards.isNeutral(power, 0) ? -1L : 0L);
  }

  @Override
  public List<Integer> numbers(Element element, int count) {
    long[] z = new long[FieldText.WORDS];
    FieldText.parse(z, EdwardsElement.of(element).encoding());
    List<Integer> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int bit = PADDING + 8 * (count - 1 - i);
      long bits = z[bit >> 6] >>> (bit & 63);
      if ((bit & 63) > 56) {
        bits |= z[(bit >> 6) + 1] << (64 - (bit & 63));
      }
      numbers.add((int) bits & LARGEST);
    }
    return List.copyOf(numbers);
  }

  @Override
  public Element generator(int index) {
    long[] words = new long[FieldText.WORDS];
    byte[] seed = Embedding.seed(index);
    for (int i = 0; i < seed.length; i++) {
      words[3 - (i >> 3)] = (words[3 - (i >> 3)] << 8) | (seed[i] & 0xff);
    }
    for (int i = 0; i < words.length; i++) {
      words[i] = (words[i] >>> 2) | (i + 1 < words.length ? words[i + 1] << 62 : 0);
    }
    long[] point = new long[Edwards.ADDEND];
    while (!EdwardsText.decode(point, 0, FieldText.hex(words))) {
      increment(words);
    }
    long[] s = new long[Edwards.SCRATCH];
    for (int i = 0; i < 3; i++) {
      Edwards.twice(point, 0, point, 0, s);
    }
    Edwards.finish(point, 0);
    Edwards.prepare(point, 0);
    Element generator = new EdwardsElement(point);
    if (generator.isNeutral() || generator.equals(Ed25519.group().generator())) {
      throw new IllegalStateException("no generator of this number");
    }
    return generator;
  }

  private static void increment(long[] words) {
    for (int i = 0; i < words.length; i++) {
      words[i]++;
      if (words[i] != 0) {
        return;
      }
    }
  }

  /// By the bytes of RFC 8032, which are those of the encoding from the end.
  @Override
  public Comparator<Element> order() {
    return Comparator.comparing(
        element -> EdwardsEmbedding.bytes(element.encoding()), Arrays::compareUnsigned);
  }

  private static byte[] bytes(String encoding) {
    long[] words = new long[FieldText.WORDS];
    FieldText.parse(words, encoding);
    byte[] bytes = new byte[8 * words.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (words[i >> 3] >>> (8 * (i & 7)));
    }
    return bytes;
  }
}
