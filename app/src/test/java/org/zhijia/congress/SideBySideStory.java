package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Announced;
import org.zhijia.election.Candidate;
import org.zhijia.election.Poll;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.rehearsal.OtherDelegates;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;

/// A congress of twenty elects its committee with everybody's window open at the same time: the
/// secretary's desk, three delegates' telephones, three scrutineers' laptops and the big screen.
/// What happens in one window appears in the others by itself.
class SideBySideStory {
  private static final int SEATS = 5;
  private static final String TITLE = "选举第五届委员会委员";

  private final TestServer server = TestServer.running();
  private final TestCongress congress = TestCongress.atItsElection("南岭水泥厂工会");
  private final List<Account> watching =
      Stream.generate(() -> server.officer(congress.union, Role.SCRUTINEER)).limit(3).toList();
  private final List<String> standing =
      congress.delegates().subList(6, 12).stream().map(Delegate::name).toList();
  private Browser browser;
  private SecretaryAtDesk secretary;
  private List<ScrutineerAtLaptop> scrutineers;
  private DelegateOnPhone first;
  private DelegateOnPhone second;
  private DelegateOnPhone third; // with a credential of their own making instead of a slip
  private Window screen;

  @BeforeEach
  void openTheWindows() throws IOException {
    browser = Browser.of(server);
    Account leads = server.officer(congress.union, Role.SECRETARY);
    secretary = new SecretaryAtDesk(browser, leads, congress.at);
    scrutineers = watching.stream().map(each -> new ScrutineerAtLaptop(browser, each)).toList();
    first = new DelegateOnPhone(browser, congress.at, congress.delegates().get(0));
    second = new DelegateOnPhone(browser, congress.at, congress.delegates().get(1));
    third = new DelegateOnPhone(browser, congress.at, congress.delegates().getLast());
    first.enterTheFloor();
    second.enterTheFloor();
    Account usher = server.officer(congress.union, Role.USHER);
    screen = browser.window(1920, 1080).signIn(usher.signInName(), TestServer.PASSWORD);
    screen.open(congress.at + "/screen").awaits(".screen-item");
    screen.page().evaluate("window.openedOnce = true");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void everybodyFollowsTheElectionFromTheirOwnWindow() {
    adoptMethodAndScrutineers();
    makeTheKey();
    List<String> slips = drawSlips();
    open();
    List<String> trackers = vote(slips);
    closeAndCount();
    announce();
    findTheBallots(trackers);
  }

  private void adoptMethodAndScrutineers() {
    congress.hands("ELECTION_METHOD", 20);
    String post = "CHIEF_SCRUTINEER";
    for (Account each : watching) {
      congress.propose(post, each.name());
      post = "SCRUTINEER";
    }
    congress.hands("SCRUTINEERS", 20);
    secretary.adoptTheMethod(18);
    secretary.appoint(watching);
    assertThat(secretary.window.page().getByText("监票页").count()).isZero();
    keep("1-prepared", secretary.window, screen, first.window);
  }

  private void makeTheKey() {
    scrutineers.forEach(ScrutineerAtLaptop::begin);
    keep("2-make", laptop(0));
    scrutineers.forEach(ScrutineerAtLaptop::makeMyKey);
    keep("3-backup", laptop(1));
    scrutineers.forEach(ScrutineerAtLaptop::backUp);
    List<String> codes = scrutineers.stream().map(ScrutineerAtLaptop::comparisonCode).toList();
    assertThat(codes).hasSize(3).containsOnly(codes.getFirst());
    keep("4-compare", laptop(2));
    scrutineers.forEach(ScrutineerAtLaptop::compare);
    scrutineers.forEach(ScrutineerAtLaptop::keyIsMade);
    assertThat(congress.elections.readiness(congress.assembly()).keyMade()).isTrue();
  }

  private Window laptop(int scrutineer) {
    return scrutineers.get(scrutineer).window;
  }

  /// @return the letters inside, one slip for each delegate but the last
  private List<String> drawSlips() {
    Account account = server.officer(congress.union, Role.CREDENTIALS_CLERK);
    try (Window clerk = browser.window(1440, 900)) {
      clerk.page().onDialog(dialog -> dialog.accept());
      clerk.signIn(account.signInName(), TestServer.PASSWORD);
      clerk.open(congress.at);
      clerk.follow("资格审查");
      clerk.follow("制作和打印凭证条");
      clerk.fill("这次生成几张", "19");
      clerk.press("生成");
      clerk.awaits(".slip-paper").assertSound("slips");
      List<String> slips = clerk.page().locator(".slip-paper .slip-code code").allInnerTexts();
      for (Delegate each : congress.delegates().subList(0, 19)) {
        congress.usher.post(congress.at + "/check-in/" + each.id() + "/slip", "kind", "slip");
      }
      third.makeACredential(DelegateAccount.open(congress, congress.delegates().getLast()));
      keep("4-own-credential", third.window);
      clerk.press("已打印好，清除");
      clerk.press("冻结名册");
      clerk.awaits("[data-frozen]:visible");
      return slips;
    }
  }

  private void open() {
    secretary.prepare(TITLE, SEATS, standing);
    secretary.freezeAttendance();
    assertThat(first.window.page().locator(".floor-ask").count()).isZero();
    secretary.vote(TITLE);
    secretary.openTheVote();
    for (DelegateOnPhone each : List.of(first, second, third)) {
      each.window.awaits(".floor-ask a.big:has-text('去投票')");
    }
    awaitCast(0);
    screen.awaits(".screen-item h2:has-text('正在投票')");
    String fingerprint = poll().fingerprint().orElseThrow();
    screen.awaits(".screen-print code:has-text('" + fingerprint + "')");
    laptop(0).awaits(".poll-card code:has-text('" + fingerprint + "')");
    laptop(0).awaits(".poll-card dd:has-text('20 份。')");
    keep("5-open", all());
  }

  private void awaitCast(int cast) {
    screen.awaits(".screen-poll:has-text('已投 " + cast + " 票，发出 20 票')");
  }

  /// @return the first delegate's two trackers, then the second's
  private List<String> vote(List<String> slips) {
    List<String> trackers = new ArrayList<>();
    first.goToVote(slips.get(0));
    first.mark("赞成", standing.subList(0, 5));
    first.mark("反对", standing.subList(5, 6));
    trackers.add(first.encrypt());
    first.cast();
    awaitCast(1);
    first.changeMyVote();
    first.mark("反对", standing.subList(0, 1));
    first.mark("赞成", standing.subList(5, 6));
    trackers.add(first.encrypt());
    assertThat(first.window.page().innerText("[data-fixed] .fingerprint code"))
        .isEqualTo(poll().fingerprint().orElseThrow());
    keep("6-voting", first.window);
    first.cast();
    keep("7-changed", first.window);

    second.goToVote(slips.get(1));
    second.mark("赞成", standing.subList(0, 5));
    String opened = second.encrypt();
    second.lookInside();
    keep("8-opened", second.window);
    second.fillInAnew();
    second.mark("反对", standing.subList(3, 4));
    second.mark("弃权", standing.subList(4, 5));
    trackers.add(second.encrypt());
    assertThat(trackers).doesNotContain(opened);
    second.cast();
    awaitCast(2);
    voteOfTheOthers(slips);
    return trackers;
  }

  private void voteOfTheOthers(List<String> slips) {
    OtherDelegates others = OtherDelegates.of(server.at("/"), congress.assembly());
    for (int i = 2; i < 14; i++) {
      others.vote(slips.get(i), places(0, 1, 2, 3, 4), places(5));
    }
    awaitCast(14);
    keep("9-counting-along", screen, secretary.window);
    for (int i = 14; i < 19; i++) {
      others.vote(slips.get(i), places(0, 5), places(1));
    }
    third.goToVote();
    third.mark("赞成", List.of(standing.get(0), standing.get(5)));
    third.mark("反对", standing.subList(1, 2));
    third.encrypt();
    third.cast();
    awaitCast(20);
    secretary.window.awaits("#progress div:has-text('已投'):has-text('20')");
  }

  private Poll poll() {
    return congress.elections.polls(congress.assembly()).getFirst();
  }

  /// Where on the ballot they stand.
  private List<Integer> places(int... of) {
    List<String> ballot =
        congress.elections.candidates(poll().id()).stream().map(Candidate::name).toList();
    return IntStream.of(of).mapToObj(i -> ballot.indexOf(standing.get(i)) + 1).toList();
  }

  private void closeAndCount() {
    secretary.announceTheClosing();
    scrutineers.get(2).shuffle();
    scrutineers.get(0).shuffleAfter(watching.get(2).name());
    scrutineers.get(0).decrypt();
    secretary.window.awaits("text=监票人正在核验存档，然后共同开票");
    nothingIsKnown();
    scrutineers.get(1).decrypt();
    laptop(2).awaits(".poll-card:has-text('等总监票人签字')");
    secretary.window.awaits("text=等待总监票人签字");
    nothingIsKnown();
    keep("10-counted", laptop(0), laptop(2), screen);
    scrutineers.get(0).sign();
    secretary.window.awaits("button:has-text('宣布结果')");
    nothingIsKnown();
  }

  /// Neither in the hall nor at the desk.
  private void nothingIsKnown() {
    for (Window each : List.of(screen, secretary.window)) {
      assertThat(each.page().locator(".result, .screen-result").count()).isZero();
      assertThat(each.page().innerText("main")).doesNotContain("当选");
    }
    assertThat(screen.page().innerText("main")).doesNotContain(standing);
  }

  private void announce() {
    secretary.announceTheResult();
    keep("11-announced", secretary.window);
    assertThat(screen.page().locator(".screen-result").count()).isZero();
    secretary.showOnScreen(TITLE);
    screen.awaits(".screen-result");
    assertThat(screen.page().evaluate("window.openedOnce")).isEqualTo(true);
    assertThat(screen.page().locator(".screen-elected .name").allInnerTexts())
        .containsExactlyInAnyOrderElementsOf(standing.subList(0, 5));
    keep("12-result", screen, secretary.window);
    Announced result = congress.elections.announced(poll().id()).orElseThrow();
    assertThat(figures(result)).isEqualTo(expected());
    assertThat(result.returned()).isEqualTo(20);
    assertThat(result.valid()).isEqualTo(20);
    assertThat(result.majority()).isEqualTo(11);
  }

  private static Map<String, List<Integer>> figures(Announced result) {
    Map<String, List<Integer>> figures = new LinkedHashMap<>();
    result
        .lines()
        .forEach(
            each ->
                figures.put(each.name(), List.of(each.approve(), each.against(), each.abstain())));
    return figures;
  }

  /// The first ballot that was replaced, and the one that was opened, would show in these.
  private Map<String, List<Integer>> expected() {
    return Map.of(
        standing.get(0), List.of(19, 1, 0),
        standing.get(1), List.of(14, 6, 0),
        standing.get(2), List.of(14, 0, 6),
        standing.get(3), List.of(13, 1, 6),
        standing.get(4), List.of(13, 0, 7),
        standing.get(5), List.of(7, 12, 1));
  }

  private void findTheBallots(List<String> trackers) {
    for (DelegateOnPhone each : List.of(first, second)) {
      each.finish();
      Locator mine = each.window.page().locator("[data-mine-list] .tag.good");
      mine.waitFor();
      assertThat(mine.count()).isEqualTo(1);
      each.enterTheFloor();
      each.readTheResult(TITLE);
    }
    assertThat(first.lookUp(trackers.get(0))).contains("后来用同一张凭证条重新投过");
    assertThat(first.lookUp(trackers.get(1))).contains("在票箱里，已计入");
    assertThat(second.lookUp(trackers.get(2))).contains("在票箱里，已计入");
    scrutineers.forEach(ScrutineerAtLaptop::end);
    keep("13-found", all());
  }

  /// The windows are without fault; their pictures stay with the build.
  private void keep(String moment, Window... windows) {
    for (Window each : windows) {
      String name = "side-" + moment + "-" + whose(each);
      each.picture(name).assertSound(name);
    }
  }

  private String whose(Window window) {
    if (window == screen || window == secretary.window) {
      return window == screen ? "screen" : "desk";
    }
    int phone = phones().indexOf(window);
    if (phone >= 0) {
      return "phone-" + (1 + phone);
    }
    return "laptop-" + (1 + laptops().indexOf(window));
  }

  private List<Window> laptops() {
    return scrutineers.stream().map(each -> each.window).toList();
  }

  private List<Window> phones() {
    return List.of(first.window, second.window, third.window);
  }

  private Window[] all() {
    List<Window> all = new ArrayList<>(laptops());
    all.addAll(List.of(secretary.window, screen));
    all.addAll(phones());
    return all.toArray(Window[]::new);
  }
}
