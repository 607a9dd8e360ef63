package org.zhijia.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "1990-05-01, 1990-05-01",
    "1990/5/1, 1990-05-01",
    "1990.5.1, 1990-05-01",
    "1990年5月1日, 1990-05-01",
    "1990 年 5 月 1 日, 1990-05-01",
    "19900501, 1990-05-01",
    "１９９０－０５－０１, 1990-05-01",
    "1990.05, 1990-05-01",
    "1990年5月, 1990-05-01",
    "1990-05-01 08:30, 1990-05-01",
    "1990-05-01T08:30:00, 1990-05-01",
    "2024-02-29, 2024-02-29"
  })
  void whatPeopleWriteIsRead(String written, String day) {
    assertThat(Dates.read(written)).hasToString("Optional[" + day + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1990.13.5",
        "1990-02-30",
        "2023-02-29",
        "19901301",
        "90-5-1",
        "5/1/1990",
        "明天",
        "1990"
      })
  void whatIsNoDayIsNothing(String written) {
    assertThat(Dates.read(written)).isEmpty();
  }
}
