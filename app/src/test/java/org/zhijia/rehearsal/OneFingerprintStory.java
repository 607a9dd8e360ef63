package org.zhijia.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Poll;
import org.zhijia.testing.Browser;
import org.zhijia.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a server could show to one voter alone, in English: a vote under another title is not
/// offered, one whose list leaves the voter out is not encrypted; and what scrutineers see to
/// compare is what the voter sees.
class OneFingerprintStory {
  private static final int VOTERS = 12;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestServer server = TestServer.running();
  private final Hall hall = new Hall().makeKey().drawSlips(VOTERS).attend(VOTERS, VOTERS, 0);

  @Test
  void whoReadsEnglishComparesIt() throws IOException {
    String committee = hall.prepare("COMMITTEE", 2, Hall.names(3));
    String resolution = hall.prepare("RESOLUTION", 1);
    hall.secretary.act("/polls/" + committee + "/opening");
    hall.secretary.act("/polls/" + resolution + "/opening");
    try (Browser browser = Browser.of(server);
        Browser.Window phone = browser.window(390, 844);
        Browser.Window desk = browser.window(1440, 900)) {
      String print = hall.poll(committee).fingerprint().orElseThrow();
      vote(phone, hall.poll(resolution));
      assertThat(phone.page().locator("[data-fixed] .fingerprint")).hasCount(1);
      assertThat(phone.page().locator("[data-fixed] code.print")).hasText(print);
      watch(desk);
      assertThat(desk.page().locator(".poll-card code.print").first()).hasText(print);
      assertThat(desk.page().locator(".poll-card dd").nth(1)).containsText("12. No more than");
      desk.assertSound("scrutiny-english");
      desk.picture("english-scrutiny");
    }
  }

  private static void inEnglish(Browser.Window window) {
    window.page().click(".menu summary");
    window.page().click("button[value=en]");
    assertThat(window.page().locator("html")).hasAttribute("lang", "en");
  }

  /// The resolution comes under a title that its document does not say.
  private void vote(Browser.Window phone, Poll renamed) {
    Page page = phone.page();
    page.route("**/polls", route -> answerUnderAnotherTitle(route, renamed.uuid()));
    phone.open("/vote/" + hall.assembly);
    inEnglish(phone);
    page.fill("#code", hall.slips.getFirst().credential().secretText());
    phone.press("Start voting");
    assertThat(page.locator("[data-unread] .notice.bad")).containsText("关于预算的决议");
    assertThat(page.locator("[data-unread] .notice.bad")).containsText("tell a scrutineer");
    phone.assertSound("booth-changed-english");
    phone.picture("english-booth-changed");
    page.locator(".candidate .mark.approve").first().click();
    page.click("[data-next]");
    page.route("**/credentials", route -> answerWithoutTheFirst(route));
    page.click("[data-encrypt]");
    assertThat(page.locator("[data-alert]")).containsText("Your credential is not on the list of");
    phone.assertSound("booth-not-listed-english");
    phone.picture("english-booth-not-listed");
    page.unroute("**/credentials");
    page.click("[data-encrypt]");
    page.waitForSelector("[data-fixed] .fingerprint");
    phone.assertSound("booth-fixed-english");
    phone.picture("english-booth-fixed");
  }

  private static void answerUnderAnotherTitle(Route route, String uuid) {
    var response = route.fetch();
    JsonNode answer = JSON.readTree(response.text());
    for (JsonNode poll : answer.get("polls")) {
      if (poll.get("uuid").stringValue().equals(uuid)) {
        ((ObjectNode) poll).put("title", "关于预算的决议");
      }
    }
    route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(answer.toString()));
  }

  private static void answerWithoutTheFirst(Route route) {
    var response = route.fetch();
    ArrayNode list = (ArrayNode) JSON.readTree(response.text());
    list.remove(0);
    route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(list.toString()));
  }

  private void watch(Browser.Window desk) {
    String name = hall.scrutineersAccounts.getFirst().signInName();
    desk.signIn(name, TestServer.PASSWORD).open("/scrutiny/" + hall.assembly);
    inEnglish(desk);
    desk.awaits("#letters")
        .fill("Or the letters on paper", hall.scrutineers.getFirst().seed.secretText());
    desk.page().click("[data-restore-form] .button");
    desk.page().click("[data-compared]");
  }
}
