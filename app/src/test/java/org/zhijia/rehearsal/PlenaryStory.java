package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.testing.TestServer;

/// A committee meets for the first time: its members elect the officers, and nobody else.
class PlenaryStory {
  private static final int DUE = 20;

  /// A committee of five, elected on paper by all.
  private static Hall elected() {
    Hall hall = new Hall().makeKey().attend(DUE, DUE, DUE);
    String uuid = hall.prepare("COMMITTEE", 5, "丁一", "王二", "李四", "张五", "陈六", "黄七");
    hall.secretary.act("/polls/" + uuid + "/opening");
    hall.read(uuid, Pile.of(DUE).approve(1, 2, 3, 4, 5));
    assertThat(hall.finishPaper(uuid).elected()).hasSize(5);
    return hall;
  }

  @Test
  void theCommitteeElectsItsOfficersFromAmongItsMembers() {
    Hall hall = elected();
    String plenaries = "/elections/" + hall.assembly + "/plenaries";
    String early = hall.prepare("CHAIR", 1, "丁一", "王二");
    Client.Answer notConvened = hall.secretary.form("/polls/" + early + "/opening");
    assertThat(notConvened.status()).isEqualTo(422);
    assertThat(notConvened.body()).contains("请先召开全体会议", "中国工会章程 第二十二条");
    hall.secretary.act("/polls/" + early + "/cancellation", "reason", "先召开全体会议");

    hall.secretary.act(plenaries, "body", "COMMITTEE");
    hall.secretary.act(
        plenaries + "/polls",
        "body",
        "COMMITTEE",
        "viceChairs",
        "1",
        "standing",
        "2",
        "equal",
        "true");
    String chair = hall.live(Body.CHAIR).uuid();
    hall.secretary.act("/polls/" + chair + "/candidates", "typed", "黄七");
    hall.secretary.act("/polls/" + chair + "/consent");
    attend(hall, "丁一", "王二", "李四");
    Client.Answer outsider = hall.secretary.form("/polls/" + chair + "/opening");
    assertThat(outsider.body()).contains("“黄七”不是这个委员会的委员", "即至少 4；现为 3");

    hall.secretary.act("/polls/" + chair + "/candidates/members", "member", "李四");
    hall.secretary.act("/polls/" + chair + "/consent");
    attend(hall, "丁一", "王二", "李四", "张五");
    hall.secretary.act("/polls/" + chair + "/opening");
    Client.Answer late = hall.secretary.form(plenaries + "/attendance", "body", "COMMITTEE");
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("出席人员不能再改");
    assertThat(hall.secretary.get(plenaries).body()).contains("应到 5 人，实到 4 人", "选举常务委员");
    hall.read(chair, Pile.of(3).approve(1), Pile.of(1));
    Announced result = hall.finishPaper(chair);
    assertThat(result.due()).isEqualTo(5);
    assertThat(result.present()).isEqualTo(4);
    assertThat(result.majority()).isEqualTo(3);
    assertThat(result.elected()).containsExactly("李四");
  }

  /// Two of four present are less than half of the five who are due.
  @Test
  void halfOfThosePresentDoNotElectAChair() {
    Hall hall = elected();
    String plenaries = "/elections/" + hall.assembly + "/plenaries";
    hall.secretary.act(plenaries, "body", "COMMITTEE");
    attend(hall, "丁一", "王二", "李四", "张五");
    hall.secretary.act(
        plenaries + "/polls",
        "body",
        "COMMITTEE",
        "viceChairs",
        "0",
        "standing",
        "0",
        "equal",
        "true");
    assertThat(hall.polls().stream().map(Poll::body)).containsExactly(Body.COMMITTEE, Body.CHAIR);
    String chair = hall.live(Body.CHAIR).uuid();
    hall.secretary.act("/polls/" + chair + "/candidates/members", "member", "李四");
    hall.secretary.act("/polls/" + chair + "/consent");
    hall.secretary.act("/polls/" + chair + "/opening");
    hall.read(chair, Pile.of(2).approve(1), Pile.of(2));
    Announced result = hall.finishPaper(chair);
    assertThat(result.elected()).isEmpty();
    assertThat(result.shortage()).isEqualTo(1);
  }

  /// What the higher union does not approve is elected anew: the old results count no more.
  @Test
  void aCommitteeThatIsElectedAnewConvenesAnew() {
    Hall hall = elected();
    String plenaries = "/elections/" + hall.assembly + "/plenaries";
    hall.secretary.act(plenaries, "body", "COMMITTEE");
    attend(hall, "丁一", "王二", "李四", "张五", "陈六");
    hall.secretary.act(
        plenaries + "/polls",
        "body",
        "COMMITTEE",
        "viceChairs",
        "0",
        "standing",
        "0",
        "equal",
        "true");
    String chair = hall.live(Body.CHAIR).uuid();
    hall.secretary.act("/polls/" + chair + "/candidates/members", "member", "李四");
    hall.secretary.act("/polls/" + chair + "/consent");
    hall.secretary.act("/polls/" + chair + "/opening");
    hall.read(chair, Pile.of(5).approve(1));
    assertThat(hall.finishPaper(chair).elected()).containsExactly("李四");
    assertThat(hall.secretary.form(plenaries, "body", "COMMITTEE").body()).contains("不能再改");

    String again = hall.prepare("COMMITTEE", 2, "丁一", "黄七", "白八");
    hall.secretary.act("/polls/" + again + "/opening");
    hall.read(again, Pile.of(DUE).approve(1, 2));
    assertThat(hall.finishPaper(again).elected()).hasSize(2);
    Elections elections = TestServer.running().bean(Elections.class);
    assertThat(elections.elected(hall.assembly, Body.COMMITTEE)).hasSize(2).doesNotContain("李四");
    assertThat(elections.isElected(hall.assembly, Body.CHAIR)).isFalse();
    hall.secretary.act(plenaries, "body", "COMMITTEE");
    assertThat(hall.secretary.get(plenaries).body()).doesNotContain("李四");
  }

  @Test
  void nobodyMeetsBeforeTheyAreElected() {
    Hall hall = new Hall().attend(DUE, DUE, DUE);
    hall.prepare("AUDIT", 1, "丁一", "王二");
    Client.Answer refused =
        hall.secretary.form("/elections/" + hall.assembly + "/plenaries", "body", "AUDIT");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("选举结果还没有宣布");
  }

  private static void attend(Hall hall, String... names) {
    String[] fields = new String[2 + 2 * names.length];
    fields[0] = "body";
    fields[1] = "COMMITTEE";
    for (int i = 0; i < names.length; i++) {
      fields[2 + 2 * i] = "present";
      fields[3 + 2 * i] = names[i];
    }
    hall.secretary.act("/elections/" + hall.assembly + "/plenaries/attendance", fields);
  }
}
