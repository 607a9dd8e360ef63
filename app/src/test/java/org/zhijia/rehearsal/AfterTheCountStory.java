package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Stage;
import org.zhijia.testing.Browser;
import org.zhijia.testing.TestServer;

/// What may follow a count, in a browser: the chief scrutineer lets a surplus count and signs, also
/// a vote on paper alone; a run-off; seats left open.
class AfterTheCountStory {
  private static final int ALL = 24;
  private static final int SLIPS = 12;
  private static final String REASON = "一名代表交回凭证条后改用纸质选票，签到台漏记，已当场核对";

  private final Hall hall = new Hall().makeKey().drawSlips(SLIPS).attend(ALL, ALL, ALL - SLIPS);
  private List<Browser.Window> secretary = List.of();

  @Test
  void theChiefScrutineerAndTheSecretaryFindTheirWay() throws IOException {
    try (Browser browser = Browser.of(TestServer.running())) {
      secretary =
          Stream.of(new int[][] {{390, 844}, {1440, 900}})
              .map(size -> browser.window(size[0], size[1]))
              .map(each -> each.signIn(hall.secretaryAccount.signInName(), TestServer.PASSWORD))
              .toList();
      Browser.Window chief = browser.window(1440, 900);
      chief.signIn(hall.chief.orElseThrow().signInName(), TestServer.PASSWORD);
      String surplus = surplus();
      restore(chief);
      aSurplusCounts(chief, surplus);
      hall.attend(ALL, ALL, ALL);
      aRunOffOnPaperIsSigned(chief);
      seatsAreLeftOpen();
      chief.assertSound("scrutiny");
    }
  }

  /// Eleven slips and thirteen on paper, of twelve each.
  private String surplus() {
    String uuid = hall.prepare("COMMITTEE", 1, Hall.names(2));
    hall.secretary.act("/polls/" + uuid + "/opening");
    for (int slip = 0; slip < SLIPS - 1; slip++) {
      hall.voter(slip).cast(hall.seal(slip, uuid, Hall.marks(2, List.of(1), List.of(2))));
    }
    hall.read(uuid, Pile.of(ALL - SLIPS + 1).approve(1));
    hall.secretary.act("/polls/" + uuid + "/closing", "grace", "10");
    hall.await(uuid, Stage.CLOSED);
    hall.scrutineers.get(2).decrypt(uuid);
    hall.scrutineers.get(1).decrypt(uuid);
    hall.await(uuid, Stage.COUNTED);
    return uuid;
  }

  private void restore(Browser.Window chief) {
    chief.open("/scrutiny/" + hall.assembly).awaits("#letters");
    chief.page().fill("#letters", hall.scrutineers.getFirst().seed.secretText());
    chief.page().locator("[data-restore-form] button").click();
    chief.awaitsHeading("核对其他监票人").awaits("[data-compare-code]:visible");
    chief.press("核对码一致");
    chief.awaits("text=共同的密钥已经做成");
  }

  private void aSurplusCounts(Browser.Window chief, String uuid) {
    chief.awaits("#reason-" + uuid);
    looks(chief, "scrutiny-surplus");
    chief.fill("核查情况和理由", REASON);
    chief.press("写明理由，按有效计票");
    chief.awaits(".poll-card .notice.warn:has-text('" + REASON + "')");
    looks(chief, "scrutiny-accepted");
    sign(chief, uuid);
    look("result-accepted", "/polls/" + uuid);
  }

  private void sign(Browser.Window chief, String uuid) {
    chief.press("签字确认这个结果");
    hall.await(uuid, Stage.SIGNED);
    hall.secretary.act("/polls/" + uuid + "/announcement");
  }

  private void aRunOffOnPaperIsSigned(Browser.Window chief) {
    String level =
        onPaper(
            2, 3, Pile.of(11).approve(1, 2), Pile.of(2).approve(2, 3), Pile.of(11).approve(1, 3));
    sign(chief, level);
    assertThat(hall.secretary.page("/polls/" + level)).contains("就票数相等的人准备再次投票");
    String runoff = hall.nextRound(level).uuid();
    look("runoff-ready", "/polls/" + runoff);
    look("runoff-paper", "/polls/" + runoff + "/ballot-paper");
    hall.secretary.act("/polls/" + runoff + "/opening");
    hall.read(runoff, Pile.of(9).approve(1), Pile.of(8).approve(2));
    hall.secretary.act("/polls/" + runoff + "/closing");
    hall.await(runoff, Stage.COUNTED);
    chief.awaits(".poll-card:has-text('赞成票多的当选')");
    looks(chief, "scrutiny-runoff");
    sign(chief, runoff);
    look("runoff-result", "/polls/" + runoff);
  }

  private String onPaper(int seats, int candidates, Pile... piles) {
    String uuid = hall.prepare("COMMITTEE", seats, Hall.names(candidates));
    hall.secretary.act("/polls/" + uuid + "/opening");
    hall.read(uuid, piles);
    hall.secretary.act("/polls/" + uuid + "/closing");
    hall.await(uuid, Stage.COUNTED);
    return uuid;
  }

  private void seatsAreLeftOpen() {
    String uuid = onPaper(23, 25, Pile.of(13).approveFrom(1, 21), Pile.of(11).approveFrom(3, 25));
    hall.signAndAnnounce(uuid);
    for (Browser.Window window : secretary) {
      window.open("/polls/" + uuid);
      window.page().locator("details.why summary").all().forEach(each -> each.click());
      String name = "seats-open-" + window.page().viewportSize().width;
      window.picture(name).assertSound(name);
    }
    String way = "/polls/" + uuid + "/reduction";
    assertThat(hall.secretary.form(way, "approve", "12").status()).isEqualTo(422);
    hall.secretary.act(way, "approve", "20", "against", "1");
    look("seats-reduced", "/polls/" + uuid);
  }

  private static void looks(Browser.Window window, String name) {
    window.picture(name + "-1440");
    window.page().setViewportSize(390, 844);
    window.picture(name + "-390").assertSound(name);
    window.page().setViewportSize(1440, 900);
  }

  private void look(String name, String path) {
    for (Browser.Window window : secretary) {
      String shown = name + "-" + window.page().viewportSize().width;
      window.open(path).picture(shown).assertSound(shown);
    }
  }
}
