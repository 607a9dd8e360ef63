package org.zhijia.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
  @ParameterizedTest
  @CsvSource({"锦川区总工会, jcqzgh", "A1 工会（筹）, a1ghc", "单位, dw"})
  void initialsAreTakenLetterByLetter(String text, String initials) {
    assertThat(Pinyin.initials(text)).isEqualTo(initials);
  }

  @ParameterizedTest
  @CsvSource({"王平, wp", "单平, sp", "曾安, za", "Anna Lee, annalee", "'', ''"})
  void aSurnameIsReadAsOne(String name, String initials) {
    assertThat(Pinyin.ofPerson(name)).isEqualTo(initials);
  }
}
