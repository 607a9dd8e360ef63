package org.zhijia.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class DatabaseGoneTest {
  @Test
  void aFullDiskAndALostDatabaseAreToldFromAMistake() {
    for (String away : new String[] {"53100", "53300", "57P01", "57P03", "58030", "08006"}) {
      assertThat(isAway(new SQLException("", away))).as(away).isTrue();
    }
    for (String mistake : new String[] {"23505", "42P01", "40001", "57014"}) {
      assertThat(isAway(new SQLException("", mistake))).as(mistake).isFalse();
    }
    assertThat(isAway(new SQLTransientConnectionException("no connection in time"))).isTrue();
    assertThat(isAway(new IllegalStateException("ours"))).isFalse();
  }

  private static boolean isAway(Exception cause) {
    return DatabaseGone.isDatabaseAway(new IllegalStateException("deep", cause));
  }
}
