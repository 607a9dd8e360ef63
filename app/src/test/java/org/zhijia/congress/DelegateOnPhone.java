package org.zhijia.congress;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;

/// A delegate with a card, a slip and a telephone.
final class DelegateOnPhone {
  private static final double PATIENCE = 60_000;

  /// The floor's own rounds never come: only the stream of changes tells it that something is new.
  private static final String NO_ROUNDS =
      """
      for (const name of ['setTimeout', 'setInterval']) {
        const real = window[name].bind(window);
        window[name] = (work, delay, ...more) => delay === 20000 ? 0 : real(work, delay, ...more);
      }
      """;

  final Window window;
  private final Page page;
  private final String floor;
  private final String card;

  DelegateOnPhone(Browser browser, String congress, Delegate delegate) {
    window = browser.window(390, 844);
    page = window.page();
    page.setDefaultTimeout(PATIENCE);
    page.addInitScript(NO_ROUNDS);
    floor = congress + "/floor";
    card = delegate.code();
  }

  void enterTheFloor() {
    window.open(floor);
    window.fill("代表证编码", card);
    window.press("进入会场");
    window.awaits("#now");
  }

  /// By an account instead of the card; the credential is made here instead of drawn.
  void makeACredential(String signInName) {
    window.signIn(signInName, TestServer.PASSWORD).open(floor);
    window.follow("不领凭证条，用自己的手机生成凭证");
    window.press("生成我的凭证");
    window.awaits("[data-have]:not([hidden])");
    window.open(floor);
  }

  /// From the floor to the ballot, with the credential on this telephone.
  void goToVote() {
    window.follow("去投票");
    window.awaitsHeading("投票");
    window.press("用这台手机里的凭证");
    window.awaits(".candidate");
  }

  /// From the floor to the ballot.
  void goToVote(String slip) {
    window.follow("去投票");
    window.awaitsHeading("投票");
    window.fill("凭证", slip);
    window.press("开始投票");
    window.awaits(".candidate");
  }

  void mark(String how, List<String> names) {
    for (String name : names) {
      page.locator(".candidate", new Page.LocatorOptions().setHasText(name))
          .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(how))
          .check();
    }
  }

  /// Reviews and encrypts what is marked.
  ///
  /// @return the tracker
  String encrypt() {
    window.press("核对");
    window.awaitsHeading("核对您的选择");
    window.press("加密选票");
    window.awaitsHeading("选票已加密，还没有投出");
    return page.innerText("[data-fixed] .tracker");
  }

  void cast() {
    window.press("投出");
    window.awaitsHeading("选票已经投出").awaits("[data-sent] .tag.good");
  }

  void changeMyVote() {
    window.press("改投");
    window.awaits(".candidate");
  }

  /// Looks into the ballot instead of casting it.
  void lookInside() {
    page.getByText("不放心？打开这张选票查验").click();
    window.press("打开查验");
    window.awaitsHeading("选票已打开，作废");
  }

  void fillInAnew() {
    window.press("重新填写并加密");
    window.awaits(".candidate");
  }

  void finish() {
    window.press("完成");
    window.awaitsHeading("投票");
  }

  /// Back on the floor, where the results are.
  void readTheResult(String title) {
    page.getByText("已宣布的结果").click();
    window.follow(title);
    window.awaits(".result");
  }

  /// What the result page says of a ballot.
  String lookUp(String tracker) {
    window.fill("选票追踪码", tracker);
    window.press("查找");
    return window.awaits(".ways [role=status]").page().innerText(".ways [role=status]");
  }
}
