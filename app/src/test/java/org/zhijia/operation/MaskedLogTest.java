package org.zhijia.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedLogTest {
  @Test
  void namesAndLongNumbersDoNotGetIn() {
    assertThat(MaskedLog.masked("For input string: \"41010419900101123X\""))
        .isEqualTo("For input string: \"…\"");
    assertThat(MaskedLog.masked("telephone 13800000000 of 某某")).isEqualTo("telephone … of …");
    assertThat(MaskedLog.masked("card 6222020000000000000.")).doesNotContain("6222");
  }

  @Test
  void whatHelpsToFindAFaultStays() {
    for (String line :
        new String[] {
          "incident 3f9a00b1c2d4",
          "2026-11-24T13:19:38.930938484Z",
          "duplicate key value violates unique constraint \"organisation_number_key\"",
          "at org.zhijia.registry.Members.add(Members.java:120)",
          "SQL state [23505]; port 5432; process 30612"
        }) {
      assertThat(MaskedLog.masked(line)).isEqualTo(line);
    }
  }
}
