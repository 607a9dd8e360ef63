package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.ElectionsInMemory;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Sensitive;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;

/// Desk, floor and big screen of a congress of sixty in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CongressLookStory {
  private static final String FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
  private static final String GIVEN = "安宁和平康泰春秋松柏云山江海晨光文武";

  private final TestServer server = TestServer.running();
  private final ElectionsInMemory elections = server.bean(ElectionsInMemory.class);
  private final Organisation union = server.union("星河纺织厂工会");
  private final Account secretary =
      server.officer(union, Role.SECRETARY, Role.CREDENTIALS_CLERK, Role.TELLER);
  private Browser browser;
  private long id;

  @BeforeAll
  void start() throws IOException {
    browser = Browser.of(server);
    id = server.bean(Congresses.class).open(union.id(), plan());
    CongressStore store = server.bean(CongressStore.class);
    store.enter(id, Stage.OPENING, "", "测试", Instant.now());
    List<Delegate> all = server.bean(DelegateStore.class).of(id);
    Congress congress = store.find(id).orElseThrow();
    all.stream()
        .limit(52)
        .forEach(
            each ->
                server
                    .bean(AttendanceStore.class)
                    .move(
                        congress,
                        new AttendanceStore.Movement(
                            each.id(), AttendanceStore.Kind.ARRIVED, "", "测试", Instant.now())));
    AgendaStore agenda = server.bean(AgendaStore.class);
    String[] titles = {"大会开幕，奏唱国歌", "听取和审议工作报告", "分组讨论", "选举委员会、经费审查委员会", "大会闭幕"};
    ItemKind[] kinds = {
      ItemKind.OPENING,
      ItemKind.WORK_REPORT,
      ItemKind.GROUP_DISCUSSION,
      ItemKind.ELECTION,
      ItemKind.CLOSING
    };
    List<Long> items = new ArrayList<>();
    for (int i = 0; i < titles.length; i++) {
      items.add(agenda.add(id, item(kinds[i], titles[i])));
    }
    Instant now = Instant.now();
    agenda.start(id, items.get(0), now.minus(30, ChronoUnit.MINUTES));
    agenda.endCurrent(id, now.minus(10, ChronoUnit.MINUTES));
    agenda.start(id, items.get(1), now.minus(10, ChronoUnit.MINUTES));
    long delegation = server.bean(DelegateStore.class).addDelegation(id, "第一代表团", "二楼第一会议室");
    server.bean(DelegateStore.class).units(id).stream()
        .limit(2)
        .forEach(unit -> server.bean(DelegateStore.class).assign(id, unit.id(), delegation));
    agenda.note(id, new AgendaStore.Remark(delegation, items.get(1), "建议增加技能培训的内容。", "测试", now));
    adoptPresidium(all.subList(0, 9));
    long proposal =
        server
            .bean(ProposalStore.class)
            .add(id, all.getFirst().id(), "关于改善车间通风的提案", "车间夏季温度过高，建议加装排风设备。", now);
    server.bean(ProposalStore.class).sort(id, proposal, "MOTION", "设备科", Times.day("2027-03-01"));
    server
        .bean(ResolutionStore.class)
        .add(id, ResolutionKind.WORK_REPORT, "关于工作报告的决议", TEXT, "due");
    long draft = server.bean(ResolutionStore.class).of(id).getFirst().id();
    server.bean(ResolutionStore.class).amend(draft, "第一代表团", "同意", "批准", now);
  }

  /// A presidium that was proposed and adopted.
  private void adoptPresidium(List<Delegate> members) {
    members.forEach(
        each ->
            server
                .bean(AgendaStore.class)
                .post(id, Post.PRESIDIUM, each.name(), OptionalLong.of(each.id())));
    List<HandStore.Named> names =
        members.stream().map(each -> new HandStore.Named(Post.PRESIDIUM, each.name())).toList();
    Hands hands = new Hands(50, 1, 1);
    HandStore.Shown shown =
        new HandStore.Shown(Subject.PRESIDIUM, "", 60, 52, hands, true, names, "测试", Instant.now());
    server.bean(HandStore.class).add(id, shown, "{}");
  }

  private static final String TEXT =
      "大会听取并审议了委员会所作的工作报告。大会认为，报告实事求是地总结了过去五年的工作。大会同意这个报告。大会号召，全体职工为完成各项任务而努力。";

  private static AgendaStore.Item item(ItemKind kind, String title) {
    return new AgendaStore.Item(
        0,
        0,
        kind,
        title,
        kind == ItemKind.WORK_REPORT ? "委员会主席" : "",
        OptionalLong.empty(),
        Optional.empty(),
        kind == ItemKind.WORK_REPORT ? 45 : 20,
        Optional.empty(),
        Optional.empty());
  }

  private static Congresses.Plan plan() {
    String[] units = {"纺纱一分厂工会", "纺纱二分厂工会", "织布分厂工会", "染整分厂工会", "机关和后勤工会"};
    List<Congresses.PlannedUnit> planned = new ArrayList<>();
    List<Congresses.PlannedDelegate> delegates = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < units.length; i++) {
      planned.add(new Congresses.PlannedUnit(units[i], 120 + 40 * i, 12));
      for (int j = 0; j < 12; j++, next++) {
        String name =
            "" + FAMILY.charAt(next % 20) + GIVEN.charAt(next % 18) + GIVEN.charAt(next / 5);
        delegates.add(
            new Congresses.PlannedDelegate(
                units[i],
                name,
                next % 3 == 0,
                j < 6 ? "一线职工" : j < 9 ? "工会工作者" : "管理人员",
                "职工",
                new Sensitive(Map.of(Sensitive.Field.ETHNICITY, next == 7 ? "回族" : "汉族")),
                OptionalLong.empty()));
      }
    }
    return new Congresses.Plan(
        "星河纺织厂工会第六次会员代表大会",
        CongressKind.DELEGATES,
        "grassroots",
        60,
        Optional.of(Instant.parse("2026-12-20T01:00:00Z")),
        "职工文化宫礼堂",
        planned,
        delegates);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1440, 1920})
  void everyPageIsSound(int width) {
    SoftAssertions soft = new SoftAssertions();
    try (Window window = browser.window(width, width == 390 ? 844 : 1080)) {
      window.signIn(secretary.signInName(), TestServer.PASSWORD);
      for (String page :
          List.of(
              "",
              "/settings",
              "/units",
              "/delegates",
              "/credentials",
              "/cards",
              "/agenda",
              "/hands",
              "/discussion",
              "/papers",
              "/resolutions",
              "/check-in",
              "/check-in?show=present",
              "/kiosk",
              "/steering",
              "/archive")) {
        String name = "congress" + page.replaceAll("\\W+", "-") + "-" + width;
        window.open("/congresses/" + id + page).picture(name);
        soft.assertThatCode(() -> window.assertSound(name)).doesNotThrowAnyException();
      }
      window.open("/congresses").picture("congresses-" + width).assertSound("congresses");
      window.open("/congresses/new").picture("congress-new-" + width).assertSound("new");
    }
    soft.assertAll();
  }

  @Test
  void theFloorFitsATelephoneInLargeTypeAndEnglish() {
    String code = server.bean(Congresses.class).cards(id).getFirst().code();
    try (Window window = browser.window(360, 740)) {
      window.open("/congresses/" + id + "/floor").picture("floor-door").assertSound("door");
      window.page().fill("#card", code);
      window.page().click("main form button");
      window.page().waitForSelector("#now");
      window.picture("floor-360").assertSound("floor");
      assertThat(window.page().textContent(".floor-now .countdown")).matches("\\d\\d:\\d\\d");
      window.page().click("details.menu summary");
      window.page().click("text=大字版");
      window.page().click("details.menu summary");
      window.page().click("text=English");
      window.open("/congresses/" + id + "/floor?card=" + code);
      window.picture("floor-large-english").assertSound("floor in English");
    }
  }

  @Test
  void deskFloorAndScreenShowTheSameWithinASecond() {
    String code = server.bean(Congresses.class).cards(id).getFirst().code();
    try (Window desk = browser.window(1440, 900);
        Window floor = browser.window(390, 844);
        Window screen = browser.window(1920, 1080)) {
      desk.signIn(secretary.signInName(), TestServer.PASSWORD);
      screen.signIn(secretary.signInName(), TestServer.PASSWORD);
      floor.open("/congresses/" + id + "/floor?card=" + code);
      screen.open("/congresses/" + id + "/screen").picture("screen-hall").assertSound("screen");
      floor.page().waitForTimeout(500);
      desk.open("/congresses/" + id + "/steering");
      desk.page().fill("#w-message", "请代表们分组讨论，十一点回到会场");
      desk.page().click("button:has-text('上屏')");
      waitFor(floor, ".floor-message");
      waitFor(screen, ".screen-message");
      screen.picture("screen-message").assertSound("message");
      announceCommittee();
      desk.open("/congresses/" + id + "/steering");
      desk.page().click("button:has-text('选举委员会委员')");
      waitFor(screen, ".screen-result");
      screen.picture("screen-result").assertSound("result");
      desk.page().click("button:has-text('显示会场进程')");
      waitFor(screen, ".screen-item");
      elections.add(
          server.bean(Congresses.class).find(id).assembly(),
          Body.AUDIT,
          "选举经费审查委员会委员",
          org.zhijia.election.Stage.OPEN);
      screen.open("/congresses/" + id + "/screen").picture("screen-voting").assertSound("voting");
      floor.open("/congresses/" + id + "/floor?card=" + code);
      floor.picture("floor-voting").assertSound("voting floor");
    }
  }

  private static void waitFor(Window window, String part) {
    window
        .page()
        .waitForSelector(
            part, new com.microsoft.playwright.Page.WaitForSelectorOptions().setTimeout(2_000));
  }

  private void announceCommittee() {
    var poll =
        elections.add(
            server.bean(Congresses.class).find(id).assembly(),
            Body.COMMITTEE,
            "选举委员会委员",
            org.zhijia.election.Stage.ANNOUNCED);
    List<Announced.Line> lines = new ArrayList<>();
    List<String> elected = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      String name = "" + FAMILY.charAt(i) + GIVEN.charAt(17 - i) + GIVEN.charAt(i % 5);
      boolean in = i < 15;
      lines.add(new Announced.Line(name, in ? 51 - i : 20 - i, 1, 2, false, in));
      if (in) {
        elected.add(name);
      }
    }
    elections.announce(
        union.id(),
        new Announced(
            poll, 60, 52, 52, 52, 51, 31, lines, elected, false, List.of(), 0, true, List.of(),
            List.of()));
  }
}
