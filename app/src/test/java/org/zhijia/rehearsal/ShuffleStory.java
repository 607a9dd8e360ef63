package org.zhijia.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Stage;
import org.zhijia.testing.Browser;
import org.zhijia.testing.TestServer;

/// Two scrutineers shuffle write-ins in their browsers, on a telephone and at a desk: the answer of
/// the server is lost, the page is loaded anew, somebody else is faster, the server lies. At the
/// desk everything is done by keyboard.
class ShuffleStory {
  private static final int VOTERS = 10;
  private static final List<String> ROSTER = List.of("丁一", "王二", "李四", "赵甲", "钱乙", "孙丙");
  private static final String STATUSES = ".poll-card > [role=status]";
  private static final int PATIENCE = 60_000;

  private final Hall hall =
      new Hall().makeKey().drawSlips(VOTERS).attend(VOTERS, VOTERS, 0, ROSTER);

  private String closed() {
    String uuid = hall.prepareWithWriteIn(2, "丁一", "王二", "李四");
    hall.secretary.act("/polls/" + uuid + "/opening");
    for (int voter = 0; voter < VOTERS; voter++) {
      hall.voter(voter).cast(hall.seal(voter, uuid, Hall.writingIn(voter % 3)));
    }
    hall.secretary.act("/polls/" + uuid + "/closing", "grace", "10");
    hall.await(uuid, Stage.CLOSED);
    return uuid;
  }

  /// A browser of this scrutineer, who brings the key from paper and has opened nothing elsewhere.
  private Browser.Window keeper(Browser browser, int number, int width, int height) {
    Browser.Window window = keyBroughtBack(browser, number, width, height);
    window.page().onDialog(ShuffleStory::acceptIfItIsOfDecryption);
    return window;
  }

  private static void acceptIfItIsOfDecryption(Dialog dialog) {
    if (dialog.message().contains("开过票")) {
      dialog.accept();
    } else {
      dialog.dismiss();
    }
  }

  private Browser.Window keyBroughtBack(Browser browser, int number, int width, int height) {
    Browser.Window window = browser.window(width, height);
    String name = hall.scrutineersAccounts.get(number).signInName();
    window.signIn(name, TestServer.PASSWORD).open("/scrutiny/" + hall.assembly);
    Page page = window.page();
    window.awaitsHeading("在这台设备上取回密钥");
    page.fill("#letters", hall.scrutineers.get(number).seed.secretText());
    page.click("[data-restore-form] .button");
    page.click("[data-compared]");
    return window.awaitsHeading("计票");
  }

  @Test
  void scrutineersShuffleInTheirBrowsersOneAfterAnother() throws IOException {
    String uuid = closed();
    try (Browser browser = Browser.of(TestServer.running())) {
      Browser.Window phone = keeper(browser, 0, 390, 844);
      Browser.Window desk = keeper(browser, 1, 1440, 900);
      for (Browser.Window each : List.of(phone, desk)) {
        shows(each, "票箱已封，10 张有效");
        shows(each, "需要 2 名监票人依次打乱，还没有人打乱过。");
        assertThat(offered(each, "打乱顺序")).isVisible();
        assertThat(offered(each, "开票")).hasCount(0);
      }
      phone.assertSound("shuffle-first");
      phone.picture("shuffle-1-phone");
      desk.assertSound("shuffle-first");
      desk.picture("shuffle-1-desk");
      offered(desk, "打乱顺序").focus();
      markStatuses(desk);
      loseTheAnswer(phone, uuid);
      shows(phone, "您已打乱，等待其他监票人（已有 1 名，需要 2 名）");
      phone.page().reload();
      shows(phone, "您已打乱，等待其他监票人（已有 1 名，需要 2 名）");
      assertThat(offered(phone, "打乱顺序")).hasCount(0);
      phone.picture("shuffle-2-waiting");
      shows(desk, "需要 2 名监票人依次打乱，已打乱：" + hall.scrutineersAccounts.getFirst().name());
      assertThat(offered(desk, "打乱顺序")).isFocused();
      assertStatusesMarked(desk);
      desk.page().keyboard().press("Enter");
      shows(phone, "另选他人的名字已经打乱顺序");
      shows(desk, "另选他人的名字已经打乱顺序");
      assertThat(desk.page().locator(".poll-card h2")).isFocused();
      desk.assertSound("shuffle-ended");
      phone.picture("shuffle-3-phone");
      desk.picture("shuffle-3-desk");
      offered(phone, "开票").focus();
      offered(desk, "开票").press("Enter");
      shows(desk, "您已开票，等待其他监票人");
      assertThat(desk.page().locator(".poll-card h2")).isFocused();
      waitForALook(phone);
      assertThat(offered(phone, "开票")).isFocused();
      offered(phone, "开票").click();
      assertThat(offered(phone, "签字确认这个结果")).isVisible(patiently());
      assertThat(hall.signAndAnnounce(uuid).elected()).containsExactly("丁一");
    }
  }

  /// A status that is drawn anew is read out anew: what is there now has to be there afterwards.
  private static void markStatuses(Browser.Window window) {
    window.page().evaluate("document.querySelectorAll(`" + STATUSES + "`).forEach(s => s.old = 1)");
  }

  private static void assertStatusesMarked(Browser.Window window) {
    assertThat(
            window
                .page()
                .evaluate("[...document.querySelectorAll(`" + STATUSES + "`)].map(s => s.old)"))
        .isEqualTo(List.of(1, 1));
  }

  /// Until the page has drawn what another did before.
  private static void waitForALook(Browser.Window window) {
    for (int look = 0; look < 2; look++) {
      window.page().waitForResponse("**/state", () -> {});
    }
  }

  /// The shuffle arrives, the answer does not: the next look at the state tells that it was taken.
  private static void loseTheAnswer(Browser.Window window, String uuid) {
    String sending = "**/polls/" + uuid + "/shuffle";
    window
        .page()
        .route(
            sending,
            route -> {
              route.fetch();
              route.abort();
            });
    offered(window, "打乱顺序").click();
    shows(window, "您已打乱");
    window.page().unroute(sending);
  }

  /// Presses, and keeps what is sent from arriving until it is let go.
  private static List<Route> shufflesOnTheirWay(Browser.Window desk, String uuid) {
    List<Route> held = new ArrayList<>();
    desk.page().route("**/polls/" + uuid + "/shuffle", held::add);
    offered(desk, "打乱顺序").click(new Locator.ClickOptions().setTimeout(PATIENCE));
    desk.page().waitForCondition(() -> !held.isEmpty());
    return held;
  }

  /// Her device says so, and goes on by itself.
  @Test
  void whoWasSlowerNeedsNotPressAgain() throws IOException {
    String uuid = closed();
    try (Browser browser = Browser.of(TestServer.running())) {
      Browser.Window desk = keeper(browser, 1, 1440, 900);
      List<Route> held = shufflesOnTheirWay(desk, uuid);
      hall.scrutineers.get(2).shuffle(uuid);
      held.getFirst().resume();
      desk.page()
          .waitForCondition(
              () -> held.size() > 1, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
      shows(desk, "已打乱：" + hall.scrutineersAccounts.get(2).name());
      shows(desk, "另一位监票人先完成，正在接着打乱");
      assertThat(offered(desk, "打乱顺序")).isFocused();
      assertThat(offered(desk, "打乱顺序")).isDisabled();
      desk.picture("shuffle-4-slower");
      held.get(1).resume();
      shows(desk, "另选他人的名字已经打乱顺序");
      assertThat(desk.page().locator("[data-alert]")).isHidden();
    }
  }

  @Test
  void whoComesWhenEnoughHaveShuffledIsOnlyShownThat() throws IOException {
    String uuid = closed();
    try (Browser browser = Browser.of(TestServer.running())) {
      Browser.Window desk = keeper(browser, 1, 1440, 900);
      List<Route> held = shufflesOnTheirWay(desk, uuid);
      hall.scrutineers.get(2).shuffle(uuid);
      hall.scrutineers.get(0).shuffle(uuid);
      held.getFirst().resume();
      shows(desk, "另选他人的名字已经打乱顺序");
      assertThat(desk.page().locator("[data-alert]")).isHidden();
      assertThat(held).hasSize(1);
      offered(desk, "开票").click();
      shows(desk, "您已开票");
    }
  }

  /// A server that shuffles in a scrutineer's name would know the order; here it only pretends that
  /// this device has shuffled something else.
  @Test
  void aDeviceDoesNotOpenWhatItHasNotShuffled() throws IOException {
    String uuid = closed();
    try (Browser browser = Browser.of(TestServer.running())) {
      Browser.Window desk = keeper(browser, 1, 1440, 900);
      offered(desk, "打乱顺序").click(new Locator.ClickOptions().setTimeout(PATIENCE));
      shows(desk, "您已打乱");
      desk.page()
          .evaluate(
              "uuid => localStorage['zhijia shuffle ' + uuid]"
                  + " = JSON.stringify({sent: ['0'.repeat(64)], taken: true})",
              uuid);
      hall.scrutineers.get(2).shuffle(uuid);
      offered(desk, "开票").click(new Locator.ClickOptions().setTimeout(PATIENCE));
      assertThat(desk.page().locator("[data-alert]")).containsText("您这台设备打乱的那一份没有被采用");
      desk.picture("shuffle-5-missing");
    }
    assertThat(hall.poll(uuid).stage()).isEqualTo(Stage.CLOSED);
  }

  /// A server that shuffles in a scrutineer's name: the page says whose name was used, and asks
  /// before it opens anything.
  @Test
  void aDeviceAsksWhereItsScrutineerIsSaidToHaveShuffled() throws IOException {
    String uuid = closed();
    try (Browser browser = Browser.of(TestServer.running())) {
      Browser.Window desk = keyBroughtBack(browser, 1, 1440, 900);
      hall.scrutineers.get(1).shuffle(uuid);
      shows(desk, "服务器说您已打乱（已有 1 名，需要 2 名），但不是在这台设备上做的");
      desk.picture("shuffle-6-claimed");
      hall.scrutineers.get(0).shuffle(uuid);
      List<String> asked = new ArrayList<>();
      desk.page()
          .onDialog(
              dialog -> {
                asked.add(dialog.message());
                if (asked.size() == 1) {
                  dialog.dismiss();
                } else {
                  dialog.accept();
                }
              });
      offered(desk, "开票").click(new Locator.ClickOptions().setTimeout(PATIENCE));
      assertThat(desk.page().locator("[data-alert]")).containsText("您没有做过：可能有人冒名");
      offered(desk, "开票").click(new Locator.ClickOptions().setTimeout(PATIENCE));
      shows(desk, "您已开票");
      assertThat(asked).hasSize(3);
      assertThat(asked.subList(0, 2)).allMatch(text -> text.contains("打乱过顺序"));
      assertThat(asked.getLast()).contains("开过票");
    }
  }

  private static Locator offered(Browser.Window window, String label) {
    return window.page().locator(".poll-card .button").getByText(label);
  }

  private static void shows(Browser.Window window, String text) {
    assertThat(window.page().locator(".poll-card"))
        .containsText(text, new ContainsTextOptions().setTimeout(PATIENCE));
  }

  private static IsVisibleOptions patiently() {
    return new IsVisibleOptions().setTimeout(PATIENCE);
  }
}
