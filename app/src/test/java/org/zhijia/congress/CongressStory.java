package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.ElectionsInMemory;
import org.zhijia.election.Poll;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// A congress of twenty delegates, from its preparation to the archive; the elections are told by a
/// double.
class CongressStory {
  private final TestServer server = TestServer.running();
  private final ElectionsInMemory elections = server.bean(ElectionsInMemory.class);
  private final Congresses congresses = server.bean(Congresses.class);
  private final Organisation union = server.union("星火机械厂工会");
  private final Visitor secretary = server.signedIn(union, Role.SECRETARY);
  private final Visitor clerk = server.signedIn(union, Role.CREDENTIALS_CLERK);
  private final Visitor usher = server.signedIn(union, Role.USHER);
  private long id;
  private String at = "";

  @Test
  void aCongressGoesFromItsPreparationToTheArchive() {
    prepare();
    bringDelegates();
    examine();
    meetBeforehand();
    open();
    report();
    elect();
    resolve();
    closeAndArchive();
    String archive = secretary.get(at + "/archive").body();
    assertThat(archive).contains("公告归档", "星工〔2026〕3号");
    assertThat(acts("StageEntered")).isGreaterThanOrEqualTo(11);
    assertThat(acts("ResolutionDecided")).isEqualTo(3);
    assertThat(acts("AttendanceFrozen")).isEqualTo(1);
  }

  private void prepare() {
    Answer made =
        secretary.post(
            "/congresses",
            "organisation",
            String.valueOf(union.id()),
            "name",
            "星火机械厂工会第五次会员代表大会",
            "kind",
            "DELEGATES",
            "body",
            "grassroots",
            "due",
            "20");
    assertThat(made.status()).as(made.body()).isEqualTo(302);
    at = made.location().replaceFirst("^https?://[^/]+", "");
    id = Long.parseLong(at.replaceAll("\\D+", ""));
    Answer early = enter("DELEGATES");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("上级工会批复同意召开", "《中国工会章程》 第二十二条");

    secretary.post(
        at + "/settings",
        "name",
        "星火机械厂工会第五次会员代表大会",
        "due",
        "20",
        "beginsAt",
        "2026-12-20T09:00",
        "place",
        "职工之家三楼",
        "quorum",
        "at-least-two-thirds",
        "leastWomen",
        "6",
        "leastFrontLine",
        "8");
    secretary.post(at + "/agenda/usual");
    draft("congress-request");
    for (String step : List.of("DECISION", "PARTY_CONSENT", "HIGHER_CONSENT")) {
      secretary.post(at + "/steps", "step", step, "reference", "星工〔2026〕3号", "on", "2026-10-08");
    }
    entered("DELEGATES");
  }

  private void draft(String template) {
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
  }

  private Answer enter(String stage) {
    return secretary.post(at + "/stages", "stage", stage);
  }

  private void entered(String stage) {
    Answer answer = enter(stage);
    assertThat(answer.status()).as(stage + answer.body()).isEqualTo(302);
    assertThat(congresses.find(id).stage().name()).isEqualTo(stage);
  }

  private void bringDelegates() {
    StringBuilder csv = new StringBuilder("姓名,性别,民族,出生年月,政治面貌,单位,职务,代表类别,手机\n");
    String[] units = {"铸造车间", "装配车间", "机关科室"};
    for (int i = 0; i < 20; i++) {
      String unit = units[i < 9 ? 0 : i < 16 ? 1 : 2];
      csv.append("代表").append((char) ('甲' + i)).append(',').append(i % 3 == 0 ? "女" : "男");
      csv.append(i == 4 ? ",回族" : ",汉族").append(",1985.03,");
      csv.append(i % 2 == 0 ? "中共党员" : "群众").append(',').append(unit).append(",职工,");
      csv.append(i < 12 ? "一线职工" : i < 17 ? "工会工作者" : "管理人员").append(",13900000000\n");
    }
    csv.append("坏行,未知,汉族,1985.13,群众,铸造车间,,一线职工,\n");
    Answer upload =
        secretary.upload(
            at + "/delegates/file", "代表.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    Answer preview = secretary.follow(upload);
    assertThat(preview.body()).contains("“1985.13”不是日期", "导入 20 名");
    String key = upload.location().replaceAll(".*upload=", "");
    secretary.post(at + "/delegates/file/taking", "upload", key);
    assertThat(delegates()).hasSize(20);

    int[] members = {90, 70, 40};
    for (int i = 0; i < 3; i++) {
      secretary.post(
          at + "/units", "name", units[i], "members", String.valueOf(members[i]), "quota", "0");
    }
    secretary.post(at + "/quotas");
    assertThat(server.bean(DelegateStore.class).units(id))
        .extracting(Unit::quota)
        .containsExactly(9, 7, 4);
    assertThat(enter("CREDENTIALS").body()).contains("铸造车间还没有登记选举情况");
    server.bean(DelegateStore.class).units(id).forEach(unit -> report(unit, 10));
    assertThat(enter("CREDENTIALS").body()).contains("铸造车间：需要 90 的 1/2");
    server.bean(DelegateStore.class).units(id).forEach(unit -> report(unit, unit.members() - 1));
    secretary.post(at + "/delegations", "name", "第一代表团", "place", "一号会议室", "unit", unitId(0));
    entered("CREDENTIALS");
  }

  private String unitId(int index) {
    return String.valueOf(server.bean(DelegateStore.class).units(id).get(index).id());
  }

  private List<Delegate> delegates() {
    return server.bean(DelegateStore.class).of(id);
  }

  private void report(Unit unit, int votes) {
    List<String> form =
        new java.util.ArrayList<>(
            List.of("on", "2026-11-02", "attended", String.valueOf(unit.members() - 1)));
    delegates().stream()
        .filter(each -> each.unitName().equals(unit.name()))
        .forEach(each -> form.addAll(List.of("votes-" + each.id(), String.valueOf(votes))));
    Answer answer =
        secretary.post(at + "/units/" + unit.id() + "/election", form.toArray(String[]::new));
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
  }

  private void examine() {
    Delegate first = delegates().getFirst();
    Answer refused = clerk.post(at + "/credentials/" + first.id(), "passed", "false", "ground", "");
    assertThat(refused.body()).contains("不通过须写明理由");
    clerk.post(at + "/credentials/" + first.id(), "passed", "true");
    clerk.post(at + "/credentials");
    assertThat(acts("CredentialsExamined")).isPositive();
    draft("credentials-report");
    draft("delegate-list");
    entered("PRELIMINARY_MEETING");
  }

  private void meetBeforehand() {
    List<Delegate> all = delegates();
    assertThat(hands("AGENDA", 13).body()).contains("需要 20 的 2/3");
    for (int i = 0; i < 18; i++) {
      Answer in = usher.post(at + "/check-in", "card", all.get(i).code().replace("-", " "));
      assertThat(in.status()).as(in.body()).isEqualTo(302);
    }
    assertThat(usher.post(at + "/check-in", "card", "XXXX").body()).contains("没有这张代表证");
    String departure = at + "/check-in/" + all.get(17).id() + "/departure";
    assertThat(usher.post(departure, "mistake", "true").body()).contains("请写明撤销签到的原因");
    usher.post(departure, "mistake", "true", "reason", "扫错了代表证");
    assertThat(usher.get(at + "/check-in").body()).contains("符合法定人数");
    assertThat(hands("AGENDA", 18).body()).contains("多于实到");
    for (String subject :
        List.of("CREDENTIALS_REPORT", "AGENDA", "PRESIDIUM", "SECRETARY_GENERAL")) {
      assertThat(hands(subject, 15).status()).isEqualTo(302);
    }
    secretary.post(at + "/posts", "post", "PRESIDIUM", "name", all.get(2).name());
    entered("OPENING");
  }

  private Answer hands(String subject, int approvals) {
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

  private void open() {
    call(ItemKind.OPENING);
    Visitor delegate = server.visitor();
    String floor = at + "/floor?card=" + delegates().getFirst().code();
    assertThat(delegate.get(floor).body()).contains("大会开幕", delegates().getFirst().name());
    assertThat(delegate.get(at + "/floor").body()).contains("代表证编码");
    delegate.get(floor);
    Answer proposed =
        delegate.post(
            at + "/floor/proposals",
            "card",
            delegates().getFirst().code(),
            "title",
            "关于改善车间通风的提案",
            "text",
            "铸造车间夏季温度过高，建议加装排风设备。");
    assertThat(proposed.status()).isEqualTo(302);
    secretary.post(at + "/agenda/end");
    entered("REPORTS");
  }

  private void call(ItemKind kind) {
    AgendaStore.Item item =
        server.bean(AgendaStore.class).items(id).stream()
            .filter(each -> each.kind() == kind)
            .findFirst()
            .orElseThrow();
    assertThat(secretary.post(at + "/agenda/" + item.id() + "/call").status()).isEqualTo(302);
  }

  private void report() {
    for (ItemKind kind :
        List.of(
            ItemKind.WORK_REPORT,
            ItemKind.FINANCIAL_REPORT,
            ItemKind.AUDIT_REPORT,
            ItemKind.GROUP_DISCUSSION)) {
      call(kind);
    }
    AgendaStore.Item discussion =
        server.bean(AgendaStore.class).items(id).stream()
            .filter(AgendaStore.Item::isCurrent)
            .findFirst()
            .orElseThrow();
    long delegation = server.bean(DelegateStore.class).delegations(id).getFirst().id();
    secretary.post(
        at + "/discussion",
        "delegation",
        String.valueOf(delegation),
        "item",
        String.valueOf(discussion.id()),
        "text",
        "建议报告中增加技能培训的内容。");
    secretary.post(at + "/agenda/end");
    String page = secretary.get(at + "/discussion").body();
    assertThat(page).contains("增加技能培训", "关于改善车间通风的提案");
    answerTheProposal();
    entered("ELECTION");
  }

  private void answerTheProposal() {
    long proposal = server.bean(ProposalStore.class).of(id).getFirst().id();
    String link = at + "/proposals/" + proposal;
    assertThat(secretary.post(link + "/sorting", "as", "MOTION").body()).contains("承办单位和答复期限");
    secretary.post(link + "/sorting", "as", "MOTION", "responsible", "设备科", "due", "2027-03-01");
    secretary.post(link + "/reply", "text", "已列入明年设备改造计划。");
    Visitor delegate = server.visitor();
    String code = delegates().getFirst().code();
    assertThat(delegate.get(at + "/floor?card=" + code).body()).contains("已列入明年设备改造计划");
    String floor = at + "/floor/proposals/" + proposal + "/satisfaction";
    delegate.post(floor, "card", code, "how", "SATISFIED");
    assertThat(server.bean(ProposalStore.class).of(id).getFirst().state()).isEqualTo("CLOSED");
  }

  private void elect() {
    hands("ELECTION_METHOD", 16);
    hands("SCRUTINEERS", 16);
    for (Delegate each : delegates().subList(0, 17)) {
      String slip = at + "/check-in/" + each.id() + "/slip";
      usher.post(slip, "kind", each.id() % 5 == 0 ? "paper" : "slip");
    }
    long assembly = congresses.find(id).assembly();
    assertThat(usher.post(at + "/attendance").status()).isEqualTo(302);
    assertThat(elections.attended(assembly))
        .hasValueSatisfying(
            given -> {
              assertThat(given.due()).isEqualTo(20);
              assertThat(given.present()).isEqualTo(17);
              assertThat(elections.drawn(assembly)).isEqualTo(17 - given.paper());
            });
    assertThat(enter("RESOLUTIONS").body()).contains("宣布委员会选举结果");
    announce(Body.COMMITTEE);
    announce(Body.AUDIT);
    entered("RESOLUTIONS");
  }

  private void announce(Body body) {
    Poll open =
        elections.add(
            congresses.find(id).assembly(),
            body,
            "选举" + body.word(),
            org.zhijia.election.Stage.ANNOUNCED);
    announce(open);
  }

  private void announce(Poll poll) {
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
            true,
            List.of(),
            0));
  }

  private void resolve() {
    for (ResolutionKind kind :
        List.of(
            ResolutionKind.WORK_REPORT,
            ResolutionKind.FINANCIAL_REPORT,
            ResolutionKind.AUDIT_REPORT)) {
      secretary.post(
          at + "/resolutions",
          "kind",
          kind.name(),
          "title",
          "关于" + kind.name() + "的决议",
          "text",
          "大会听取并审议了报告。大会同意这个报告。",
          "base",
          "due");
    }
    List<ResolutionStore.Resolution> drafts = server.bean(ResolutionStore.class).of(id);
    amend(drafts.getFirst());
    Visitor first = server.signedIn(union, Role.TELLER);
    Visitor second = server.signedIn(union, Role.TELLER);
    count(first, drafts.get(0), 11);
    count(second, drafts.get(0), 12);
    assertThat(secretary.get(at + "/resolutions").body()).contains("计票人的数字不同");
    count(first, drafts.get(0), 12);
    count(first, drafts.get(1), 11);
    count(second, drafts.get(1), 11);
    secretary.post(at + "/resolutions/" + drafts.get(2).id() + "/secret-vote");
    Poll vote =
        elections.polls(congresses.find(id).assembly()).stream()
            .filter(each -> each.body() == Body.RESOLUTION)
            .findFirst()
            .orElseThrow();
    announce(vote);
    assertThat(server.bean(ResolutionStore.class).of(id))
        .allMatch(each -> each.adopted().orElse(false));
    Answer document = secretary.post(at + "/resolutions/" + drafts.getFirst().id() + "/document");
    assertThat(document.status()).as(document.body()).isEqualTo(302);
    entered("FIRST_PLENARIES");
  }

  private void amend(ResolutionStore.Resolution draft) {
    String link = at + "/resolutions/" + draft.id() + "/amendments";
    assertThat(secretary.post(link, "by", "第一代表团", "before", "没有的话", "after", "").body())
        .contains("草案中没有这段原文");
    secretary.post(link, "by", "第一代表团", "before", "同意", "after", "批准");
    assertThat(secretary.get(at + "/resolutions").body()).contains("<ins>批准</ins>");
    long amendment = server.bean(ResolutionStore.class).amendments(draft.id()).getFirst().id();
    Answer taken = secretary.post(link + "/" + amendment, "taken", "true");
    assertThat(taken.status()).as(taken.body()).isEqualTo(302);
    assertThat(server.bean(ResolutionStore.class).of(id).getFirst().text()).contains("大会批准这个");
  }

  private void count(Visitor teller, ResolutionStore.Resolution draft, int approvals) {
    Answer counted =
        teller.post(
            at + "/resolutions/" + draft.id() + "/counts",
            "approvals",
            String.valueOf(approvals),
            "against",
            "1",
            "abstain",
            "2");
    assertThat(counted.status()).as(counted.body()).isEqualTo(302);
  }

  private void closeAndArchive() {
    announce(Body.CHAIR);
    announce(Body.AUDIT_CHAIR);
    entered("CLOSING");
    call(ItemKind.CLOSING);
    secretary.post(at + "/agenda/end");
    entered("APPROVAL");
    draft("election-report");
    draft("minutes");
    draft("host-script");
    draft("congress-agenda");
    draft("congress-notice");
    Answer approved =
        secretary.upload(
            at + "/approval",
            "批复.pdf",
            new byte[] {1, 2, 3},
            "number",
            "青工批〔2026〕9号",
            "on",
            "2026-12-28");
    assertThat(approved.status()).as(approved.body()).isEqualTo(302);
    assertThat(congresses.find(id).stage()).isEqualTo(Stage.ARCHIVE);
    draft("announcement");
    assertThat(secretary.post(at + "/approval/file").raw()).containsExactly(1, 2, 3);
    assertThat(server.visitor().get(at).body()).contains("公告归档").doesNotContain("退回");
  }

  private long acts(String kind) {
    return server
        .bean(JdbcClient.class)
        .sql(
            "select count(*) from acts.pending where kind = ? and (payload::json) ->> 'congress' = ?")
        .params(kind, String.valueOf(id))
        .query(Long.class)
        .single();
  }
}
