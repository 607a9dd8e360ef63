package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One product of many powers is the product of the powers.
class VartimeSumTest {
  private static final Ed25519 GROUP = Ed25519.group();
  private static final Scalar MINUS_ONE = GROUP.scalar(-1);

  @TestFactory
  Stream<DynamicTest> anyNumberOfBasesAndAnyExponents() {
    return Stream.of(0, 1, 2, 3, 17, 200, 1500, 6000)
        .map(count -> DynamicTest.dynamicTest(count + " bases", () -> assertSum(count)));
  }

  private static void assertSum(int count) {
    Random random = new Random(25519 + count);
    List<Element> bases = new ArrayList<>();
    List<Scalar> exponents = new ArrayList<>();
    VartimeProducts expected = GROUP.vartimeProducts().begin();
    VartimeBase generator = GROUP.vartimeWideBase(GROUP.generator());
    for (int i = 0; i < count; i++) {
      Scalar log = i == 0 ? GROUP.scalar(0) : scalar(random, 32);
      bases.add(GROUP.vartimeProducts().begin().times(generator, log).elements().getFirst());
      exponents.add(exponent(random, i));
      expected.times(generator, log.times(exponents.get(i)));
    }
    VartimeSum sum = new VartimeSum();
    int half = count / 2;
    add(sum, bases.subList(0, half), exponents.subList(0, half));
    add(sum, bases.subList(half, count), exponents.subList(half, count));

    assertThat(new EdwardsElement(sum.of())).isEqualTo(expected.elements().getFirst());
  }

  /// Short ones and long ones, and those whose digits are at their bounds.
  private static Scalar exponent(Random random, int i) {
    return switch (i % 8) {
      case 0 -> scalar(random, 32);
      case 1, 2, 3 -> scalar(random, 16);
      case 4 -> MINUS_ONE;
      case 5 -> GROUP.scalar(i % 3 - 1L);
      case 6 -> GROUP.scalarModulo(filled(16));
      default -> GROUP.scalarModulo(filled(31));
    };
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xFF);
    return bytes;
  }

  private static Scalar scalar(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return GROUP.scalarModulo(bytes);
  }

  private static void add(VartimeSum sum, List<Element> bases, List<Scalar> exponents) {
    long[] addends = new long[bases.size() * Edwards.AFFINE];
    long[] words = new long[bases.size() * ScalarWords.WORDS];
    for (int i = 0; i < bases.size(); i++) {
      long[] table = AffineTable.of(EdwardsElement.of(bases.get(i)).addend(), 1, 1);
      System.arraycopy(table, 0, addends, i * Edwards.AFFINE, Edwards.AFFINE);
      long[] exponent = ScalarModQ.of(exponents.get(i)).words();
      System.arraycopy(exponent, 0, words, i * ScalarWords.WORDS, ScalarWords.WORDS);
    }
    sum.add(addends, words);
  }
}
