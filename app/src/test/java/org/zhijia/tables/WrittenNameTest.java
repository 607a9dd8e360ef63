package org.zhijia.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNameTest {
  @ParameterizedTest
  @CsvSource({
    "王  强, 王强",
    "王　强, 王强",
    "'  欧阳 文 远 ', 欧阳文远",
    "阿不都 · 热西提, 阿不都·热西提",
    "Jan  van der   Berg, Jan van der Berg",
    "Kim 强, Kim强",
    "'', ''",
  })
  void blanksVanishBesideHanAndNowhereElse(String written, String plain) {
    assertThat(WrittenName.plain(written)).isEqualTo(plain);
  }
}
