package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuotasTest {

  static Stream<Arguments> cases() {
    return Stream.of(
        arguments(List.of(90, 70, 40), 20, List.of(9, 7, 4)),
        arguments(List.of(100, 100, 100), 10, List.of(4, 3, 3)),
        arguments(List.of(1, 999), 10, List.of(1, 9)),
        arguments(List.of(500, 300, 200, 1), 10, List.of(4, 3, 2, 1)),
        arguments(List.of(10, 0), 3, List.of(2, 1)),
        arguments(List.of(0, 0), 5, List.of(3, 2)),
        arguments(List.of(7, 7, 7), 3, List.of(1, 1, 1)),
        arguments(List.of(7, 7, 7), 2, List.of(0, 0, 0)),
        arguments(List.of(41), 181, List.of(181)),
        arguments(List.of(), 5, List.of()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void seatsFollowTheMembers(List<Integer> members, int seats, List<Integer> quotas) {
    assertThat(Quotas.of(members, seats)).isEqualTo(quotas);
  }

  @Test
  void everySeatIsGivenAndEveryUnitHasOneAndMoreMembersNeverHaveFewer() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Integer> members =
          IntStream.range(0, 1 + random.nextInt(40))
              .map(_ -> random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(5_000))
              .boxed()
              .toList();
      int seats = members.size() + random.nextInt(300);
      List<Integer> quotas = Quotas.of(members, seats);
      assertThat(quotas.stream().mapToInt(each -> each).sum()).as("seed " + seed).isEqualTo(seats);
      assertThat(quotas).as("seed " + seed).allMatch(each -> each >= 1);
      for (int i = 0; i < members.size(); i++) {
        for (int j = 0; j < members.size(); j++) {
          if (members.get(i) > members.get(j)) {
            assertThat(quotas.get(i)).as("seed " + seed).isGreaterThanOrEqualTo(quotas.get(j));
          }
        }
      }
    }
  }
}
