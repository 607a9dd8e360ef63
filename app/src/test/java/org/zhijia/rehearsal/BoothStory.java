package org.zhijia.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.election.Announced;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.testing.Browser;
import org.zhijia.testing.TestServer;

/// A committee of 36 is elected in browsers: three scrutineers make the key, the credentials clerk
/// makes the slips, a delegate votes on a telephone, doubts, looks into the ballot, and votes
/// again; the scrutineers verify, open and sign. Other delegates are simulated.
class BoothStory {
  private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(90_000);
  private static final String SEEDS =
      "Object.keys(localStorage).filter(key => key.endsWith(' seed')).length";
  private static final Losses NONE = new Losses(0, 1);
  private static final int VOTERS = 12;
  private static final int SEATS = 36;
  private static final int CANDIDATES = 40;

  private final TestServer server = TestServer.running();
  private final URI base = server.at("/");
  private final Elections elections = server.bean(Elections.class);
  private final Hall hall = new Hall();
  private final long assembly = hall.assembly;
  private final List<Account> scrutineers =
      Stream.generate(() -> server.officer(hall.union, Role.SCRUTINEER)).limit(3).toList();

  private record Slip(String code, String secret) {}

  @Test
  void aCommitteeIsElectedInBrowsers() throws IOException {
    String names = String.join(",", scrutineers.stream().map(Account::signInName).toList());
    hall.secretary.act("/elections/" + assembly + "/scrutineers", "names", names, "threshold", "2");
    try (Browser browser = Browser.of(server)) {
      List<Browser.Window> keepers = new ArrayList<>();
      for (Account scrutineer : scrutineers) {
        Browser.Window window = browser.window(keepers.isEmpty() ? 390 : 1440, 844);
        window.signIn(scrutineer.signInName(), TestServer.PASSWORD);
        keepers.add(window.open("/scrutiny/" + assembly));
      }
      makeKey(keepers);
      List<Slip> slips = makeSlips(browser);
      String committee = open("COMMITTEE", SEATS, CANDIDATES);
      String resolution = open("RESOLUTION", 1, 0);
      voteOnATelephone(browser, slips.getFirst());
      voteAtADesk(browser, slips.get(1));
      others(slips.subList(2, VOTERS), committee, resolution);
      Announced result = finish(keepers, committee);
      assertThat(result.elected()).hasSize(SEATS);
      assertThat(result.returned()).isEqualTo(VOTERS);
      assertThat(result.lines().getFirst().approve()).isEqualTo(VOTERS);
      forgetTheKey(keepers.getFirst(), resolution);
    }
  }

  private void makeKey(List<Browser.Window> keepers) {
    Browser.Window first = keepers.getFirst();
    assertThat(heading(first, "做我的密钥")).isVisible();
    first.assertSound("scrutiny-make");
    first.picture("scrutiny-1-make");
    for (Browser.Window keeper : keepers) {
      Page page = keeper.page();
      page.click("[data-make]");
      assertThat(heading(keeper, "备份我的密钥")).isVisible();
      page.fill("#phrase", "三更灯火五更鸡鸣");
      page.fill("#phrase-again", "三更灯火五更鸡鸣");
      Download file = page.waitForDownload(() -> page.click("[data-backup-form] .button"));
      assertThat(file.suggestedFilename()).startsWith("scrutineer-" + assembly);
      if (keeper == first) {
        keeper.assertSound("scrutiny-backup");
        keeper.picture("scrutiny-2-backup");
        Path saved = Path.of("target/screenshots/backup.json");
        file.saveAs(saved);
        page.evaluate("localStorage.clear()");
        page.reload();
        assertThat(heading(keeper, "做我的密钥")).isVisible();
        page.click("[data-make]");
      }
      page.check("[data-backed-up]");
      page.click("[data-backup-next]");
    }
    for (Browser.Window keeper : keepers) {
      Locator code = keeper.page().locator("[data-compare-code]");
      assertThat(code).isVisible();
      assertThat(code).hasText(first.page().locator("[data-compare-code]").innerText());
      if (keeper == keepers.get(1)) {
        keeper.assertSound("scrutiny-others");
        keeper.picture("scrutiny-3-others");
      }
    }
    keepers.forEach(keeper -> keeper.page().click("[data-compared]"));
    keepers.forEach(keeper -> assertThat(heading(keeper, "计票")).isVisible());
    assertThat(elections.readiness(assembly).keyMade()).isTrue();
    restoreOnAnotherDevice(keepers.getLast());
  }

  /// The paper's letters bring the key to a browser that has lost it.
  private static void restoreOnAnotherDevice(Browser.Window keeper) {
    Page page = keeper.page();
    String seed =
        (String)
            page.evaluate("Object.entries(localStorage).find(([k]) => k.endsWith(' seed'))[1]");
    page.evaluate("localStorage.clear()");
    page.reload();
    assertThat(heading(keeper, "在这台设备上取回密钥")).isVisible();
    keeper.picture("scrutiny-restore");
    page.fill("#letters", seed.replaceAll("(.{6})", "$1 "));
    page.click("[data-restore-form] .button");
    assertThat(page.locator("[data-compare-code]")).isVisible();
    page.click("[data-compared]");
    assertThat(heading(keeper, "计票")).isVisible();
  }

  private List<Slip> makeSlips(Browser browser) {
    List<Slip> slips = new ArrayList<>();
    try (Browser.Window clerk = browser.window(1440, 900)) {
      Account account = server.officer(hall.union, Role.CREDENTIALS_CLERK);
      clerk.signIn(account.signInName(), TestServer.PASSWORD);
      clerk.open("/credentials/" + assembly);
      Page page = clerk.page();
      assertThat(page.locator("[data-make-form]")).isVisible();
      page.fill("#count", String.valueOf(VOTERS));
      page.click("[data-make-form] .button");
      assertThat(page.locator(".slip-paper")).hasCount(VOTERS);
      clerk.assertSound("slips");
      clerk.picture("slips");
      page.pdf(
          new Page.PdfOptions()
              .setPath(Path.of("target/screenshots/slips.pdf"))
              .setPreferCSSPageSize(true));
      for (int i = 0; i < VOTERS; i++) {
        Locator slip = page.locator(".slip-paper").nth(i);
        String secret = slip.locator(".slip-code code").innerText();
        slips.add(new Slip(slip.locator(".slip-outside strong").innerText(), secret));
      }
      IntStream.range(0, VOTERS).forEach(_ -> elections.slipDrawn(assembly));
      page.onDialog(dialog -> dialog.accept());
      page.click("[data-wipe]");
      assertThat(page.locator(".slip-paper")).hasCount(0);
      page.click("form[action$=freezing] .button");
      assertThat(page.locator("[data-frozen]")).isVisible();
      clerk.assertSound("slips-frozen");
    }
    return slips;
  }

  private String open(String body, int seats, int candidates) {
    hall.attend(VOTERS, VOTERS, 0);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      names.add("" + "丁王李张陈黄赵周".charAt(i % 8) + "甲乙丙春秋".charAt(i / 8));
    }
    String uuid = hall.prepare(body, seats, names.toArray(String[]::new));
    hall.secretary.act("/polls/" + uuid + "/opening");
    return uuid;
  }

  private void voteOnATelephone(Browser browser, Slip slip) {
    try (Browser.Window phone = browser.window(390, 844)) {
      Page page = phone.page();
      phone.open("/vote/" + assembly);
      assertThat(heading(phone, "投票")).isVisible();
      assertThat(page.locator("[data-own-start]")).isHidden(); // nothing was made on this telephone
      phone.assertSound("booth-code");
      phone.picture("booth-1-code");
      String wrong = slip.secret().charAt(0) == '2' ? "3" : "2";
      page.fill("#code", wrong + slip.secret().substring(1));
      page.click("[data-code-form] .actions .button >> nth=0");
      assertThat(page.locator("[data-code-problem]")).containsText("有一个字母不对");
      page.fill("#code", slip.secret().replace("-", ""));
      page.click("[data-code-form] .actions .button >> nth=0");
      assertThat(page.locator("[data-poll-title]")).hasText("委员会委员选举");
      markCandidates(phone);
      page.click("[data-next]");
      page.locator(".mark.approve").click();
      assertThat(page.locator("[data-running]")).containsText("您选的是：赞成");
      phone.assertSound("booth-resolution");
      phone.picture("booth-3-resolution");
      page.click("[data-next]");
      assertThat(heading(phone, "核对您的选择")).isVisible();
      phone.assertSound("booth-review");
      phone.picture("booth-4-review");
      encrypt(phone);
      phone.assertSound("booth-fixed");
      phone.picture("booth-5-fixed");
      challenge(browser, phone);
      page.click("[data-step=opened] [data-again]");
      assertThat(page.locator("[data-running]")).containsText("已选 36 人");
      page.click("[data-next]");
      page.click("[data-next]");
      encrypt(phone);
      page.click("[data-cast]");
      assertThat(heading(phone, "选票已经投出")).isVisible();
      phone.assertSound("booth-sent");
      phone.picture("booth-7-sent");
      page.click("[data-finish]");
      assertThat(page.locator("[data-mine-list] li")).hasCount(2);
      phone.picture("booth-8-mine");
    }
  }

  private static void markCandidates(Browser.Window phone) {
    Page page = phone.page();
    Locator candidates = page.locator(".candidate");
    assertThat(candidates).hasCount(CANDIDATES);
    for (int i = 0; i <= SEATS; i++) {
      candidates.nth(i).locator(".mark.approve").click();
    }
    assertThat(page.locator("[data-running]")).containsText("已选 37 人，最多 36 人：请减少 1 人");
    assertThat(page.locator("[data-next]")).isDisabled();
    candidates.nth(SEATS).locator(".mark.against").click();
    candidates.nth(SEATS + 1).locator(".mark.abstain").click();
    assertThat(page.locator("[data-running]")).containsText("已选 36 人，最多 36 人");
    phone.assertSound("booth-vote");
    phone.picture("booth-2-vote");
  }

  /// From the sheet of choices to the sealed ballot, which takes a while.
  static void encrypt(Browser.Window window) {
    long began = System.nanoTime();
    window.page().click("[data-encrypt]");
    assertThat(heading(window, "选票已加密，还没有投出")).isVisible(PATIENTLY);
    System.out.println("encrypted in " + (System.nanoTime() - began) / 1_000_000 + " ms");
  }

  private static void challenge(Browser browser, Browser.Window phone) {
    Page page = phone.page();
    page.click("[data-step=fixed] summary");
    page.click("[data-open]");
    assertThat(heading(phone, "选票已打开，作废")).isVisible();
    phone.assertSound("booth-opened");
    phone.picture("booth-6-opened");
    Download file = page.waitForDownload(() -> page.locator("[data-opened] a").first().click());
    Path saved = Path.of("target/screenshots/opening.json");
    file.saveAs(saved);
    try (Browser.Window other = browser.window(390, 844)) {
      other.open("/check");
      other.page().setInputFiles("#file", saved);
      assertThat(other.page().locator("[data-answer] .answer")).isVisible();
      assertThat(other.page().locator("[data-marks] tr")).hasCount(CANDIDATES);
      assertThat(other.page().locator("[data-marks] tr").nth(SEATS)).containsText("反对");
      other.assertSound("check");
      other.picture("check");
    }
  }

  /// A second voter on a shared tablet, by the slip's symbol; the network fails once.
  private void voteAtADesk(Browser browser, Slip slip) {
    try (Browser.Window desk = browser.window(1440, 900)) {
      Page page = desk.page();
      desk.open("/vote/" + assembly + "?shared#c=" + slip.secret());
      assertThat(page.locator("[data-poll-title]")).hasText("委员会委员选举");
      assertThat(page.url()).doesNotContain("#");
      for (int i = 0; i < SEATS; i++) {
        page.locator(".candidate").nth(i).locator(".mark.approve").click();
      }
      desk.picture("booth-desk");
      page.click("[data-next]");
      page.click("[data-next]");
      desk.picture("booth-desk-review");
      encrypt(desk);
      page.context().setOffline(true);
      page.click("[data-cast]");
      assertThat(page.locator("[data-waiting]")).containsText("不要离开这台设备");
      page.context().setOffline(false);
      assertThat(heading(desk, "选票已经投出")).isVisible();
      page.click("[data-finish]");
      assertThat(heading(desk, "投票")).isVisible();
      assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
      assertThat(page.content()).doesNotContain(slip.secret().substring(0, 11));
    }
  }

  private void others(List<Slip> slips, String committee, String resolution) {
    var documents = new java.util.HashMap<String, String>();
    new Client(base)
        .get("/api/assemblies/" + assembly + "/polls")
        .json()
        .get("polls")
        .forEach(
            poll ->
                documents.put(poll.get("uuid").stringValue(), poll.get("election").stringValue()));
    List<Integer> approve = new ArrayList<>(Collections.nCopies(CANDIDATES, 1));
    List<Integer> against = new ArrayList<>(Collections.nCopies(CANDIDATES, 0));
    for (int i = SEATS; i < CANDIDATES; i++) {
      approve.set(i, 0);
      against.set(i, 1);
    }
    for (Slip slip : slips) {
      Credential credential = Credential.parse(slip.secret()).orElseThrow();
      SimulatedVoter voter = new SimulatedVoter(new Client(base), credential, NONE);
      String slate = java.util.Objects.requireNonNull(documents.get(committee));
      String plain = java.util.Objects.requireNonNull(documents.get(resolution));
      assertThat(voter.cast(voter.seal(committee, slate, List.of(approve, against))).status())
          .isEqualTo(201);
      assertThat(voter.cast(voter.seal(resolution, plain, List.of(List.of(0, 1, 0)))).status())
          .isEqualTo(201);
    }
  }

  private Announced finish(List<Browser.Window> keepers, String uuid) {
    hall.secretary.act("/polls/" + uuid + "/closing", "grace", "10");
    for (Browser.Window keeper : List.of(keepers.getFirst(), keepers.getLast())) {
      Locator open = keeper.page().locator(".poll-card .button").getByText("开票");
      assertThat(open).isVisible(PATIENTLY);
      keeper.assertSound("scrutiny-count");
      keeper.picture("scrutiny-4-count-" + keepers.indexOf(keeper));
      open.click();
    }
    saysThatNoOtherDeviceOpenedIt(keepers.getLast());
    Page chief = keepers.getFirst().page();
    Locator sign = chief.getByText("签字确认这个结果");
    assertThat(sign).isVisible(PATIENTLY);
    keepers.getFirst().assertSound("scrutiny-sign");
    keepers.getFirst().picture("scrutiny-5-sign");
    sign.click();
    assertThat(chief.locator(".poll-card").first()).containsText("已签字");
    hall.secretary.act("/polls/" + uuid + "/announcement");
    return elections.announced(poll(uuid).id()).orElseThrow();
  }

  /// The key was brought back: this device cannot know what another one has opened, and asks.
  private static void saysThatNoOtherDeviceOpenedIt(Browser.Window keeper) {
    Page page = keeper.page();
    assertThat(page.locator("[data-alert]")).containsText("没有开票。");
    List<String> asked = new ArrayList<>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.message());
          dialog.accept();
        });
    page.locator(".poll-card .button").getByText("开票").click();
    assertThat(page.locator("[data-alert]")).isHidden();
    assertThat(asked).singleElement().asString().contains("委员会委员选举", "别的设备");
  }

  /// The meeting is filed: the key goes, but not while a vote still needs it.
  private void forgetTheKey(Browser.Window keeper, String stillOpen) {
    elections.end(assembly);
    Page page = keeper.page();
    page.reload();
    assertThat(heading(keeper, "计票")).isVisible();
    hall.secretary.act("/polls/" + stillOpen + "/cancellation", "reason", "不再表决");
    assertThat(heading(keeper, "大会已经结束")).isVisible();
    keeper.assertSound("scrutiny-ended");
    keeper.picture("scrutiny-6-ended");
    assertThat(page.evaluate(SEEDS)).isEqualTo(1);
    page.click("[data-forget]");
    assertThat(page.locator("[data-end-none]")).isFocused();
    assertThat(page.evaluate(SEEDS)).isEqualTo(0);
    keeper.assertSound("scrutiny-forgotten");
    keeper.picture("scrutiny-7-forgotten");
    page.reload();
    assertThat(page.locator("[data-end-none]")).isVisible();
    assertThat(page.locator("[data-forget]")).isHidden();
  }

  private Poll poll(String uuid) {
    return elections.polls(assembly).stream()
        .filter(poll -> poll.uuid().equals(uuid))
        .findFirst()
        .orElseThrow();
  }

  private static Locator heading(Browser.Window window, String text) {
    return window
        .page()
        .getByRole(
            AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true).setLevel(1));
  }
}
