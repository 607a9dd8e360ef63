package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  private static StringBuilder file(int unionWorkers, int managers) {
    StringBuilder csv = new StringBuilder("姓名,性别,单位,代表类别\n");
    for (int i = 0; i < 181; i++) {
      String category = i < unionWorkers ? "工会工作者" : i < unionWorkers + managers ? "管理人员" : "一线职工";
      csv.append("代表").append((char) ('甲' + i)).append(i % 2 == 0 ? ",女," : ",男,");
      csv.append(TestCongress.UNITS.get(i % 3)).append(',').append(category).append('\n');
    }
    return csv;
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
      committee.composition | file={"members":35,"unionWorkers":21} | 21 ≥ ⌈35×60%⌉ = 21 | 总工发〔2015〕6号
      committee.composition | file={"members":35,"unionWorkers":20} | 还差 1 人 | 总工发〔2015〕6号
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
