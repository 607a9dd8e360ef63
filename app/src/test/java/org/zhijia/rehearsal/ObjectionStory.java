package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhijia.identity.Role;

/// Candidates are made public, a member objects, the desk answers, and only then can be voted.
class ObjectionStory {
  private static final String WORDS = "去年的困难职工慰问金没有公示";
  private static final String WAITS = "有 1 条对候选人的异议还没有答复";

  private final Hall hall = new Hall().attend(20, 20, 20);
  private final Client member = hall.client(Role.USHER);
  private final Client another = hall.client(Role.USHER);
  private final String poll = "/polls/" + hall.prepare("COMMITTEE", 2, "丁一", "王二", "李四");

  @Test
  void anObjectionHoldsTheVoteUntilTheDeskHasAnswered() {
    assertThat(member.get(poll).status()).isEqualTo(404);
    assertThat(object("丁一", WORDS).status()).isEqualTo(404);
    hall.secretary.act(poll + "/publication");
    assertThat(member.get(poll).body()).contains("提出异议").doesNotContain("全部候选人已同意参选");

    Client.Answer unknown = object("赵无", WORDS);
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("请选择候选人");
    assertThat(object("丁一", " ").status()).isEqualTo(422);
    assertThat(object("丁一", WORDS).status()).isEqualTo(302);

    assertThat(member.get(poll).body()).contains(WORDS, "待答复");
    assertThat(another.get(poll).body()).doesNotContain(WORDS);
    String desk = hall.secretary.get(poll).body();
    assertThat(desk).contains(WORDS, WAITS);
    assertThat(hall.secretary.form(poll + "/opening").body()).contains(WAITS);

    String answer = Desk.first(Pattern.compile("(/polls/\\w+/objections/\\d+/answer)"), desk);
    assertThat(member.form(answer, "text", "不属实").status()).isEqualTo(404);
    hall.secretary.act(answer, "text", "经核查，已于当年 2 月公示。");
    assertThat(hall.secretary.get(poll).body()).doesNotContain(WAITS);
    assertThat(member.get(poll).body()).contains("经核查，已于当年 2 月公示。");
  }

  private Client.Answer object(String candidate, String text) {
    return member.form(poll + "/objections", "candidate", candidate, "text", text);
  }
}
