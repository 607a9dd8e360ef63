package org.zhijia.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Announced;
import org.zhijia.testing.Browser;
import org.zhijia.testing.TestServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A voter writes somebody in on a telephone: looks the person up, is told that the seats are full
/// and that nobody is opposed, doubts and looks into the ballot, casts; the person is elected.
class WriteInBoothStory {
  private static final int VOTERS = 10;
  private static final List<String> ROSTER =
      Stream.concat(
              Stream.of("丁一", "王二", "李四", "赵甲", "赵乙"),
              IntStream.range(0, 12).mapToObj(i -> "林" + "安宁平和清明正直勤实新远".charAt(i)))
          .toList();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestServer server = TestServer.running();
  private final Hall hall =
      new Hall().makeKey().drawSlips(VOTERS).attend(VOTERS, VOTERS, 0, ROSTER);

  @Test
  void aPersonIsLookedUpWrittenInAndElected() throws IOException {
    String uuid = hall.prepareWithWriteIn(2, "丁一", "王二", "李四");
    hall.secretary.act("/polls/" + uuid + "/opening");
    try (Browser browser = Browser.of(server)) {
      seeNoneThatCanBeRead(browser);
      vote(browser);
      IntStream.range(1, VOTERS)
          .forEach(
              voter ->
                  hall.voter(voter)
                      .cast(hall.seal(voter, uuid, Hall.writingIn(voter < 7 ? 1 : 0))));
      Announced result = hall.finish(uuid);
      assertThat(result.elected()).containsExactlyInAnyOrder("丁一", "赵甲");
      assertThat(result.lines())
          .anySatisfy(
              line -> {
                assertThat(line.writtenIn()).isTrue();
                assertThat(line.name() + line.approve()).isEqualTo("赵甲7");
              });
      look(browser, uuid);
    }
  }

  private void enter(Browser.Window phone) {
    phone.open("/vote/" + hall.assembly);
    phone.page().fill("#code", hall.slips.getFirst().credential().secretText());
    phone.page().click("[data-code-form] .actions .button >> nth=0");
  }

  /// An old page knows nothing of a newer form of ballot.
  private void seeNoneThatCanBeRead(Browser browser) {
    try (Browser.Window phone = browser.window(390, 844)) {
      addUnreadable(phone.page(), true);
      enter(phone);
      phone.awaitsHeading("这台设备读不出正在进行的投票");
      assertThat(phone.page().locator("[data-unread]")).containsText("换一台设备再试");
      phone.assertSound("booth-unread-alone");
      phone.picture("booth-unread-alone");
      phone.page().unroute("**/polls");
      phone.awaitsHeading("委员会委员选举"); // the page looks again by itself
      assertThat(phone.page().locator("[data-unread]")).isHidden();
    }
  }

  private static void addUnreadable(Page page, boolean alone) {
    page.route(
        "**/polls",
        route -> {
          var response = route.fetch();
          ObjectNode answer = (ObjectNode) JSON.readTree(response.text());
          ArrayNode polls = (ArrayNode) answer.get("polls");
          ObjectNode other = ((ObjectNode) polls.get(0)).deepCopy();
          other.put("uuid", "another").put("title", "主席选举").put("election", "{}");
          if (alone) {
            polls.removeAll();
          }
          polls.insert(0, other);
          String body = answer.toString();
          route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body));
        });
  }

  private void vote(Browser browser) {
    try (Browser.Window phone = browser.window(390, 844)) {
      Page page = phone.page();
      addUnreadable(page, false);
      enter(phone);
      assertThat(page.locator(".candidate")).hasCount(4);
      assertThat(page.locator("[data-unread] .notice")).containsText("主席选举");
      assertThat(page.locator("[data-poll-title]")).hasText("委员会委员选举");
      page.evaluate("scrollTo(0, 0)");
      phone.assertSound("booth-unread");
      phone.picture("booth-unread");
      page.unroute("**/polls");
      choose(phone);
      fillSeats(phone);
      page.click("[data-next]");
      assertThat(page.locator("[data-review]")).containsText("赵甲");
      phone.assertSound("write-in-review");
      phone.picture("write-in-4-review");
      BoothStory.encrypt(phone);
      lookInside(browser, page);
      page.click("[data-step=opened] [data-again]");
      assertThat(page.locator("[data-write-in] .chosen")).containsText("另选：赵甲");
      page.click("[data-next]");
      BoothStory.encrypt(phone);
      page.click("[data-cast]");
      assertThat(page.locator("[data-sent] .tag")).containsText("已投进投票箱");
    }
  }

  /// Names are offered as they are typed; a choice can be taken back.
  private static void choose(Browser.Window phone) {
    Page page = phone.page();
    Locator panel = page.locator("[data-write-in]");
    assertThat(panel).containsText("共 14 人，请输入姓名查找");
    assertThat(panel.locator(".offered button")).hasCount(0);
    panel.scrollIntoViewIfNeeded();
    phone.assertSound("write-in-empty");
    phone.picture("write-in-1-empty");
    page.fill("#write-in", "丁一");
    assertThat(panel).containsText("名单上没有这个人");
    page.fill("#write-in", "赵");
    assertThat(panel.locator(".offered button")).hasCount(2);
    page.press("#write-in", "Enter");
    assertThat(panel.locator(".offered button")).hasCount(2);
    phone.picture("write-in-2-search");
    panel.locator(".offered button").getByText("赵乙").click();
    assertThat(panel.locator(".chosen")).hasText("另选：赵乙");
    panel.locator(".write-in-body button").click();
    page.fill("#write-in", "赵甲");
    panel.locator(".offered button").click();
    assertThat(panel.locator(".chosen")).hasText("另选：赵甲");
    phone.assertSound("write-in-chosen");
  }

  private static void fillSeats(Browser.Window phone) {
    Page page = phone.page();
    Locator running = page.locator("[data-running]");
    Locator candidates = page.locator(".candidate");
    assertThat(running).containsText("已选 1 人，最多 2 人");
    assertThat(running).containsText("须先反对一名候选人");
    assertThat(page.locator("[data-next]")).isDisabled();
    candidates.nth(0).locator(".mark.approve").click();
    candidates.nth(1).locator(".mark.approve").click();
    candidates.nth(2).locator(".mark.against").click();
    assertThat(running).containsText("已选 3 人，最多 2 人：请减少 1 人");
    assertThat(page.locator("[data-next]")).isDisabled();
    candidates.nth(1).locator(".mark.abstain").click();
    assertThat(running).containsText("已选 2 人，最多 2 人");
    assertThat(running).containsText("反对 1 人");
    assertThat(page.locator("[data-next]")).isEnabled();
    phone.picture("write-in-3-chosen");
  }

  private static void lookInside(Browser browser, Page page) {
    page.click("[data-step=fixed] summary");
    page.click("[data-open]");
    Download file = page.waitForDownload(() -> page.locator("[data-opened] a").first().click());
    Path saved = Path.of("target/screenshots/write-in-opening.json");
    file.saveAs(saved);
    try (Browser.Window other = browser.window(390, 844)) {
      other.open("/check");
      other.page().setInputFiles("#file", saved);
      Locator marks = other.page().locator("[data-marks] tr");
      assertThat(marks).hasCount(4);
      assertThat(marks.last()).containsText("赵甲");
      other.assertSound("write-in-check");
      other.picture("write-in-5-check");
    }
  }

  private static void look(Browser browser, String uuid) {
    for (int[] size : new int[][] {{390, 844}, {1440, 900}, {1920, 1080}}) {
      try (Browser.Window window = browser.window(size[0], size[1])) {
        window.open("/polls/" + uuid);
        assertThat(window.page().locator("main")).containsText("赵甲");
        window.assertSound("write-in-result");
        window.picture("write-in-6-result-" + size[0]);
      }
    }
  }
}
