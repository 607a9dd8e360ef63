package org.zhijia.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.congress.Situations;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.registry.Organisations;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;

/// Somebody who has never seen Zhijia carries the demo's congress to its end, by following the desk
/// and letting the other people act.
class DemoCongressStory {
  private static final double PATIENCE = 180_000;

  private final TestServer server = TestServer.demo();

  @Test
  void oneLeadsTheDemosCongressToItsEnd() throws IOException {
    try (Browser browser = Browser.of(server);
        Window window = browser.window(1440, 900)) {
      Newcomer newcomer = new Newcomer(window);
      try {
        newcomer.prepare();
        newcomer.examine();
        newcomer.open();
        newcomer.elect();
        newcomer.decide();
        newcomer.holdPlenaries();
        newcomer.close();
      } finally {
        window.picture("demo-last");
      }
    }
  }

  /// What the newcomer does with mouse and keyboard.
  private final class Newcomer {
    private final Window window;
    private final Page page;

    Newcomer(Window window) {
      this.window = window;
      this.page = window.page();
      page.setDefaultTimeout(15_000);
      page.onDialog(dialog -> dialog.accept());
      window.signIn("secretary", DemoSignIns.PASSWORD);
      desk();
    }

    private void desk() {
      window.open("/congresses/1");
    }

    private void press(String name) {
      page.locator("main")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
          .first()
          .click();
    }

    /// Follows a line of the checklist.
    private void follow(String line) {
      desk();
      page.locator(".checklist a", new Page.LocatorOptions().setHasText(line)).first().click();
    }

    /// Lets the other people act, and waits until they have.
    private void let(Act act, String button) {
      page.waitForResponse(
          answer -> answer.request().isNavigationRequest() && answer.ok(), () -> press(button));
      page.waitForSelector(
          "#people[hx-trigger='every 1s']",
          new Page.WaitForSelectorOptions()
              .setState(WaitForSelectorState.DETACHED)
              .setTimeout(PATIENCE));
      page.waitForLoadState();
      assertThat(page.locator(".scene-failed").count())
          .as(act + ": " + page.textContent("main"))
          .isZero();
    }

    private void enter(String stage) {
      desk();
      page.locator(".actions .button", new Page.LocatorOptions().setHasText(stage)).first().click();
      page.waitForSelector("#rail [aria-current]:has-text('" + stage + "')");
    }

    private void draft(String template) {
      window.open("/congresses/1/papers");
      page.selectOption("#t-template", template);
      press("填入示例");
      press("起草");
      page.waitForURL("**/documents/*");
    }

    void prepare() {
      window.picture("demo-begin").assertSound("demo");
      follow("议程草案");
      press("按一天会期起草议程");
      draft("congress-request");
      desk();
      for (int i = 0; page.locator("details[open] [name=reference]").count() > 0 && i < 5; i++) {
        press("填入示例");
        press("登记");
      }
      enter("代表");
    }

    void examine() {
      let(Act.UNITS_ELECT, "各选举单位报来选举情况");
      enter("资格审查");
      let(Act.EXAMINE, "资格审查员逐名审查");
      draft("credentials-report");
      enter("预备会议");
    }

    void open() {
      let(Act.ARRIVE, "代表签到");
      let(Act.RAISE_HANDS, "主持人报告举手表决结果");
      enter("开幕");
      hold(0, 1);
      enter("报告");
      hold(2, 3, 4, 5);
      enter("选举");
    }

    /// Calls up items of the agenda one after the other, and ends the last.
    private void hold(int... items) {
      window.open("/congresses/1/agenda");
      for (int item : items) {
        page.locator("tbody tr").nth(item).locator("form[action$='/call'] button").click();
        page.waitForSelector("tbody tr:nth-child(" + (item + 1) + "):has-text('正在进行')");
      }
      press("结束这一项");
    }

    void elect() {
      let(Act.RAISE_HANDS, "主持人报告举手表决结果");
      let(Act.MAKE_KEY, "监票人生成密钥");
      let(Act.DRAW_SLIPS, "制作和领取凭证条");
      prepareVote("COMMITTEE");
      prepareVote("AUDIT");
      let(Act.NOMINATE, "代表提名候选人");
      List<String> votes = votes("委员选举");
      window.open(votes.getFirst());
      press("今天开始公示");
      assertThat(page.textContent("main")).contains("候选人公示到");
      page.locator("#people summary").click();
      press("拨快 10 天");
      press("开始投票");
      window.open(votes.getLast());
      press("开始投票");
      run(votes);
      for (String vote : votes) {
        breakTies(vote);
      }
      window.picture("demo-result").assertSound("demo's result");
      enter("决议");
    }

    private void prepareVote(String body) {
      follow(body.equals("AUDIT") ? "宣布经费审查委员会选举结果" : "宣布委员会选举结果");
      page.locator("summary", new Page.LocatorOptions().setHasText("准备一项投票")).click();
      page.selectOption("#body", body);
      press("填入示例");
      press("准备");
      page.waitForURL("**/polls/*");
    }

    /// Addresses of the votes whose titles contain this.
    private List<String> votes(String part) {
      window.open("/congresses/1");
      page.locator(".tabs a", new Page.LocatorOptions().setHasText("选举")).first().click();
      return page.locator("main table a", new Page.LocatorOptions().setHasText(part)).all().stream()
          .map(link -> link.getAttribute("href"))
          .toList();
    }

    /// Everybody votes; the votes are closed, counted and announced.
    private void run(List<String> votes) {
      let(Act.VOTE, "代表投票");
      for (String vote : votes) {
        window.open(vote);
        press("宣布投票结束");
        page.waitForCondition(
            () -> {
              window.open(vote);
              return page.textContent(".stages [aria-current]").equals("计票")
                  || page.textContent(".stages [aria-current]").equals("待签字");
            },
            new Page.WaitForConditionOptions().setTimeout(PATIENCE));
      }
      let(Act.COUNT, "监票人开票、签字");
      for (String vote : votes) {
        window.open(vote);
        press("宣布结果");
        page.waitForSelector("text=自己核验");
      }
    }

    /// Those who are tied at the last seat stand again.
    private void breakTies(String vote) {
      window.open(vote);
      while (page.locator("form[action$='/next-round']").count() > 0
          && page.isVisible(".tag.warn:has-text('再次投票')")) {
        page.click("form[action$='/next-round'] button");
        press("全部候选人已同意参选");
        press("开始投票");
        String again = page.url().replaceFirst("^https?://[^/]+", "");
        run(List.of(again));
        window.open(again);
      }
    }

    void decide() {
      for (String kind : List.of("WORK_REPORT", "FINANCIAL_REPORT", "AUDIT_REPORT")) {
        window.open("/congresses/1/resolutions");
        Locator more = page.locator("details:has(#r-kind)");
        if (more.getAttribute("open") == null) {
          more.locator("summary").click();
        }
        page.selectOption("#r-kind", kind);
        press("填入示例");
        press("保存草案");
      }
      let(Act.COUNT_HANDS, "计票人清点举手");
      assertThat(page.locator(".resolution .tag.good").count()).isEqualTo(3);
      enter("首次全会");
    }

    void holdPlenaries() {
      plenary("COMMITTEE");
      plenary("AUDIT");
      let(Act.NOMINATE, "代表提名候选人");
      List<String> votes =
          page.locator("main table a[href^='/polls/']").all().stream()
              .map(link -> link.getAttribute("href"))
              .distinct()
              .toList();
      for (String vote : votes) {
        window.open(vote);
        press("开始投票");
      }
      run(votes);
      enter("闭幕");
    }

    private void plenary(String body) {
      follow(body.equals("AUDIT") ? "宣布经审会主任选举结果" : "宣布主席选举结果");
      Locator section = page.locator("section[aria-labelledby=of-" + body + "]");
      section.getByRole(AriaRole.BUTTON).first().click();
      press("填入示例");
      section.locator("form[action$='/attendance'] button").click();
      section.locator("form[action$='/polls'] button").click();
    }

    /// Everybody who was elected is found in the register: nobody asks for numbers.
    private void enterThePosts() {
      window.open("/congresses/1/officers");
      assertThat(page.locator("main tbody input").count()).isZero();
      press("登记任职");
      page.waitForSelector(".tag.warn:has-text('待批')");
      window.picture("demo-posts").assertSound("demo's posts");
      assertThat(page.locator("main tbody tr").count())
          .isEqualTo(page.locator("main tbody .tag.warn").count());
    }

    void close() {
      hold(9);
      enter("报批");
      draft("election-report");
      enterThePosts();
      desk();
      let(Act.REPLY, "上级工会批复");
      desk();
      assertThat(page.textContent("#rail [aria-current]")).isEqualTo("公告归档");
      window.picture("demo-end").assertSound("demo's end");
      long root = server.bean(Organisations.class).root().orElseThrow().id();
      assertThat(server.bean(Situations.class).current(root)).isEmpty();
      assertThat(server.bean(Elections.class).elected(1, Body.COMMITTEE)).hasSize(21);
    }
  }
}
