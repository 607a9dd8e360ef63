package org.zhijia.congress;

import com.microsoft.playwright.Page;
import org.zhijia.identity.Account;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;

/// A scrutineer who does this for the first time, and knows nothing but what the page says.
final class ScrutineerAtLaptop {
  private static final String PHRASE = "三更灯火五更鸡鸣";

  final Window window;
  private final Page page;

  ScrutineerAtLaptop(Browser browser, Account account) {
    window = browser.window(1366, 768);
    page = window.page();
    window.signIn(account.signInName(), TestServer.PASSWORD);
  }

  /// From the first page to the scrutineers' page, once there is something to do.
  void begin() {
    window.open("/");
    page.locator("main .checklist a", new Page.LocatorOptions().setHasText("监票")).first().click();
    window.awaitsHeading("做我的密钥");
  }

  void makeMyKey() {
    window.press("生成我的密钥");
    window.awaitsHeading("备份我的密钥");
  }

  void backUp() {
    window.fill("口令", PHRASE);
    window.fill("再输一遍", PHRASE);
    page.waitForDownload(() -> window.press("保存备份文件"));
    page.getByLabel("文件和纸都已保存好").check();
    window.press("继续");
    window.awaitsHeading("核对其他监票人");
  }

  /// @return what is read aloud
  String comparisonCode() {
    return window.awaits("[data-compare-code]:visible").page().innerText("[data-compare-code]");
  }

  void compare() {
    window.press("核对码一致");
  }

  void keyIsMade() {
    window.awaitsHeading("计票").awaits("text=共同的密钥已经做成");
  }

  /// Waits until another's shuffle is through; `ShuffleStory` tells of who presses meanwhile.
  void shuffleAfter(String earlier) {
    window.awaits(".poll-card:has-text('已打乱：" + earlier + "')");
    shuffle();
  }

  void shuffle() {
    window.press("打乱顺序");
    window.awaits(".poll-card:has-text('您已打乱'), .poll-card:has-text('已经打乱顺序')");
  }

  void decrypt() {
    window.press("开票");
    window.awaits(".poll-card:has-text('您已开票'), .poll-card .count-sheet");
  }

  void sign() {
    window.press("签字确认这个结果");
    window.awaits(".poll-card:has-text('已签字')");
  }

  /// The result is announced: the page says so by itself, and nothing waits any more.
  void end() {
    window.awaits(".poll-card:has-text('已公布')");
    window.open("/").awaits("text=现在没有等您办理的事");
  }
}
