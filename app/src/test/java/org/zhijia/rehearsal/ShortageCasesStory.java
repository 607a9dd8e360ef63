package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.election.SeatsDecision;
import org.zhijia.testing.TestServer;

/// The worked case of too few winners (E8): the meeting votes again, has fewer seats, or leaves
/// them vacant, on the page of the result. All are due in a congress of 181 delegates.
class ShortageCasesStory {
  private static final int DUE = 181;
  private static final int PRESENT = 175;
  private final Elections elections = TestServer.running().bean(Elections.class);
  private final Hall hall =
      new Hall()
          .adopt("at-least-two-thirds", "runoff", "revote")
          .makeKey()
          .attend(DUE, PRESENT, PRESENT);

  /// So many of so many are elected.
  private String shortOf(int seats, int elected) {
    String uuid = hall.prepare("COMMITTEE", seats, Hall.names(seats + 2));
    hall.secretary.act("/polls/" + uuid + "/opening");
    hall.read(
        uuid,
        elected == 0 ? Pile.of(91) : Pile.of(91).approveFrom(1, elected),
        Pile.of(80).approveFrom(elected + 1, elected + 2));
    Announced result = hall.finishPaper(uuid);
    assertThat(result.elected()).hasSize(elected);
    assertThat(result.shortage()).isEqualTo(seats - elected);
    return uuid;
  }

  private Client.Answer decide(String uuid, String way, int approve, int against) {
    return hall.secretary.form(
        "/polls/" + uuid + "/" + way,
        "approve",
        String.valueOf(approve),
        "against",
        String.valueOf(against));
  }

  private void assertRefused(Client.Answer answer, String... sentences) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(sentences);
  }

  private String page(String uuid) {
    return hall.secretary.page("/polls/" + uuid);
  }

  private Elections.OpenSeats openSeats() {
    assertThat(elections.openSeats(hall.assembly)).hasSize(1);
    return elections.openSeats(hall.assembly).getFirst();
  }

  private int acts() {
    return TestServer.running()
        .bean(JdbcClient.class)
        .sql(
            """
            select count(*) from acts.pending
             where kind like '%SeatsDecided' and (payload::json) ->> 'assembly' = ?
            """)
        .param(String.valueOf(hall.assembly))
        .query(Integer.class)
        .single();
  }

  @Test
  void theMeetingReducesTheSeatsWithinTheRange() {
    String uuid = shortOf(35, 33);
    assertThat(page(uuid))
        .contains("就空缺名额准备再次投票", "减少名额为 33 名", "规定为 21 至 51 名", "总工发〔2015〕6号", "暂缺");
    assertThat(openSeats().decision()).isEmpty();
    assertRefused(decide(uuid, "reduction", 90, 0), "至少 91", "各地选举办法范本", "value=\"90\"");
    assertRefused(decide(uuid, "reduction", 170, 6), "举手合计 176 人，多于实到 175 人");
    assertThat(acts()).isZero();
    assertThat(decide(uuid, "reduction", 91, 4).status()).isEqualTo(302);
    assertThat(page(uuid))
        .contains("名额减少为 33 名", "应到 181 人，赞成 91 人，反对 4 人，弃权 0 人", "登记人：")
        .doesNotContain("准备再次投票", "减少名额为 33 名</summary>");
    assertThat(openSeats().decision().map(SeatsDecision::size)).contains(33);
    assertThat(elections.isSettled(hall.assembly, Body.COMMITTEE)).isTrue();
    assertThat(acts()).isEqualTo(1);
    assertRefused(decide(uuid, "reduction", 175, 0), "缺额已经决定，不能再改");
    assertRefused(decide(uuid, "vacancy", 175, 0), "缺额已经决定，不能再改");
    int votes = hall.polls().size();
    assertThat(hall.secretary.act("/polls/" + uuid + "/next-round").location())
        .isEqualTo("/polls/" + uuid);
    assertThat(hall.polls()).hasSize(votes);
  }

  /// Of 22 seats 20 are filled; a district's committee has 21 at least.
  @Test
  void whatTheRangeForbidsStaysVacantOrIsVotedUponAgain() {
    String uuid = shortOf(22, 20);
    assertRefused(decide(uuid, "reduction", 175, 0), "名额应为 21 至 51 名，不能减少为 20 名", "总工发〔2015〕6号");
    assertRefused(decide(uuid, "vacancy", 0, 0), "至少 91");
    Poll next = hall.nextRound(uuid);
    assertThat(elections.openSeats(hall.assembly)).isEmpty();
    assertRefused(decide(uuid, "vacancy", 175, 0), "请先取消那次投票");
    hall.secretary.act(next.link() + "/cancellation", "reason", "大会决定暂缺");
    assertThat(decide(uuid, "vacancy", 150, 20).status()).isEqualTo(302);
    assertThat(page(uuid)).contains("缺额 2 名暂缺", "赞成 150 人，反对 20 人");
    assertThat(openSeats().decision().map(SeatsDecision::choice))
        .contains(SeatsDecision.Choice.VACANT);
  }

  /// A second vote fills one of two seats: the base is the number of the first round.
  @Test
  void afterAnotherVoteTheRestIsReduced() {
    String uuid = shortOf(35, 33);
    Poll next = hall.nextRound(uuid);
    hall.secretary.act(next.link() + "/opening");
    hall.read(next.uuid(), Pile.of(91).approve(1), Pile.of(80).approve(2));
    assertThat(hall.finishPaper(next.uuid()).shortage()).isEqualTo(1);
    assertRefused(decide(uuid, "reduction", 175, 0), "请先取消那次投票");
    assertThat(decide(next.uuid(), "reduction", 175, 0).status()).isEqualTo(302);
    assertThat(page(next.uuid())).contains("名额减少为 34 名");
  }

  @Test
  void theAdoptedMethodLeavesThemVacantWithoutAShowOfHands() {
    hall.adopt("at-least-two-thirds", "runoff", "left-vacant");
    String uuid = shortOf(35, 33);
    assertThat(page(uuid)).contains("通过的选举办法规定：当选人不足的，暂缺");
    assertRefused(decide(uuid, "reduction", 0, 0), "至少 91");
    assertThat(decide(uuid, "vacancy", 0, 0).status()).isEqualTo(302);
    assertThat(page(uuid)).contains("缺额 2 名暂缺", "按照大会通过的选举办法").doesNotContain("经大会举手表决：");
    assertThat(openSeats().decision().orElseThrow().vote()).isEmpty();
  }

  @Test
  void whereNobodyIsElectedOrNoSeatIsOpenThereIsNothingToDecide() {
    String nobody = shortOf(35, 0);
    assertThat(page(nobody)).contains("就空缺名额准备再次投票").doesNotContain("减少名额为");
    assertRefused(decide(nobody, "vacancy", 175, 0), "一名也没有选出");
    String full = hall.prepare("AUDIT", 2, Hall.names(3));
    assertRefused(decide(full, "vacancy", 175, 0), "没有要决定的缺额");
    hall.secretary.act("/polls/" + full + "/opening");
    hall.read(full, Pile.of(100).approve(1, 2));
    hall.finishPaper(full);
    assertRefused(decide(full, "reduction", 175, 0), "没有要决定的缺额");
    assertThat(hall.tellers.getFirst().form("/polls/" + nobody + "/vacancy").status())
        .isEqualTo(404);
  }
}
