package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Body;
import org.zhijia.testing.Browser;
import org.zhijia.testing.TestServer;

/// The secretary's, the tellers' and everybody's pages of a vote, at each stage and every size.
class ElectionLookStory {
  private static final int ALL = 24;
  private static final int SLIPS = 12;
  private static final List<String> LISTED =
      List.of(
          "丁一,女,汉族,1978.05,中共党员,恒通机械制造有限公司,工会主席",
          "王二,男,回族,1981.11,群众,金穗面粉有限公司,车间主任",
          "李四,女,汉族,1990.02,中共党员,望江街道总工会,副主席");

  private Browser.Window[] windows = {};

  @Test
  void everyPageOfAVoteIsSoundAtEverySize() throws IOException {
    Hall hall = new Hall().makeKey().drawSlips(SLIPS).attend(ALL, ALL, ALL - SLIPS);
    String uuid = hall.prepare("COMMITTEE", 2, LISTED.toArray(String[]::new));
    String unready = hall.prepare("AUDIT", 5, LISTED.getFirst());
    try (Browser browser = Browser.of(TestServer.running())) {
      windows = signedIn(browser, hall.secretaryAccount.signInName());
      look("votes", "/elections/" + hall.assembly);
      aVoteIsPrepared("/elections/" + hall.assembly);
      look("vote-unready", "/polls/" + unready);
      look("vote-ready", "/polls/" + uuid);
      hall.secretary.act("/polls/" + uuid + "/opening");
      look("vote-open", "/polls/" + uuid);
      String tracker = "";
      for (int i = 0; i < SLIPS; i++) {
        var sealed = hall.seal(i, uuid, Hall.marks(3, List.of(1, 2), List.of(3)));
        hall.voter(i).cast(sealed);
        tracker = sealed.tracker();
      }
      String paper = "/polls/" + uuid + "/paper";
      for (Client teller : hall.tellers) {
        teller.act(paper, "mark-1", "for", "mark-2", "for", "times", "12");
        teller.act(paper + "/completion");
      }
      look("vote-paper", paper);
      hall.finish(uuid);
      look("vote-result", "/polls/" + uuid);
      look("ballot-paper", "/polls/" + uuid + "/ballot-paper");
      String plenaries = "/elections/" + hall.assembly + "/plenaries";
      look("plenaries-elected", plenaries);
      hall.secretary.act(plenaries, "body", "COMMITTEE");
      look("plenaries-convened", plenaries);
      hall.secretary.act(
          plenaries + "/attendance", "body", "COMMITTEE", "present", "丁一", "present", "王二");
      hall.secretary.act(
          plenaries + "/polls",
          "body",
          "COMMITTEE",
          "viceChairs",
          "1",
          "standing",
          "0",
          "equal",
          "true");
      look("plenaries-votes", plenaries);
      look("plenaries-chair", "/polls/" + hall.live(Body.CHAIR).uuid());
      aBallotIsFoundByItsTracker(uuid, tracker);
    }
  }

  private void aVoteIsPrepared(String path) {
    for (Browser.Window window : windows) {
      String shown = "vote-prepare-" + window.page().viewportSize().width;
      window.open(path).page().click("summary:has-text('准备一项投票')");
      assertThat(window.page().isChecked("[name=writeIn]")).isTrue();
      window.picture(shown).assertSound(shown);
    }
  }

  private void aBallotIsFoundByItsTracker(String uuid, String tracker) {
    Page page = windows[0].open("/polls/" + uuid).page();
    page.fill("#tracker", tracker);
    page.click("text=查找");
    assertThat(page.textContent("main")).contains("这张选票在票箱里，已计入。");
    page.fill("#tracker", tracker.substring(1) + "A");
    page.click("text=查找");
    assertThat(page.textContent("main")).contains("票箱里没有这张选票。");
    windows[0].picture("vote-tracker").assertSound("tracker");
  }

  private static Browser.Window[] signedIn(Browser browser, String name) {
    return Stream.of(new int[][] {{390, 844}, {1440, 900}, {1920, 1080}})
        .map(size -> browser.window(size[0], size[1]).signIn(name, TestServer.PASSWORD))
        .toArray(Browser.Window[]::new);
  }

  private void look(String name, String path) {
    for (Browser.Window window : windows) {
      String shown = name + "-" + window.page().viewportSize().width;
      window.open(path).picture(shown).assertSound(shown);
    }
  }
}
