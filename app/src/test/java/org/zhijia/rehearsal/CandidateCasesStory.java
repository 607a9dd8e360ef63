package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Stage;
import org.zhijia.statute.BodyKind;

/// The worked cases of candidates and plenaries (E3, E11, and E1 of a vote) through the pages: what
/// cannot be voted upon stays closed and says why, one candidate or one member more opens it.
class CandidateCasesStory {
  private static final Map<BodyKind, Hall> HALLS = new EnumMap<>(BodyKind.class);

  /// One of each kind for all votes that are only prepared.
  private static Hall hall(BodyKind kind) {
    return HALLS.computeIfAbsent(kind, _ -> new Hall(kind).attend(181, 175, 175));
  }

  /// E3.
  @ParameterizedTest
  @CsvSource({
    // kind of union, what is elected, seats, least candidates, article
    "DISTRICT, COMMITTEE, 35, 37, 总工发〔2015〕6号",
    "DISTRICT, COMMITTEE, 3, 4, 总工发〔2015〕6号",
    "GRASSROOTS, COMMITTEE, 20, 21, 工会基层组织选举工作条例（2016年） 第十七条",
    "GRASSROOTS, COMMITTEE, 21, 23, 工会基层组织选举工作条例（2016年） 第十七条",
    "DISTRICT, STANDING, 9, 10, 总工发〔2015〕6号",
    "DISTRICT, COMMITTEE EQUAL, 35, 35, 总工发〔2015〕6号",
    "DISTRICT, AUDIT, 7, 7, 各地选举办法范本",
    "ENTERPRISE, CHAIR, 1, 2, 企业工会主席产生办法（试行） 第八条",
  })
  void oneCandidateTooFewKeepsAVoteClosed(
      BodyKind kind, String elected, int seats, int least, String article) {
    Hall hall = hall(kind);
    String body = elected.replace(" EQUAL", "");
    String link = prepare(hall, body, seats, elected.endsWith(" EQUAL"));
    String ground = "应选 %d 名，候选人不得少于 %d 名，现有 %d 名".formatted(seats, least, least - 1);
    nominate(hall, link, least - 1);
    assertThat(hall.secretary.page(link)).contains(ground, article);
    Client.Answer refused = hall.secretary.form(link + "/opening");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains(ground, article);
    nominate(hall, link, least);
    assertThat(hall.secretary.page(link)).doesNotContain("候选人不得少于");
    if (Body.valueOf(body).electors().isEmpty()) {
      hall.secretary.act(link + "/opening");
      assertThat(hall.poll(link.substring("/polls/".length())).stage()).isEqualTo(Stage.OPEN);
    }
  }

  /// Nobody is elected before the meeting has adopted how.
  @Test
  void noElectionOpensWithoutAnAdoptedMethod() {
    Hall hall = Hall.withoutMethod().attend(181, 175, 175);
    String link = prepare(hall, "COMMITTEE", 2, false);
    nominate(hall, link, 3);
    Client.Answer refused = hall.secretary.form(link + "/opening");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("还没有登记通过的选举办法", "中国工会章程 第十条");
    assertThat(hall.poll(link.substring("/polls/".length())).stage()).isEqualTo(Stage.PREPARED);
    hall.adopt("at-least-two-thirds", "runoff", "left-vacant").secretary.act(link + "/opening");
    assertThat(hall.poll(link.substring("/polls/".length())).stage()).isEqualTo(Stage.OPEN);
  }

  private static String prepare(Hall hall, String body, int seats, boolean equal) {
    List<String> fields = new ArrayList<>(List.of("body", body, "title", "选举"));
    fields.addAll(List.of("seats", String.valueOf(seats)));
    if (equal) {
      fields.addAll(List.of("equal", "on"));
    }
    return hall.secretary
        .act("/elections/" + hall.assembly + "/polls", fields.toArray(String[]::new))
        .location();
  }

  private static void nominate(Hall hall, String link, int candidates) {
    hall.secretary.act(link + "/candidates", "typed", String.join("\n", Hall.names(candidates)));
    hall.secretary.act(link + "/consent");
  }

  /// Who may stand depends on the kind of union as well.
  @ParameterizedTest
  @CsvSource({
    "ENTERPRISE, COMMITTEE, 主要负责人的近亲属, 丁01：企业主要负责人的近亲属不得作为委员会成员, 中华人民共和国工会法",
    "ENTERPRISE, CHAIR, 人力资源部门负责人, 丁01：人力资源部门负责人不得作为主席候选人, 企业工会主席产生办法",
    "DISTRICT, COMMITTEE, 主要负责人的近亲属, '', ''",
  })
  void whoMayNotStandKeepsAVoteClosed(
      BodyKind kind, String body, String circumstance, String ground, String instrument) {
    Hall hall = hall(kind);
    String link = prepare(hall, body, 1, false);
    String first = "丁01,,,,,,,," + circumstance;
    hall.secretary.act(link + "/candidates", "typed", first + "\n丁02\n丁03");
    hall.secretary.act(link + "/consent");
    String page = hall.secretary.page(link);
    assertThat(page).contains(circumstance);
    if (ground.isEmpty()) {
      assertThat(page).doesNotContain("丁01：");
    } else {
      assertThat(page).contains(ground, instrument);
      assertThat(hall.secretary.form(link + "/opening").status()).isEqualTo(422);
    }
  }

  /// E1, of a vote: the adopted method may ask for more than two thirds.
  @Test
  void aVoteOpensWithTheQuorumOfTheAdoptedMethod() {
    Hall hall = new Hall(BodyKind.GRASSROOTS).attend(180, 120, 120);
    String link = prepare(hall, "COMMITTEE", 9, false);
    nominate(hall, link, 10);
    assertThat(hall.secretary.page(link)).doesNotContain("还差");
    hall.adopt("more-than-two-thirds", "runoff", "left-vacant");
    Client.Answer refused = hall.secretary.form(link + "/opening");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("需要 180 的 2/3 以上（不含本数），即至少 121；现为 120，还差 1")
        .contains("工会基层组织选举工作条例（2016年） 第十七条");
    hall.attend(180, 121, 121).secretary.act(link + "/opening");
  }

  /// E11.
  @Test
  void aCommitteeOfThirtyFiveMeetsWithTwentyFourAndElectsWithEighteen() {
    Hall hall = withCommitteeOfThirtyFive();
    String plenaries = "/elections/" + hall.assembly + "/plenaries";
    hall.secretary.act(plenaries, "body", "COMMITTEE");
    hall.secretary.act(
        plenaries + "/polls", "body", "COMMITTEE", "viceChairs", "2", "standing", "9");
    String chair = hall.live(Body.CHAIR).uuid();
    String vice = hall.live(Body.VICE_CHAIRS).uuid();
    stand(hall, chair, 1, 1);
    stand(hall, vice, 2, 3);
    attend(hall, 23);
    assertThat(hall.secretary.page(plenaries)).contains("应到 35 人，实到 23 人", "即至少 24；现为 23");
    Client.Answer tooFew = hall.secretary.form("/polls/" + chair + "/opening");
    assertThat(tooFew.status()).isEqualTo(422);
    assertThat(tooFew.body()).contains("即至少 24；现为 23，还差 1", "各地选举办法范本");

    attend(hall, 24);
    nineStandingSeatsTakeTenCandidates(hall);
    hall.secretary.act("/polls/" + chair + "/opening");
    hall.secretary.act("/polls/" + vice + "/opening");
    hall.read(chair, Pile.of(18).approve(1), Pile.of(6).against(1));
    hall.read(vice, Pile.of(17).approve(1), Pile.of(1).approve(2), Pile.of(6));
    hall.secretary.act("/polls/" + vice + "/closing");
    Announced elected = hall.finishPaper(chair);
    assertThat(elected.elected()).containsExactly(Hall.name(1));
    assertThat(elected.majority()).isEqualTo(18);
    hall.await(vice, Stage.COUNTED);
    Announced nobody = hall.signAndAnnounce(vice);
    assertThat(nobody.elected()).isEmpty();
    assertThat(nobody.shortage()).isEqualTo(2);
    assertThat(hall.secretary.page("/polls/" + vice)).contains("不少于 18", "经大会同意可在规定范围内减少名额");
  }

  private static Hall withCommitteeOfThirtyFive() {
    Hall hall = new Hall().makeKey().attend(181, 175, 175);
    hall.adopt("at-least-two-thirds", "runoff", "reduce");
    String uuid = hall.prepare("COMMITTEE", 35, Hall.names(37));
    hall.secretary.act("/polls/" + uuid + "/opening");
    hall.read(uuid, Pile.of(170).approveFrom(1, 35));
    assertThat(hall.finishPaper(uuid).elected()).hasSize(35);
    return hall;
  }

  private static void stand(Hall hall, String uuid, int first, int last) {
    List<String> fields = new ArrayList<>();
    for (int place = first; place <= last; place++) {
      fields.addAll(List.of("member", Hall.name(place)));
    }
    hall.secretary.act("/polls/" + uuid + "/candidates/members", fields.toArray(String[]::new));
    hall.secretary.act("/polls/" + uuid + "/consent");
  }

  private static void attend(Hall hall, int members) {
    List<String> fields = new ArrayList<>(List.of("body", "COMMITTEE"));
    for (int place = 1; place <= members; place++) {
      fields.addAll(List.of("present", Hall.name(place)));
    }
    hall.secretary.act(
        "/elections/" + hall.assembly + "/plenaries/attendance", fields.toArray(String[]::new));
  }

  private static void nineStandingSeatsTakeTenCandidates(Hall hall) {
    String standing = hall.live(Body.STANDING).uuid();
    stand(hall, standing, 1, 9);
    Client.Answer refused = hall.secretary.form("/polls/" + standing + "/opening");
    assertThat(refused.body()).contains("应选 9 名，候选人不得少于 10 名，现有 9 名");
    stand(hall, standing, 1, 10);
    hall.secretary.act("/polls/" + standing + "/opening");
    assertThat(hall.poll(standing).stage()).isEqualTo(Stage.OPEN);
  }
}
