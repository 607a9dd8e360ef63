package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the screen says comes next.
class NextItemTest {
  /// @param calls the order in which items were called up: 0 never, 2 after 1
  /// @param next its number from 1; 0 if nothing comes any more
  @ParameterizedTest
  @CsvSource({
    "0 0 0, 1",
    "1 0 0, 2",
    "1 0 2, 0", // the second was passed over
    "1 3 2, 0", // and called up later; the third is over
    "2 1 0, 3",
    "1 2 3, 0"
  })
  void comesAfterWhatWasCalledUpLast(String calls, int next) {
    List<AgendaStore.Item> items = new ArrayList<>();
    for (String call : calls.split(" ", -1)) {
      items.add(item(items.size() + 1, Integer.parseInt(call)));
    }
    assertThat(Hall.next(items).map(AgendaStore.Item::position).orElse(0)).isEqualTo(next);
  }

  private static AgendaStore.Item item(int position, int call) {
    Optional<Instant> started =
        call == 0 ? Optional.empty() : Optional.of(Instant.EPOCH.plusSeconds(call));
    return new AgendaStore.Item(
        position,
        position,
        ItemKind.WORK_REPORT,
        "第" + position + "项",
        "",
        OptionalLong.empty(),
        Optional.empty(),
        20,
        started,
        Optional.empty());
  }
}
