package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhijia.testing.Visitor.Answer;

/// The way to the preliminary meeting, and what holds a congress up on it.
class PreparationStory {
  private final TestCongress congress = TestCongress.opened("星火机械厂工会");

  @Test
  void aCongressIsPreparedUpToItsPreliminaryMeeting() {
    consent();
    name();
    elect();
    examine();
    assertThat(congress.acts("StageEntered")).isEqualTo(3);
  }

  private void consent() {
    Answer early = congress.enter("DELEGATES");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("上级工会批复同意召开", "《中国工会章程》 第二十二条");
    congress.plan();
    congress.entered("DELEGATES");
  }

  private void name() {
    StringBuilder file = TestCongress.delegatesFile();
    file.append("坏行,未知,汉族,1985.13,群众,铸造车间,,一线职工,\n");
    Answer upload = congress.upload(file);
    Answer preview = congress.secretary.follow(upload);
    assertThat(preview.body()).contains("“1985.13”不是日期", "导入 20 名");
    congress.takeOver(upload);
  }

  private void elect() {
    congress.addUnits();
    assertThat(congress.units()).extracting(Unit::quota).containsExactly(9, 7, 4);
    assertThat(congress.enter("CREDENTIALS").body()).contains("铸造车间还没有登记选举情况");
    congress.units().forEach(unit -> congress.report(unit, 10));
    assertThat(congress.enter("CREDENTIALS").body()).contains("铸造车间：需要 90 的 1/2");
    congress.units().forEach(unit -> congress.report(unit, unit.members() - 1));
    congress.entered("CREDENTIALS");
  }

  private void examine() {
    String first = congress.at + "/credentials/" + congress.delegates().getFirst().id();
    Answer refused = congress.clerk.post(first, "passed", "false", "ground", "");
    assertThat(refused.body()).contains("不通过须写明理由");
    congress.clerk.post(first, "passed", "true");
    congress.examine();
    assertThat(congress.acts("CredentialsExamined")).isPositive();
    congress.entered("PRELIMINARY_MEETING");
  }

  @Test
  void aCongressMayGoBackAndSaysWhy() {
    congress.plan();
    congress.entered("DELEGATES");
    String back = congress.at + "/stages/earlier";
    assertThat(congress.secretary.post(back, "stage", "PREPARATION").status()).isEqualTo(422);
    Answer gone = congress.secretary.post(back, "stage", "PREPARATION", "reason", "名额有变");
    assertThat(gone.status()).as(gone.body()).isEqualTo(302);
    assertThat(congress.stage()).isEqualTo(Stage.PREPARATION);
  }

  @Test
  void whatIsRefusedStaysOnTheForm() {
    Answer refused =
        congress.secretary.post(
            "/congresses",
            "organisation",
            String.valueOf(congress.union.id()),
            "name",
            "星火机械厂工会第六次会员代表大会",
            "due",
            "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"星火机械厂工会第六次会员代表大会\"");
  }
}
