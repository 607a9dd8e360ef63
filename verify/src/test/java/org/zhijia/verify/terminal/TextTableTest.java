package org.zhijia.verify.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsLineUpAlthoughChineseLettersAreTwiceAsWide() {
    String table = new TextTable(1, "候选人", "票").row("安晨", 7).row("Anna", 12).toString();
    assertThat(table).isEqualTo("候选人  票\n安晨     7\nAnna    12\n");
  }

  @Test
  void lettersBeyondTheBasicPlaneAreWideToo() {
    assertThat(TextTable.width("𠮷")).isEqualTo(2);
    assertThat(TextTable.width("a，b")).isEqualTo(4);
  }
}
