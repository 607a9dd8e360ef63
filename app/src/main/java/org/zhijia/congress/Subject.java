package org.zhijia.congress;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  /// What must have been adopted before a meeting of this kind leaves this stage.
  static List<Subject> needed(Stage stage, CongressKind kind) {
    return switch (stage) {
      case PRELIMINARY_MEETING ->
          kind == CongressKind.DELEGATES
              ? List.of(CREDENTIALS_REPORT, AGENDA, PRESIDIUM, SECRETARY_GENERAL)
              : List.of(CREDENTIALS_REPORT, AGENDA);
      case ELECTION -> List.of(ELECTION_METHOD, SCRUTINEERS);
      default -> List.of();
    };
  }

  /// Posts whose holders a vote on this is about; none where it is not about people.
  Set<Post> posts() {
    return switch (this) {
      case PRESIDIUM -> EnumSet.of(Post.PRESIDIUM);
      case SECRETARY_GENERAL -> EnumSet.of(Post.SECRETARY_GENERAL);
      case SCRUTINEERS -> EnumSet.of(Post.CHIEF_SCRUTINEER, Post.SCRUTINEER);
      case CREDENTIALS_REPORT, AGENDA, ELECTION_METHOD, OTHER -> Set.of();
    };
  }
}
