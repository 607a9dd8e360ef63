package org.zhijia.ballot.belenios.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;

class TallyTest {
  private static final Group GROUP = Ed25519.group();
  private static final List<Question> QUESTIONS =
      List.of(new Question.Homomorphic("q", List.of("a", "b"), true, 0, 2));

  @Test
  void anyOrderAndAnyGroupingGivesTheSameBytes() {
    List<Tally> parts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      parts.add(ballot(i % 3 == 0 ? 1 + i : 1));
    }
    byte[] expected = sum(parts).encrypted().bytes();
    long seed = Long.getLong("zhijia.seed", 20260423L);
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(parts, random);
      int cut = random.nextInt(parts.size());
      Tally merged = sum(parts.subList(cut, parts.size())).plus(sum(parts.subList(0, cut)));
      assertThat(merged.encrypted().bytes()).as("seed " + seed).isEqualTo(expected);
      assertThat(merged.ballots()).isEqualTo(20);
    }
  }

  @Test
  void whatIsTakenOutAgainLeavesNoTrace() {
    Tally rest = sum(List.of(ballot(1), ballot(5)));
    Tally gone = ballot(3);
    Tally again = rest.plus(gone).minus(gone);
    assertThat(again.encrypted().bytes()).isEqualTo(rest.encrypted().bytes());
    assertThat(again.weight()).isEqualTo(6);
  }

  @Test
  void aWeightCountsAsSoManyBallots() {
    Tally one = ballot(1);
    Tally seven = Tally.ofOne(GROUP, one.rows(), 7);
    Tally sum = sum(Collections.nCopies(7, one));
    assertThat(seven.encrypted().bytes()).isEqualTo(sum.encrypted().bytes());
  }

  @Test
  void gatheredAnswersAreSortedWhateverTheGrouping() {
    List<Question> questions =
        List.of(QUESTIONS.getFirst(), new Question.NonHomomorphic("n", List.of("a")));
    List<Tally> parts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      parts.add(mixed(questions, new Ciphertext(randomElement(), randomElement())));
    }
    Tally twice = mixed(questions, parts.getFirst().gathered().get(1).getFirst());
    Tally zero = Tally.ofNothing(GROUP, questions);
    Tally all = parts.stream().reduce(zero, Tally::plus).plus(twice);
    byte[] expected = all.encrypted(GROUP, questions).bytes();
    Random random = new Random(5);
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(parts, random);
      Tally left = parts.subList(0, 5).stream().reduce(zero, Tally::plus);
      Tally right = parts.subList(5, 12).stream().reduce(twice, Tally::plus);
      assertThat(right.plus(left).encrypted(GROUP, questions).bytes()).isEqualTo(expected);
    }
    // One of two equal answers is taken out, not both.
    Tally less = all.minus(twice);
    assertThat(less.encrypted(GROUP, questions).rows().get(1)).hasSize(12).doesNotHaveDuplicates();
    assertThatThrownBy(() -> zero.minus(twice)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tally.ofOne(GROUP, questions, twice.gathered(), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Tally mixed(List<Question> questions, Ciphertext answer) {
    List<Ciphertext> marks = ballot(1).rows().getFirst();
    return Tally.ofOne(GROUP, questions, List.of(marks, List.of(answer)), 1);
  }

  private static Tally sum(List<Tally> parts) {
    return parts.stream().reduce(Tally.ofNothing(GROUP, QUESTIONS), Tally::plus);
  }

  private static Tally ballot(long weight) {
    List<Ciphertext> row = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      row.add(new Ciphertext(randomElement(), randomElement()));
    }
    return Tally.ofOne(GROUP, List.of(row), weight);
  }

  private static org.zhijia.ballot.group.Element randomElement() {
    return GROUP.generatorPower(GROUP.randomScalar(Randomness.secure()));
  }
}
