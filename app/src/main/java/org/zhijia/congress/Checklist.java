package org.zhijia.congress;

import static org.zhijia.congress.Line.State.BREACH;
import static org.zhijia.congress.Line.State.DUE;
import static org.zhijia.congress.Line.State.MET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.election.Body;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Law;
import org.zhijia.statute.Text;

/// What a stage needs before the congress may go on, worked out from the record by the rules.
final class Checklist {
  private final Law law;
  private final Progress facts;
  private final List<Line> lines = new ArrayList<>();

  private Checklist(Law law, Progress facts) {
    this.law = law;
    this.facts = facts;
  }

  /// Every line, met or not, in the order in which the work is done.
  static List<Line> of(Stage stage, Progress facts, Law law) {
    Checklist list = new Checklist(law, facts);
    switch (stage) {
      case PREPARATION -> list.preparation();
      case DELEGATES -> list.lines.addAll(new RosterLines(law, facts).delegates());
      case CREDENTIALS -> list.credentials();
      case PRELIMINARY_MEETING -> list.preliminary();
      case OPENING -> list.opening();
      case REPORTS -> list.reports();
      case ELECTION -> list.election();
      case RESOLUTIONS -> list.resolutions();
      case FIRST_PLENARIES -> list.plenaries();
      case CLOSING -> list.closing();
      case APPROVAL -> list.approval();
      case ARCHIVE -> list.archive();
    }
    Step.of(stage).forEach(list::step);
    return List.copyOf(list.lines);
  }

  private void preparation() {
    add(facts.scheduled(), Text.of("会期和地点", "Day and place"), Articles.CONVENING, "/settings");
    add(
        !facts.planned().isEmpty(),
        Text.of("议程草案", "The agenda is drafted"),
        Articles.PRACTICE,
        "/agenda");
    add(
        facts.papers().contains("congress-request"),
        Text.of("起草召开大会的请示", "The request to the higher union is drafted"),
        Articles.CONVENING,
        "/papers");
    if (facts.kind() == CongressKind.DELEGATES) {
      Verdict size = composition(facts.dueTarget());
      size.ruling()
          .notes()
          .forEach(note -> lines.add(Line.of(DUE, note, size.citation(), "/settings").advised()));
    }
  }

  private Verdict composition(int delegates) {
    return Rules.apply(
        law,
        "delegates.composition",
        Map.of("delegates", delegates, "kind", facts.body(), "unionWorkers", delegates));
  }

  private void credentials() {
    Progress.Roster roster = facts.roster();
    Text text =
        Text.of(
            "逐名审查：%1$d 名中已审 %2$d 名",
            "One by one: %2$d of %1$d examined", roster.delegates(), roster.examined());
    boolean all = roster.delegates() > 0 && roster.examined() == roster.delegates();
    add(all, text, Articles.PRACTICE, "/credentials");
    if (roster.rejected() > 0) {
      Text open =
          Text.of(
              "有 %d 名代表资格未通过，须由原单位补选或减员",
              "%d did not pass: their units elect others, or the number falls", roster.rejected());
      lines.add(Line.of(BREACH, open, Articles.PRACTICE, "/credentials"));
    }
    lines.addAll(new RosterLines(law, facts).shares());
    add(
        facts.papers().contains("credentials-report"),
        Text.of("起草代表资格审查报告", "The credentials report is drafted"),
        Articles.PRACTICE,
        "/papers");
  }

  private void preliminary() {
    present();
    Subject.needed(Stage.PRELIMINARY_MEETING, facts.kind()).forEach(this::hand);
  }

  private void hand(Subject subject) {
    Text text = new Text("通过" + subject.text().zh(), "Adopted: " + subject.text().en());
    add(facts.carried().contains(subject), text, Articles.PRACTICE, "/hands");
  }

  private void present() {
    Progress.Hall hall = facts.hall();
    if (hall.due() == 0) {
      lines.add(
          Line.of(DUE, Text.of("没有应到人员", "Nobody is due"), Articles.PRACTICE, "/credentials"));
      return;
    }
    Verdict verdict =
        Rules.apply(
            law,
            "congress.quorum",
            Map.of(
                "due",
                hall.due(),
                "present",
                Math.min(hall.present(), hall.due()),
                "kind",
                facts.body(),
                "variant",
                facts.quorum()));
    if (verdict.holds()) {
      Text text =
          Text.of(
              "应到 %1$d 人，实到 %2$d 人，符合法定人数",
              "%1$d due, %2$d present: a quorum", hall.due(), hall.present());
      lines.add(Line.of(MET, text, verdict.citation(), "/check-in"));
    }
    verdict
        .grounds()
        .forEach(
            ground ->
                lines.add(
                    Line.of(
                        DUE,
                        ground.text(),
                        ground.citation().orElse(Articles.PRACTICE),
                        "/check-in")));
  }

  private void opening() {
    present();
    ended(ItemKind.OPENING, Text.of("开幕", "The opening"), Articles.PRACTICE);
  }

  private void reports() {
    ended(ItemKind.WORK_REPORT, Text.of("工作报告", "The work report"), Articles.POWERS);
    ended(ItemKind.FINANCIAL_REPORT, Text.of("财务报告", "The financial report"), Articles.POWERS);
    ended(ItemKind.AUDIT_REPORT, Text.of("经审工作报告", "The audit report"), Articles.POWERS);
    if (facts.planned().containsKey(ItemKind.GROUP_DISCUSSION)) {
      ended(ItemKind.GROUP_DISCUSSION, Text.of("分组讨论", "Group discussion"), Articles.BALLOT);
    }
  }

  private void ended(ItemKind kind, Text text, Citation citation) {
    if (facts.planned().getOrDefault(kind, 0) == 0) {
      Text missing = new Text("议程中还没有：" + text.zh(), "Not on the agenda yet: " + text.en());
      lines.add(Line.of(DUE, missing, citation, "/agenda"));
    } else {
      add(facts.ended().contains(kind), text, citation, "/agenda");
    }
  }

  private void election() {
    Subject.needed(Stage.ELECTION, facts.kind()).forEach(this::hand);
    facts
        .votes()
        .partial()
        .forEach(
            ground ->
                lines.add(
                    Line.of(
                        BREACH,
                        ground.text(),
                        ground.citation().orElse(Articles.PRACTICE),
                        "/hands")));
    facts
        .votes()
        .committee()
        .ifPresent(committee -> lines.addAll(committee.lines(facts.body(), law)));
    present();
    add(
        facts.hall().frozen(),
        Text.of("冻结应到、实到人数", "Due and present are frozen"),
        Articles.ELECTED,
        "/check-in");
    ballots();
    elected(Body.COMMITTEE, Text.of("宣布委员会选举结果", "The committee's result is announced"));
    elected(Body.AUDIT, Text.of("宣布经费审查委员会选举结果", "The audit committee's result is announced"));
    seats(Set.of(Body.COMMITTEE, Body.AUDIT), "/elections");
    noVoteOpen();
  }

  private void seats(Set<Body> bodies, String link) {
    lines.addAll(SeatLines.of(facts.votes().openSeats(), bodies, link));
  }

  /// What electronic ballots need; a meeting in which all vote on paper does without.
  private void ballots() {
    Progress.Ballots ballots = facts.votes().ballots();
    Text method = Text.of("在选举页登记选举办法", "The method is written down with the elections");
    add(ballots.method(), method, Articles.BALLOT, "/elections");
    Line key =
        Line.of(
            ballots.key(),
            Text.of("监票人生成密钥", "The scrutineers have made their key"),
            Articles.BALLOT,
            "/elections");
    Line roster =
        Line.of(
            ballots.roster(),
            Text.of(
                "制作凭证条、发给代表（已发 %d 张）、冻结凭证名册",
                "Slips are made, drawn (%d so far), their roster frozen", ballots.drawn()),
            Articles.BALLOT,
            "/elections");
    boolean electronic = ballots.drawn() > 0 && !facts.votes().elected().contains(Body.COMMITTEE);
    lines.add(electronic ? key : key.advised());
    lines.add(electronic ? roster : roster.advised());
  }

  private void elected(Body body, Text text) {
    Citation citation =
        switch (body) {
          case AUDIT, AUDIT_CHAIR -> Articles.AUDIT;
          default -> Articles.ELECTED;
        };
    String link = body.electors().isPresent() ? "/elections/plenaries" : "/elections";
    if (facts.votes().tied().contains(body)) {
      Text tied =
          new Text(
              text.zh() + "：最后的席位得票相等，须再次投票",
              text.en() + ": a tie at the last seat waits for its run-off");
      lines.add(Line.of(DUE, tied, citation, link));
      return;
    }
    add(facts.votes().elected().contains(body), text, citation, link);
  }

  private void noVoteOpen() {
    if (facts.votes().open()) {
      Text text = Text.of("还有投票没有结束", "A vote is still going on");
      lines.add(Line.of(DUE, text, Articles.PRACTICE, "/elections"));
    }
  }

  private void resolutions() {
    resolution(ResolutionKind.WORK_REPORT, Text.of("工作报告的决议", "Resolution on the work report"));
    resolution(
        ResolutionKind.FINANCIAL_REPORT, Text.of("财务报告的决议", "Resolution on the financial report"));
    resolution(ResolutionKind.AUDIT_REPORT, Text.of("经审工作报告的决议", "Resolution on the audit report"));
    if (facts.undecided() > 0) {
      Text text = Text.of("还有 %d 项决议没有表决", "%d resolutions wait for their vote", facts.undecided());
      lines.add(Line.of(DUE, text, Articles.POWERS, "/resolutions"));
    }
  }

  private void resolution(ResolutionKind kind, Text text) {
    add(facts.decided().contains(kind), text, Articles.POWERS, "/resolutions");
  }

  private void plenaries() {
    elected(Body.CHAIR, Text.of("宣布主席选举结果", "The chair's result is announced"));
    elected(Body.AUDIT_CHAIR, Text.of("宣布经审会主任选举结果", "The audit chair's result is announced"));
    seats(Set.of(Body.STANDING, Body.VICE_CHAIRS), "/elections/plenaries");
    noVoteOpen();
  }

  private void closing() {
    resolutions();
    plenaries();
    ended(ItemKind.CLOSING, Text.of("闭幕", "The closing"), Articles.PRACTICE);
  }

  private void approval() {
    add(
        facts.papers().contains("election-report"),
        Text.of("起草选举结果的报告", "The report on the results is drafted"),
        Articles.APPROVAL,
        "/papers");
    add(
        facts.approved(),
        Text.of("登记上级工会的批复", "The higher union's reply is written down"),
        Articles.APPROVAL,
        "/papers");
    noVoteOpen();
  }

  private void archive() {
    Line announcement =
        Line.of(
            facts.papers().contains("announcement"),
            Text.of("起草公告", "The announcement is drafted"),
            Articles.PRACTICE,
            "/papers");
    lines.add(announcement.advised());
  }

  private void step(Step step) {
    boolean done = facts.steps().contains(step);
    lines.add(
        new Line(
            done ? MET : DUE,
            step.text(),
            Optional.of(step.citation()),
            step.needed(),
            Optional.of(step),
            ""));
  }

  private void add(boolean met, Text text, Citation citation, String link) {
    lines.add(Line.of(met, text, citation, link));
  }
}
