package org.zhijia.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingTest {
  static Stream<Group> groups() {
    return Stream.of(Ed25519.group(), FiniteField.rfc3526());
  }

  @Test
  void onlyTwoGroupsHoldNumbers() {
    assertThat(FiniteField.belenios2048().embedding()).isEmpty();
    assertThat(Ed25519.group().embedding().orElseThrow().most()).isEqualTo(30);
    assertThat(FiniteField.rfc3526().embedding().orElseThrow().most()).isEqualTo(254);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void numbersComeBack(Group group) {
    Embedding embedding = group.embedding().orElseThrow();
    Random random = new Random(20261127);
    List<List<Integer>> rows = new ArrayList<>();
    rows.add(List.of(0));
    rows.add(List.of(255));
    rows.add(List.of(0, 0, 1));
    rows.add(Collections.nCopies(embedding.most(), 255));
    rows.add(random.ints(embedding.most(), 0, 256).boxed().toList());
    for (int count = 1; count < 30; count += 4) {
      rows.add(random.ints(count, 0, 256).boxed().toList());
    }
    for (List<Integer> row : rows) {
      Element element = embedding.embed(row);
      assertThat(embedding.numbers(element, row.size())).isEqualTo(row);
      assertThat(group.element(element.encoding())).contains(element);
    }
  }

  /// Proofs about "nobody" rest on it: `docs/spec/ballot.md`, section 7.5.
  @ParameterizedTest
  @MethodSource("groups")
  void zerosAreTheNeutralElement(Group group) {
    Embedding embedding = group.embedding().orElseThrow();
    assertThat(embedding.embed(List.of(0)).isNeutral()).isTrue();
    assertThat(embedding.embed(List.of(0, 0)).isNeutral()).isTrue();
    assertThat(embedding.embed(List.of(1)).isNeutral()).isFalse();
    assertThat(embedding.embed(List.of(0, 1)).isNeutral()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void thePaddingIsTheSmallestThatMakesAMember(Group group) {
    boolean curve = group.name().equals("Ed25519");
    List<Integer> numbers = List.of(3, 0, 200);
    Element element = group.embedding().orElseThrow().embed(numbers);
    BigInteger written = new BigInteger(element.encoding(), curve ? 16 : 10);
    BigInteger least = BigInteger.valueOf((3 * 256 + 0) * 256 + 200).shiftLeft(curve ? 14 : 8);
    for (BigInteger n = least; n.compareTo(written) < 0; n = n.add(BigInteger.ONE)) {
      String text = curve ? String.format("%064x", n) : n.toString();
      assertThat(group.element(text)).as(text).isEmpty();
    }
    assertThat(written.subtract(least).bitLength()).isLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void whatDoesNotFitIsRefused(Group group) {
    Embedding embedding = group.embedding().orElseThrow();
    List<List<Integer>> wrong =
        List.of(List.of(), List.of(256), List.of(-1), Collections.nCopies(embedding.most() + 1, 0));
    for (List<Integer> numbers : wrong) {
      assertThatThrownBy(() -> embedding.embed(numbers))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void independentGeneratorsAreDistinctMembers(Group group) {
    Embedding embedding = group.embedding().orElseThrow();
    Set<Element> seen = new HashSet<>(List.of(group.generator(), group.neutral()));
    for (int i = -1; i < 20; i++) {
      Element generator = embedding.generator(i);
      assertThat(seen.add(generator)).as("generator " + i).isTrue();
      assertThat(group.element(generator.encoding())).contains(generator);
      assertThat(embedding.generator(i)).isEqualTo(generator);
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theOrderIsThatOfTheNumbersWritten(Group group) {
    boolean curve = group.name().equals("Ed25519");
    List<Element> elements = new ArrayList<>(List.of(group.neutral(), group.generator()));
    for (int i = 1; i < 40; i++) {
      elements.add(group.generatorPower(group.scalar(i * 7919L)));
    }
    elements.sort(group.embedding().orElseThrow().order());
    for (int i = 1; i < elements.size(); i++) {
      assertThat(key(elements.get(i - 1), curve)).isLessThan(key(elements.get(i), curve));
    }
  }

  /// The bytes of RFC 8032 from the first, or the number itself.
  private static BigInteger key(Element element, boolean curve) {
    if (!curve) {
      return new BigInteger(element.encoding());
    }
    StringBuilder reversed = new StringBuilder();
    for (int i = 62; i >= 0; i -= 2) {
      reversed.append(element.encoding(), i, i + 2);
    }
    return new BigInteger(reversed.toString(), 16);
  }
}
