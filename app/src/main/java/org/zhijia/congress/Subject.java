package org.zhijia.congress;

import org.zhijia.statute.Text;

/// What a meeting adopts by show of hands.
enum Subject {
  CREDENTIALS_REPORT("代表资格审查报告", "the credentials report"),
  AGENDA("大会议程", "the agenda"),
  PRESIDIUM("主席团名单", "the presidium"),
  SECRETARY_GENERAL("秘书长名单", "the secretary-general"),
  ELECTION_METHOD("选举办法", "the election method"),
  SCRUTINEERS("总监票人、监票人名单", "the scrutineers"),
  OTHER("其他事项", "another matter");

  private final Text text;

  Subject(String zh, String en) {
    this.text = new Text(zh, en);
  }

  public Text text() {
    return text;
  }
}
