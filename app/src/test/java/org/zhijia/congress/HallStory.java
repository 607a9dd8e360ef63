package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.identity.Role;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// In the hall: from the preliminary meeting to the archive.
class HallStory {
  private final TestCongress congress = TestCongress.prepared("北辰机床厂工会");
  private final TestServer server = congress.server;
  private final Visitor secretary = congress.secretary;
  private final Visitor usher = congress.usher;
  private final String at = congress.at;
  private final Aftermath aftermath = new Aftermath(congress);

  @Test
  void aCongressMeetsElectsResolvesAndIsArchived() {
    meetBeforehand();
    open();
    report();
    elect();
    resolve();
    closeAndArchive();
    aftermath.keepTheDossier();
    String archive = secretary.get(at + "/archive").body();
    assertThat(archive).contains("公告归档", "星工〔2026〕3号");
    assertThat(congress.acts("StageEntered")).isGreaterThanOrEqualTo(11);
    assertThat(congress.acts("ResolutionDecided")).isEqualTo(3);
    assertThat(congress.acts("AttendanceFrozen")).isEqualTo(1);
  }

  private void meetBeforehand() {
    List<Delegate> all = congress.delegates();
    assertThat(congress.hands("AGENDA", 13).body()).contains("需要 20 的 2/3");
    for (int i = 0; i < 18; i++) {
      Answer in = usher.post(at + "/check-in", "card", all.get(i).code().replace("-", " "));
      assertThat(in.status()).as(in.body()).isEqualTo(302);
    }
    assertThat(usher.post(at + "/check-in", "card", "XXXX").body()).contains("没有这张代表证");
    String departure = at + "/check-in/" + all.get(17).id() + "/departure";
    assertThat(usher.post(departure, "mistake", "true").body()).contains("请写明撤销签到的原因");
    usher.post(departure, "mistake", "true", "reason", "扫错了代表证");
    assertThat(usher.get(at + "/check-in").body()).contains("符合法定人数");
    assertThat(congress.hands("AGENDA", 18).body()).contains("多于实到");
    assertThat(congress.hands("PRESIDIUM", 15).body()).contains("还没有提出人选：主席团名单");
    congress.propose("PRESIDIUM", all.get(2).name());
    congress.propose("SECRETARY_GENERAL", all.get(3).name());
    for (String subject :
        List.of("CREDENTIALS_REPORT", "AGENDA", "PRESIDIUM", "SECRETARY_GENERAL")) {
      assertThat(congress.hands(subject, 15).status()).isEqualTo(302);
    }
    congress.entered("OPENING");
  }

  private void open() {
    congress.call(ItemKind.OPENING);
    Visitor delegate = server.visitor();
    String floor = at + "/floor?card=" + congress.delegates().getFirst().code();
    assertThat(delegate.get(floor).body()).contains("大会开幕", congress.delegates().getFirst().name());
    assertThat(delegate.get(at + "/floor").body()).contains("代表证编码");
    delegate.get(floor);
    Answer proposed =
        delegate.post(
            at + "/floor/proposals",
            "card",
            congress.delegates().getFirst().code(),
            "title",
            "关于改善车间通风的提案",
            "text",
            "铸造车间夏季温度过高，建议加装排风设备。");
    assertThat(proposed.status()).isEqualTo(302);
    secretary.post(at + "/agenda/end");
    congress.entered("REPORTS");
  }

  private void report() {
    for (ItemKind kind :
        List.of(
            ItemKind.WORK_REPORT,
            ItemKind.FINANCIAL_REPORT,
            ItemKind.AUDIT_REPORT,
            ItemKind.GROUP_DISCUSSION)) {
      congress.call(kind);
    }
    AgendaStore.Item discussion =
        server.bean(AgendaStore.class).items(congress.id).stream()
            .filter(AgendaStore.Item::isCurrent)
            .findFirst()
            .orElseThrow();
    long delegation = server.bean(DelegateStore.class).delegations(congress.id).getFirst().id();
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
    congress.entered("ELECTION");
  }

  private void answerTheProposal() {
    long proposal = server.bean(ProposalStore.class).of(congress.id).getFirst().id();
    String link = at + "/proposals/" + proposal;
    assertThat(secretary.post(link + "/sorting", "as", "MOTION").body()).contains("承办单位和答复期限");
    secretary.post(link + "/sorting", "as", "MOTION", "responsible", "设备科", "due", "2027-03-01");
    secretary.post(link + "/reply", "text", "已列入明年设备改造计划。");
    Visitor delegate = server.visitor();
    String code = congress.delegates().getFirst().code();
    assertThat(delegate.get(at + "/floor?card=" + code).body()).contains("已列入明年设备改造计划");
    String floor = at + "/floor/proposals/" + proposal + "/satisfaction";
    delegate.post(floor, "card", code, "how", "SATISFIED");
    assertThat(server.bean(ProposalStore.class).of(congress.id).getFirst().state())
        .isEqualTo("CLOSED");
  }

  private void elect() {
    congress.hands("ELECTION_METHOD", 16);
    appointScrutineers();
    for (Delegate each : congress.delegates().subList(0, 17)) {
      String slip = at + "/check-in/" + each.id() + "/slip";
      usher.post(slip, "kind", each.id() % 5 == 0 ? "paper" : "slip");
    }
    long assembly = congress.assembly();
    assertThat(usher.post(at + "/attendance").status()).isEqualTo(302);
    assertThat(congress.elections.attended(assembly))
        .hasValueSatisfying(
            given -> {
              assertThat(given.due()).isEqualTo(20);
              assertThat(given.present()).isEqualTo(17);
              assertThat(congress.elections.drawn(assembly)).isEqualTo(17 - given.paper());
            });
    assertThat(congress.enter("RESOLUTIONS").body()).contains("宣布委员会选举结果");
    congress.announce(Body.COMMITTEE);
    congress.announce(Body.AUDIT);
    congress.entered("RESOLUTIONS");
  }

  /// The meeting adopts a list, which stays as it was; nobody on it may stand.
  private void appointScrutineers() {
    List<Delegate> all = congress.delegates();
    stand(all.get(4));
    Answer partial = congress.propose("CHIEF_SCRUTINEER", all.get(4).name());
    assertThat(partial.status()).isEqualTo(422);
    assertThat(partial.body()).contains("的候选人，不能担任监票人", "工会基层组织选举工作条例");
    congress.propose("SCRUTINEER", all.get(6).name());
    congress.propose("CHIEF_SCRUTINEER", all.get(5).name());
    assertThat(congress.hands("SCRUTINEERS", 16).status()).isEqualTo(302);
    stand(all.get(5));
    assertThat(secretary.get(at).body()).contains(all.get(5).name() + "是“选举委员会委员”的候选人");
    withdraw(all.get(5));
    assertThat(shownLists().getFirst())
        .extracting(HandStore.Named::name)
        .containsExactly(all.get(5).name(), all.get(6).name());
    congress.propose("CHIEF_SCRUTINEER", all.get(7).name());
    assertThat(congress.hands("SCRUTINEERS", 16).status()).isEqualTo(302);
    assertThat(shownLists().getFirst())
        .extracting(HandStore.Named::name)
        .containsExactly(all.get(7).name(), all.get(6).name());
    assertThat(secretary.get(at + "/hands").body()).contains("总监票人 " + all.get(5).name());
  }

  private void stand(Delegate delegate) {
    congress.elections.stand(
        congress.assembly(), new Elections.Candidacy(delegate.name(), "选举委员会委员"));
  }

  private void withdraw(Delegate delegate) {
    long post =
        server.bean(AgendaStore.class).holders(congress.id).stream()
            .filter(each -> each.name().equals(delegate.name()))
            .findFirst()
            .orElseThrow()
            .id();
    secretary.post(at + "/posts/" + post + "/end");
  }

  /// The newest first.
  private List<List<HandStore.Named>> shownLists() {
    return server.bean(HandStore.class).of(congress.id).stream()
        .map(HandStore.Shown::names)
        .toList();
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
    List<ResolutionStore.Resolution> drafts = server.bean(ResolutionStore.class).of(congress.id);
    amend(drafts.getFirst());
    Visitor first = server.signedIn(congress.union, Role.TELLER);
    Visitor second = server.signedIn(congress.union, Role.TELLER);
    count(first, drafts.get(0), 11);
    count(second, drafts.get(0), 12);
    assertThat(secretary.get(at + "/resolutions").body()).contains("计票人的数字不同");
    count(first, drafts.get(0), 12);
    count(first, drafts.get(1), 11);
    count(second, drafts.get(1), 11);
    secretary.post(at + "/resolutions/" + drafts.get(2).id() + "/secret-vote");
    voteInVain(drafts.get(2).id());
    congress.announce(vote());
    assertThat(server.bean(ResolutionStore.class).of(congress.id))
        .allMatch(each -> each.adopted().orElse(false));
    Answer document = secretary.post(at + "/resolutions/" + drafts.getFirst().id() + "/document");
    assertThat(document.status()).as(document.body()).isEqualTo(302);
    congress.entered("FIRST_PLENARIES");
  }

  /// A vote that is given up shows at once, and the resolution can be put to the vote again.
  private void voteInVain(long draft) {
    Live live = server.bean(Live.class);
    long version = live.version(congress.id);
    Answer cancelled =
        secretary.post("/polls/" + vote().uuid() + "/cancellation", "reason", "标题写错");
    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(302);
    assertThat(live.version(congress.id)).isGreaterThan(version);
    assertThat(server.bean(ResolutionStore.class).find(congress.id, draft).orElseThrow().poll())
        .isEmpty();
    Answer again = secretary.post(at + "/resolutions/" + draft + "/secret-vote");
    assertThat(again.status()).as(again.body()).isEqualTo(302);
  }

  /// The secret vote on a resolution that is being prepared.
  private Poll vote() {
    return congress.elections.polls(congress.assembly()).stream()
        .filter(each -> each.body() == Body.RESOLUTION)
        .filter(each -> each.stage() == org.zhijia.election.Stage.PREPARED)
        .findFirst()
        .orElseThrow();
  }

  private void amend(ResolutionStore.Resolution draft) {
    String link = at + "/resolutions/" + draft.id() + "/amendments";
    assertThat(secretary.post(link, "by", "第一代表团", "before", "没有的话", "after", "").body())
        .contains("草案中没有这段原文");
    secretary.post(link, "by", "第一代表团", "before", "同意", "after", "批准");
    assertThat(secretary.get(at + "/resolutions").body()).contains("<ins>批准</ins>");
    long amendment = server.bean(ResolutionStore.class).amendments(draft.id()).getFirst().id();
    Answer taken = secretary.post(link + "/" + amendment + "/adoption");
    assertThat(taken.status()).as(taken.body()).isEqualTo(302);
    assertThat(server.bean(ResolutionStore.class).of(congress.id).getFirst().text())
        .contains("大会批准这个");
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
    congress.announce(Body.CHAIR);
    congress.announce(Body.AUDIT_CHAIR);
    congress.entered("CLOSING");
    congress.call(ItemKind.CLOSING);
    secretary.post(at + "/agenda/end");
    congress.entered("APPROVAL");
    congress.draft("election-report");
    congress.draft("minutes");
    congress.draft("host-script");
    congress.draft("congress-agenda");
    congress.draft("congress-notice");
    aftermath.enterThePosts();
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
    assertThat(congress.stage()).isEqualTo(Stage.ARCHIVE);
    String booth = server.visitor().get("/vote/" + congress.assembly()).body();
    assertThat(booth).contains("data-ended=\"true\"");
    aftermath.thePostsAreInForce();
    String announcement = congress.draft("announcement");
    Answer issued = secretary.post(announcement + "/issue", "version", "1");
    assertThat(issued.status()).as(issued.body()).isEqualTo(302);
    assertThat(secretary.post(at + "/approval/file").raw()).containsExactly(1, 2, 3);
    assertThat(server.visitor().get(at).body()).contains("公告归档").doesNotContain("退回");
  }
}
