package org.zhijia.congress;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.zhijia.identity.Account;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;

/// A secretary who leads an election by following the checklist of the desk.
final class SecretaryAtDesk {
  final Window window;
  private final Page page;
  private final String congress;

  SecretaryAtDesk(Browser browser, Account account, String congress) {
    window = browser.window(1440, 900);
    page = window.page();
    page.onDialog(dialog -> dialog.accept());
    this.congress = congress;
    window.signIn(account.signInName(), TestServer.PASSWORD);
    atDesk();
  }

  void atDesk() {
    window.open(congress).awaits("#standing .checklist");
  }

  /// From the desk to where a line of its checklist is seen to.
  private void line(String text) {
    atDesk();
    page.locator(".checklist a", new Page.LocatorOptions().setHasText(text)).first().click();
  }

  private void note(String form) {
    page.locator("form[action$='/" + form + "']").getByRole(AriaRole.BUTTON).click();
    page.waitForURL("**/elections/*");
  }

  void adoptTheMethod(int hands) {
    line("在选举页登记选举办法");
    window.fill("赞成", String.valueOf(hands));
    note("method");
  }

  /// @param accounts the chief's first
  void appoint(List<Account> accounts) {
    line("监票人生成密钥");
    window.fill("登录名", String.join(",", accounts.stream().map(Account::signInName).toList()));
    note("scrutineers");
  }

  void prepare(String title, int seats, List<String> candidates) {
    line("宣布委员会选举结果");
    page.locator("summary", new Page.LocatorOptions().setHasText("准备一项投票")).click();
    window.fill("标题", title);
    window.fill("应选", String.valueOf(seats));
    window.press("准备");
    page.waitForURL("**/polls/*");
    window.fill("每行一人", String.join("\n", candidates));
    window.press("保存名单");
    window.press("全部候选人已同意参选");
    window.awaits("text=已同意");
  }

  void freezeAttendance() {
    line("冻结应到、实到人数");
    window.press("冻结应到、实到人数");
    window.awaits("text=人用纸票");
  }

  /// The page of the vote with this title.
  void vote(String title) {
    line("宣布委员会选举结果");
    window.follow(title);
    page.waitForURL("**/polls/*");
  }

  void openTheVote() {
    window.press("开始投票");
    window.awaits("text=结果要到计票、签字之后才有");
  }

  void announceTheClosing() {
    window.press("宣布投票结束");
    window.awaits("text=票箱将在");
  }

  void announceTheResult() {
    window.press("宣布结果");
    window.awaits(".result");
  }

  void showOnScreen(String title) {
    atDesk();
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("大屏")).click();
    window.press("显示：" + title);
    window.awaits(".notice:has-text('选举结果')");
  }
}
