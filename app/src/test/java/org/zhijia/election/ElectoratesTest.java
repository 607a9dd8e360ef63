package org.zhijia.election;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may be the same person as a candidate cannot be written in.
class ElectoratesTest {
  @ParameterizedTest
  @CsvSource({
    "王伟, 王伟, true",
    "王伟, 王伟（甲厂）, true",
    "王伟（甲厂）, 王伟, true",
    "王伟（甲厂）, 王伟（甲厂）, true",
    "王伟（甲厂）, 王伟（乙厂）, false",
    "王伟(甲厂), 王伟, true",
    "王伟, 王维, false",
    "王伟（甲厂）, 王维（甲厂）, false",
  })
  void aNameWithTheUnitBesideItIsAnotherOnlyIfBothHaveIt(String a, String b, boolean same) {
    assertThat(Electorates.mayBeTheSame(a, b)).isEqualTo(same);
    assertThat(Electorates.mayBeTheSame(b, a)).isEqualTo(same);
  }
}
