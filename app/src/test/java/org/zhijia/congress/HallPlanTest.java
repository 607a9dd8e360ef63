package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.congress.HallPlan.Numbering;
import org.zhijia.congress.HallPlan.Seat;

/// Rows as they are typed, and how their seats are counted.
class HallPlanTest {
  @ParameterizedTest
  @CsvSource({
    "LEFT_TO_RIGHT, 4, 1 2 3 4",
    "ODD_LEFT, 4, 3 1 2 4",
    "ODD_LEFT, 5, 5 3 1 2 4",
    "ODD_RIGHT, 4, 4 2 1 3",
    "ODD_RIGHT, 5, 4 2 1 3 5",
    "ODD_LEFT, 1, 1"
  })
  void seatsAreCountedFromTheLeftOrFromTheMiddle(Numbering numbering, int length, String numbers) {
    assertThat(IntStream.rangeClosed(1, length).map(place -> numbering.number(place, length)))
        .containsExactlyElementsOf(
            List.of(numbers.split(" ", -1)).stream().map(Integer::valueOf).toList());
  }

  @Test
  void rowsAreTypedOneByOneOrManyAtOnce() {
    assertThat(HallPlan.read("20，22 3x24")).contains(List.of(20, 22, 24, 24, 24));
    assertThat(HallPlan.read(" ")).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "61", "61x10", "20 many", "-3", "0x5", "30x10 31x10"})
  void whatIsNoHallIsNoHall(String typed) {
    assertThat(HallPlan.read(typed)).isEmpty();
  }

  @Test
  void aSeatIsFoundByItsNumber() {
    HallPlan hall = new HallPlan(List.of(3), List.of(4, 5), Numbering.ODD_LEFT);
    assertThat(hall.seat(false, 2, 5)).contains(new Seat(false, 2, 1));
    assertThat(hall.seat(false, 1, 5)).isEmpty();
    assertThat(hall.seat(false, 3, 1)).isEmpty();
    assertThat(hall.word(new Seat(true, 1, 2))).isEqualTo("主席台1排1座");
  }
}
