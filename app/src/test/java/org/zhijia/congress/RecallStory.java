package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Body;
import org.zhijia.election.Poll;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.registry.ElectedPosts;
import org.zhijia.registry.ElectedPosts.InForce;
import org.zhijia.registry.Office;
import org.zhijia.registry.Organisations;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor.Answer;

/// A congress recalls somebody: moved, heard, voted upon in secret; the figures of the vote itself
/// are E9 among the cases of the count.
class RecallStory {
  private final TestCongress congress = TestCongress.atItsElection("云岭纺织厂工会");
  private final TestServer server = congress.server;
  private final String at = congress.at;

  @Test
  void whoIsRecalledLeavesTheOfficeAndWhoIsNotStays() throws IOException {
    long chair = office("申屠远", Office.CHAIR);
    long vice = office("贺兰青", Office.VICE_CHAIR);
    assertThat(congress.secretary.get(at + "/resolutions").body()).contains("申屠远 · 主席");

    move(chair);
    look("moved");
    move(vice);
    assertThat(refused("/recalls", "post", text(chair), "by", "某人", "grounds", "事实"))
        .contains("还没有表决", "第十八条");
    List<ResolutionStore.Resolution> moved = server.bean(ResolutionStore.class).of(congress.id);
    assertThat(moved)
        .extracting(ResolutionStore.Resolution::title)
        .containsExactly("关于罢免申屠远主席职务的决议", "关于罢免贺兰青副主席职务的决议");

    Poll carried = putToVote(moved.get(0), "said", "工作有失误，请大家依规处理。");
    Poll failed = putToVote(moved.get(1), "waived", "true");
    congress.announce(carried, true);
    congress.announce(failed, false);

    assertThat(server.bean(ElectedPosts.class).inForce(congress.union.id()))
        .extracting(InForce::name)
        .containsExactly("贺兰青");
    look("decided");
    String page = congress.secretary.get(at + "/resolutions").body();
    assertThat(page).contains("工作有失误", "书面放弃", "罢免通过").contains("未通过");
    assertThat(congress.acts("ResolutionDecided")).isEqualTo(2);
  }

  /// Somebody who holds no office of this union cannot be recalled from it; grounds are needed.
  @Test
  void aRecallIsMovedOnGroundsAgainstAnOfficeInForce() {
    long chair = office("令狐平", Office.CHAIR);
    assertThat(refused("/recalls", "post", text(chair + 1000), "by", "一团", "grounds", "事实"))
        .contains("请从现任职务中选择", "第十条");
    assertThat(refused("/recalls", "post", text(chair), "by", "", "grounds", "事实"))
        .contains("由谁提出", "第十八条");
    assertThat(server.bean(ResolutionStore.class).of(congress.id)).isEmpty();
  }

  private void look(String moment) throws IOException {
    Account leads = server.officer(congress.union, Role.SECRETARY);
    try (Browser browser = Browser.of(server)) {
      for (int[] size : new int[][] {{390, 844}, {1440, 900}}) {
        try (Window window = browser.window(size[0], size[1])) {
          window.signIn(leads.signInName(), TestServer.PASSWORD).open(at + "/resolutions");
          window.page().click("summary:has-text('提出罢免')");
          String name = "recall-" + moment + "-" + size[0];
          window.picture(name).assertSound(name);
        }
      }
    }
  }

  private long office(String name, Office office) {
    server
        .bean(Organisations.class)
        .post(
            new Organisations.Posting(
                congress.union.id(),
                congress.member(name),
                office,
                LocalDate.of(2024, 3, 1),
                LocalDate.of(2029, 2, 28)));
    return server.bean(ElectedPosts.class).inForce(congress.union.id()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .post();
  }

  private void move(long post) {
    Answer moved =
        congress.secretary.post(
            at + "/recalls", "post", text(post), "by", "第一代表团", "grounds", "长期不履行职责，经提醒未改正。");
    assertThat(moved.status()).as(moved.body()).isEqualTo(302);
  }

  /// Neither by hand nor before the person was heard.
  private Poll putToVote(ResolutionStore.Resolution moved, String field, String value) {
    String link = "/resolutions/" + moved.id();
    assertThat(refused(link + "/secret-vote")).contains("先听取本人陈述申辩", "第十八条");
    assertThat(refused(link + "/amendments", "by", "某", "before", "长期", "after", "一度"))
        .contains("不作修改");
    Answer byHand =
        server
            .signedIn(congress.union, Role.TELLER)
            .post(at + link + "/counts", "approvals", "15", "against", "0", "abstain", "0");
    assertThat(byHand.status()).isEqualTo(422);
    assertThat(byHand.body()).contains("罢免以无记名投票表决");
    assertThat(refused(link + "/hearing", "said", " ")).contains("请记下本人的陈述申辩");
    Answer heard = congress.secretary.post(at + link + "/hearing", field, value);
    assertThat(heard.status()).as(heard.body()).isEqualTo(302);
    Answer put = congress.secretary.post(at + link + "/secret-vote");
    assertThat(put.status()).as(put.body()).isEqualTo(302);
    assertThat(refused(link + "/hearing", "said", "后来添加")).contains("不再改变");
    return congress.elections.polls(congress.assembly()).stream()
        .filter(poll -> poll.body() == Body.RECALL && poll.title().equals(moved.title()))
        .findFirst()
        .orElseThrow();
  }

  private String refused(String path, String... fields) {
    Answer answer = congress.secretary.post(at + path, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    return answer.body();
  }

  private static String text(long number) {
    return String.valueOf(number);
  }
}
