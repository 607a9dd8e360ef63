package org.zhijia.ballot.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.group.Randomness;

class PermutationTest {

  @Test
  void everythingIsThereOnce() {
    List<Integer> items = IntStream.range(0, 500).boxed().toList();
    List<Integer> permuted = Permutation.random(500, new Random(1)::nextBytes).of(items);
    assertThat(permuted).containsExactlyInAnyOrderElementsOf(items).isNotEqualTo(items);
  }

  @Test
  void everyOrderIsAsLikely() {
    Randomness seeded = new Random(2)::nextBytes;
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i < 24_000; i++) {
      counts.merge(Permutation.random(4, seeded).of(List.of("a", "b", "c", "d")), 1, Integer::sum);
    }
    // 1000 each, with a standard deviation of 31.
    assertThat(counts.values()).hasSize(24).allMatch(count -> count > 850 && count < 1150);
  }

  @Test
  void numbersBeyondTheLastWholeMultipleAreThrownAway() {
    // 2^63 − 1 = 7·k exactly, so with a bound of 7 only the largest number is beyond.
    assertThat(below(7, Long.MAX_VALUE, 5)).isEqualTo(5);
    assertThat(below(7, Long.MAX_VALUE - 1)).isEqualTo(6);
    assertThat(below(10, Long.MAX_VALUE - 6, 3)).isEqualTo(3);
    assertThat(below(1, 12345)).isZero();
    assertThat(below(7, Long.MIN_VALUE | 8)).isEqualTo(1);
  }

  private static int below(int bound, long... drawn) {
    Queue<Long> numbers = new ArrayDeque<>();
    for (long number : drawn) {
      numbers.add(number);
    }
    int number =
        Permutation.below(bound, bytes -> ByteBuffer.wrap(bytes).putLong(numbers.remove()));
    assertThat(numbers).isEmpty();
    return number;
  }
}
