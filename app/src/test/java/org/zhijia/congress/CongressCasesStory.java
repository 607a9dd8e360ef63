package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor.Answer;

/// The worked cases of the quorum, of composition and of sizes (E1, E10, E12) through the pages.
class CongressCasesStory {
  /// E1. One delegate fewer than the quorum, and nothing goes on; with one more it does.
  @ParameterizedTest
  @CsvSource({
    // due, quorum, present, how the refusal puts it
    "181, at-least-two-thirds, 121, 需要 181 的 2/3 以上，即至少 121；现为 120，还差 1",
    "180, at-least-two-thirds, 120, 需要 180 的 2/3 以上，即至少 120；现为 119，还差 1",
    "180, more-than-two-thirds, 121, 需要 180 的 2/3 以上（不含本数），即至少 121；现为 120，还差 1",
  })
  void aSittingOpensWithItsQuorum(int due, String quorum, int least, String ground) {
    TestCongress congress =
        TestCongress.prepared(
            "法定人数" + due + quorum, new TestCongress.Wanted("grassroots", due, quorum));
    congress.delegates().subList(0, least - 1).forEach(each -> checkIn(congress, each));
    assertThat(congress.usher.get(congress.at + "/check-in").body()).contains("还差 1 人");
    Answer refused = congress.usher.post(congress.at + "/attendance");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains(ground, "工会基层组织选举工作条例", "第十七条");
    assertThat(congress.enter("OPENING").body()).contains(ground);
    assertThat(congress.elections.attended(congress.assembly())).isEmpty();

    checkIn(congress, congress.delegates().get(least - 1));
    assertThat(congress.usher.post(congress.at + "/attendance").status()).isEqualTo(302);
    assertThat(congress.usher.get(congress.at + "/check-in").body()).contains("符合法定人数");
    assertThat(congress.elections.attended(congress.assembly()).orElseThrow().present())
        .isEqualTo(least);
    assertThat(congress.enter("OPENING").body()).doesNotContain("还差");
  }

  private static void checkIn(TestCongress congress, Delegate delegate) {
    Answer in = congress.usher.post(congress.at + "/check-in", "card", delegate.code());
    assertThat(in.status()).as(in.body()).isEqualTo(302);
  }

  /// E10, of the delegates.
  @ParameterizedTest
  @CsvSource({
    // union workers, managers, what the page and the desk say; nothing if they are in order
    "100, 36, ''",
    "99, 36, 工会工作者须不少于 55%，即 100 人；现有 99 人，还差 1 人。 总工发〔2015〕6号",
    "100, 37, 中层以上管理人员和领导不超过 20%，即 36 人；现有 37 人，多 1 人。 基层工会会员代表大会条例",
  })
  void delegatesAreComposedAsTheyMustBe(int unionWorkers, int managers, String grounds) {
    TestCongress congress =
        TestCongress.opened(
            "代表构成" + unionWorkers + managers,
            new TestCongress.Wanted("district", 181, "at-least-two-thirds"));
    congress.plan();
    congress.entered("DELEGATES");
    congress.takeOver(congress.upload(file(unionWorkers, managers)));
    String page = congress.secretary.get(congress.at + "/delegates").body();
    String desk = congress.secretary.get(congress.at).body();
    if (grounds.isEmpty()) {
      assertThat(page).doesNotContain("须不少于", "不超过 20%");
      assertThat(desk).contains("代表构成：女");
    } else {
      String[] parts = grounds.split(" (?=[总基])", -1);
      assertThat(page).contains(parts);
      assertThat(desk).contains(parts);
      assertThat(congress.enter("CREDENTIALS").body()).contains(parts);
    }
  }

  private static String delegate(int number) {
    return "代表" + (char) ('甲' + number);
  }

  private static StringBuilder file(int unionWorkers, int managers) {
    StringBuilder csv = new StringBuilder("姓名,性别,单位,代表类别\n");
    for (int i = 0; i < 181; i++) {
      String category = i < unionWorkers ? "工会工作者" : i < unionWorkers + managers ? "管理人员" : "一线职工";
      csv.append(delegate(i)).append(i % 2 == 0 ? ",女," : ",男,");
      csv.append(TestCongress.UNITS.get(i % 3)).append(',').append(category).append('\n');
    }
    return csv;
  }

  /// E10, of the committee: on the desk, as soon as its list is there.
  @Test
  void theDeskTellsWhetherTheCommitteeIsComposedAsItMustBe() {
    TestCongress congress =
        TestCongress.opened(
            "委员会构成", new TestCongress.Wanted("district", 181, "at-least-two-thirds"));
    congress.plan();
    congress.entered("DELEGATES");
    congress.takeOver(congress.upload(file(100, 36)));
    atItsElections(congress);
    String vote = prepare(congress, 35);
    nominate(congress, vote, 80, 117);
    String desk = congress.secretary.get(congress.at).body();
    assertThat(desk)
        .contains("委员会应为 21 至 51 名，应选 35 名")
        .contains("委员候选人 37 名，其中工会工作者 20 名")
        .contains("工会工作者须不少于 60%，即 21 人；现有 20 人，还差 1 人", "总工发〔2015〕6号");
    nominate(congress, vote, 79, 116);
    desk = congress.secretary.get(congress.at).body();
    assertThat(desk).contains("委员候选人 37 名，其中工会工作者 21 名").doesNotContain("还差 1 人");
    prepare(congress, 52);
    assertThat(congress.secretary.get(congress.at).body()).contains("应选 52 名，须经上级工会同意");
  }

  /// Straight to the stage whose checklist is looked at.
  private static void atItsElections(TestCongress congress) {
    congress
        .server
        .bean(CongressStore.class)
        .enter(congress.id, Stage.ELECTION, "", "测试", Instant.now());
  }

  private static String prepare(TestCongress congress, int seats) {
    Answer made =
        congress.secretary.post(
            "/elections/" + congress.assembly() + "/polls",
            "body",
            "COMMITTEE",
            "title",
            "选举委员会委员",
            "seats",
            String.valueOf(seats));
    return made.location().replaceFirst("^https?://[^/]+", "");
  }

  private static void nominate(TestCongress congress, String vote, int first, int end) {
    String names =
        String.join(
            "\n", IntStream.range(first, end).mapToObj(CongressCasesStory::delegate).toList());
    assertThat(congress.secretary.post(vote + "/candidates", "typed", names).status())
        .isEqualTo(302);
  }

  /// E12, on the desk: the size of a grassroots committee follows the members.
  @ParameterizedTest
  @CsvSource({
    "200, 7, 会员 200 人，委员会应为 3 至 7 名，应选 7 名, true",
    "200, 8, 会员 200 人，委员会应为 3 至 7 名，应选 8 名，不在规定的范围内, false",
    "201, 8, 会员 201 人，委员会应为 7 至 15 名，应选 8 名, true",
    "2350, 35, 会员 2350 人，委员会应为 15 至 21 名，应选 35 名，不在规定的范围内, false",
    "24, 6, 会员 24 人，委员会应为 3 至 5 名，应选 6 名，不在规定的范围内, false",
  })
  void theDeskTellsHowLargeTheCommitteeIs(int members, int seats, String line, boolean fits) {
    TestCongress congress = TestCongress.opened("委员会名额" + members + "-" + seats);
    congress.secretary.post(
        congress.at + "/units", "name", "全厂", "members", "" + members, "quota", "20");
    prepare(congress, seats);
    atItsElections(congress);
    String desk = congress.secretary.get(congress.at).body();
    assertThat(desk).contains(line, "工会基层组织选举工作条例（2016年）》 第八条");
    assertThat(desk.contains("不在规定的范围内")).isEqualTo(!fits);
    assertThat(desk.contains("也可以只选举一名主席或组织员")).isEqualTo(members < 25);
  }

  /// E10, of the committee, and E12: on the pages where anybody tries a rule.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      committee.size | members=2350 | 15–21 | 第八条
      committee.size | members=200 | 3–7 | 第八条
      committee.size | members=201 | 7–15 | 第八条
      committee.size | members=24 | 3–5 | 也可以只选举一名主席或组织员
      committee.size | members=25 | 3–7 | 第八条
      committee.composition | file={"members":35,"unionWorkers":21} | 21 ≥ ⌈35×60%⌉ = 21 | 总工发
      committee.composition | file={"members":35,"unionWorkers":20} | 还差 1 人 | 总工发
      recall | due=181&approvals=91 | 91×2 > 181×1 | 第十八条
      recall | due=181&approvals=90 | 还差 1 | 第十八条
      """)
  void anybodyTriesARule(String rule, String facts, String outcome, String article) {
    String[] sides = facts.split("=", 2);
    String asked = facts.startsWith("file") ? "file=" + encoded(sides[1]) : facts;
    Answer page = TestServer.running().visitor().get("/rules/" + rule + "?try=1&" + asked);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().replace("&gt;", ">")).contains(outcome, article);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
