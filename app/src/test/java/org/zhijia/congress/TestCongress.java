package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.ElectionsInMemory;
import org.zhijia.election.Poll;
import org.zhijia.identity.Role;
import org.zhijia.registry.Members;
import org.zhijia.registry.MembershipState;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Sensitive;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// A congress of the delegates of three units, worked at over HTTP by those who may; the elections
/// are told by a double. Twenty delegates of a grassroots union, if a test wants nothing else.
final class TestCongress {
  /// What a test wants.
  ///
  /// @param body whose rules hold
  /// @param quorum the variant of the rule that its method adopts
  record Wanted(String body, int due, String quorum) {}

  private static final Wanted TWENTY = new Wanted("grassroots", 20, "at-least-two-thirds");

  static final List<String> UNITS = List.of("铸造车间", "装配车间", "机关科室");

  final TestServer server = TestServer.running();
  private final Wanted wanted;
  final ElectionsInMemory elections = server.bean(ElectionsInMemory.class);
  final Organisation union;
  final Visitor secretary;
  final Visitor clerk;
  final Visitor usher;
  final long id;

  /// Its own address.
  final String at;

  private final Congresses congresses = server.bean(Congresses.class);

  private TestCongress(String unionName, Wanted wanted) {
    this.wanted = wanted;
    union = server.union(unionName);
    secretary = server.signedIn(union, Role.SECRETARY);
    clerk = server.signedIn(union, Role.CREDENTIALS_CLERK);
    usher = server.signedIn(union, Role.USHER);
    Answer made =
        secretary.post(
            "/congresses",
            "organisation",
            String.valueOf(union.id()),
            "name",
            unionName + "第五次会员代表大会",
            "kind",
            "DELEGATES",
            "body",
            wanted.body(),
            "due",
            String.valueOf(wanted.due()));
    assertThat(made.status()).as(made.body()).isEqualTo(302);
    at = made.location().replaceFirst("^https?://[^/]+", "");
    id = Long.parseLong(at.replaceAll("\\D+", ""));
  }

  /// Just opened by a new union's secretary.
  static TestCongress opened(String unionName) {
    return opened(unionName, TWENTY);
  }

  static TestCongress opened(String unionName, Wanted wanted) {
    return new TestCongress(unionName, wanted);
  }

  /// With all that has to be done before the preliminary meeting.
  static TestCongress prepared(String unionName) {
    return prepared(unionName, TWENTY);
  }

  static TestCongress prepared(String unionName, Wanted wanted) {
    TestCongress congress = opened(unionName, wanted);
    congress.plan();
    congress.entered("DELEGATES");
    congress.bringDelegates();
    congress.entered("CREDENTIALS");
    congress.examine();
    congress.entered("PRELIMINARY_MEETING");
    return congress;
  }

  /// Everybody is in the hall, the reports are heard: the congress comes to its election.
  static TestCongress atItsElection(String unionName) {
    TestCongress congress = prepared(unionName);
    congress
        .delegates()
        .forEach(each -> congress.usher.post(congress.at + "/check-in", "card", each.code()));
    congress.propose("PRESIDIUM", congress.delegates().get(2).name());
    congress.propose("SECRETARY_GENERAL", congress.delegates().get(3).name());
    for (String subject :
        List.of("CREDENTIALS_REPORT", "AGENDA", "PRESIDIUM", "SECRETARY_GENERAL")) {
      assertThat(congress.hands(subject, congress.wanted.due()).status()).isEqualTo(302);
    }
    congress.entered("OPENING");
    congress.call(ItemKind.OPENING);
    congress.secretary.post(congress.at + "/agenda/end");
    congress.entered("REPORTS");
    List.of(
            ItemKind.ADDRESS,
            ItemKind.WORK_REPORT,
            ItemKind.FINANCIAL_REPORT,
            ItemKind.AUDIT_REPORT,
            ItemKind.GROUP_DISCUSSION)
        .forEach(congress::call);
    congress.secretary.post(congress.at + "/agenda/end");
    congress.entered("ELECTION");
    return congress;
  }

  void plan() {
    Answer saved =
        secretary.post(
            at + "/settings",
            "name",
            union.name() + "第五次会员代表大会",
            "due",
            String.valueOf(wanted.due()),
            "beginsAt",
            "2026-12-20T09:00",
            "place",
            "职工之家三楼",
            "quorum",
            wanted.quorum(),
            "leastWomen",
            "6",
            "leastFrontLine",
            "8");
    assertThat(saved.status()).as(saved.body()).isEqualTo(302);
    secretary.post(at + "/agenda/usual");
    draft("congress-request");
    for (String step : List.of("DECISION", "PARTY_CONSENT", "HIGHER_CONSENT")) {
      secretary.post(at + "/steps", "step", step, "reference", "星工〔2026〕3号", "on", "2026-10-08");
    }
  }

  /// @return the document's address
  String draft(String template) {
    Answer drafted =
        secretary.post(
            at + "/papers",
            "template",
            template,
            "codeWord",
            "星工发",
            "higher",
            "青川区总工会",
            "contact",
            "工会办公室",
            "chair",
            "主席团");
    assertThat(drafted.location()).as(template + drafted.body()).contains("/documents/");
    return drafted.location().replaceFirst("^https?://[^/]+", "");
  }

  Answer enter(String stage) {
    return secretary.post(at + "/stages", "stage", stage);
  }

  void entered(String stage) {
    Answer answer = enter(stage);
    assertThat(answer.status()).as(stage + answer.body()).isEqualTo(302);
    assertThat(congresses.find(id).stage().name()).isEqualTo(stage);
  }

  /// As if everything before had been done.
  void skipTo(Stage stage) {
    server.bean(CongressStore.class).enter(id, stage, "", "测试", Instant.now());
  }

  Stage stage() {
    return congresses.find(id).stage();
  }

  long assembly() {
    return congresses.find(id).assembly();
  }

  void bringDelegates() {
    takeOver(upload(delegatesFile(wanted.due())));
    addUnits();
    units().forEach(unit -> report(unit, unit.members() - 1));
    secretary.post(
        at + "/delegations",
        "name",
        "第一代表团",
        "place",
        "一号会议室",
        "unit",
        String.valueOf(units().getFirst().id()));
  }

  static StringBuilder delegatesFile() {
    return delegatesFile(TWENTY.due());
  }

  /// As many as the units' quotas: of twenty nine, seven and four.
  static StringBuilder delegatesFile(int due) {
    StringBuilder csv = new StringBuilder("姓名,性别,民族,出生年月,政治面貌,单位,职务,代表类别,手机\n");
    int second = Math.ceilDiv(due * 9, 20);
    int third = second + due * 7 / 20;
    for (int i = 0; i < due; i++) {
      String unit = UNITS.get(i < second ? 0 : i < third ? 1 : 2);
      csv.append("代表").append((char) ('甲' + i)).append(',').append(i % 3 == 0 ? "女" : "男");
      csv.append(i == 4 ? ",回族" : ",汉族").append(",1985.03,");
      csv.append(i % 2 == 0 ? "中共党员" : "群众").append(',').append(unit).append(",职工,");
      csv.append(i < 12 ? "一线职工" : i < due - 3 ? "工会工作者" : "管理人员").append(",13900000000\n");
    }
    return csv;
  }

  Answer upload(StringBuilder csv) {
    return secretary.upload(
        at + "/delegates/file", "代表.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  void takeOver(Answer upload) {
    String key = upload.location().replaceAll(".*upload=", "");
    secretary.post(at + "/delegates/file/taking", "upload", key);
    assertThat(delegates()).hasSize(wanted.due());
  }

  void addUnits() {
    String[] members = {"90", "70", "40"};
    for (int i = 0; i < UNITS.size(); i++) {
      secretary.post(at + "/units", "name", UNITS.get(i), "members", members[i], "quota", "0");
    }
    secretary.post(at + "/quotas");
  }

  List<Unit> units() {
    return server.bean(DelegateStore.class).units(id);
  }

  List<Delegate> delegates() {
    return server.bean(DelegateStore.class).of(id);
  }

  void report(Unit unit, int votes) {
    List<String> form =
        new ArrayList<>(
            List.of("on", "2026-11-02", "attended", String.valueOf(unit.members() - 1)));
    delegates().stream()
        .filter(each -> each.unitName().equals(unit.name()))
        .forEach(each -> form.addAll(List.of("votes-" + each.id(), String.valueOf(votes))));
    Answer answer =
        secretary.post(at + "/units/" + unit.id() + "/election", form.toArray(String[]::new));
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
  }

  void examine() {
    clerk.post(at + "/credentials");
    draft("credentials-report");
    draft("delegate-list");
  }

  Answer hands(String subject, int approvals) {
    return secretary.post(
        at + "/hands",
        "subject",
        subject,
        "approvals",
        String.valueOf(approvals),
        "against",
        "0",
        "abstain",
        "0");
  }

  Answer propose(String post, String name) {
    return secretary.post(at + "/posts", "post", post, "name", name);
  }

  void call(ItemKind kind) {
    AgendaStore.Item item =
        server.bean(AgendaStore.class).items(id).stream()
            .filter(each -> each.kind() == kind)
            .findFirst()
            .orElseThrow();
    assertThat(secretary.post(at + "/agenda/" + item.id() + "/call").status()).isEqualTo(302);
  }

  void announce(Body body) {
    Poll open =
        elections.add(assembly(), body, "选举" + body.word(), org.zhijia.election.Stage.ANNOUNCED);
    announce(open);
  }

  void announce(Poll poll) {
    announce(poll, true);
  }

  void announce(Poll poll, boolean adopted) {
    Poll announced =
        new Poll(
            poll.id(),
            poll.assembly(),
            poll.uuid(),
            poll.body(),
            poll.title(),
            1,
            1,
            2,
            org.zhijia.election.Stage.ANNOUNCED,
            17,
            17,
            poll.fingerprint(),
            Optional.empty());
    elections.announce(
        union.id(),
        new Announced(
            announced,
            20,
            17,
            17,
            17,
            17,
            11,
            List.of(new Announced.Line("代表甲", 15, 1, 1, false, true)),
            List.of("代表甲"),
            adopted,
            List.of(),
            0,
            true,
            List.of(),
            List.of()));
  }

  /// A member of the union, enrolled.
  ///
  /// @return the person
  long member(String name) {
    return server
        .bean(Members.class)
        .enrol(
            new Members.Newcomer(
                name,
                true,
                new Sensitive(Map.of(Sensitive.Field.BIRTH, "1980-01-" + name + System.nanoTime())),
                union.id(),
                MembershipState.MEMBER,
                LocalDate.of(2020, 5, 1)))
        .orElseThrow();
  }

  long acts(String kind) {
    return server
        .bean(JdbcClient.class)
        .sql(
            """
            select count(*) from acts.pending
             where kind = ? and (payload::json) ->> 'congress' = ?
            """)
        .params(kind, String.valueOf(id))
        .query(Long.class)
        .single();
  }
}
