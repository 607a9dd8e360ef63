package org.zhijia.congress;

import static org.zhijia.congress.Line.State.BREACH;
import static org.zhijia.congress.Line.State.DUE;
import static org.zhijia.congress.Line.State.MET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Law;
import org.zhijia.statute.Text;

/// The part of the [Checklist] on the list of delegates.
final class RosterLines {
  private final Law law;
  private final Progress facts;
  private final List<Line> lines = new ArrayList<>();

  RosterLines(Law law, Progress facts) {
    this.law = law;
    this.facts = facts;
  }

  /// How units elected, how many are on the list, and how it is composed.
  List<Line> delegates() {
    if (facts.kind() == CongressKind.DELEGATES) {
      quotas();
      facts.roster().units().forEach(this::unit);
    }
    int elected = facts.roster().delegates();
    add(
        elected == facts.dueTarget(),
        Text.of(
            "代表名额 %1$d 名，名册上 %2$d 名",
            "%1$d delegates are due, %2$d are on the list", facts.dueTarget(), elected),
        Articles.UNIT_ELECTION,
        "/delegates");
    composition();
    return lines;
  }

  /// How the list is composed.
  List<Line> shares() {
    composition();
    return lines;
  }

  private void quotas() {
    Progress.Roster roster = facts.roster();
    Text text =
        Text.of(
            "名额分配：%1$d 个选举单位共 %2$d 名",
            "Shared out: %2$d among %1$d electing units", roster.units().size(), roster.quotas());
    add(roster.quotas() == facts.dueTarget(), text, Articles.UNIT_ELECTION, "/units");
  }

  private void unit(Progress.Unit unit) {
    if (!unit.held()) {
      Text text = Text.of("%s还没有登记选举情况", "How %s elected is not written down yet", unit.name());
      lines.add(Line.of(DUE, text, Articles.UNIT_ELECTION, "/units"));
      return;
    }
    Verdict quorum =
        Rules.apply(
            law,
            "congress.quorum",
            Map.of("due", unit.members(), "present", unit.attended(), "kind", "grassroots"));
    Verdict majority =
        Rules.apply(
            law,
            "election.winner",
            Map.of("due", unit.members(), "approvals", unit.fewest(), "kind", "grassroots"));
    breaches(unit.name(), quorum);
    breaches(unit.name(), majority);
    if (unit.elected() != unit.quota()) {
      Text text =
          Text.of(
              "%1$s：名额 %2$d 名，选出 %3$d 名",
              "%1$s: %2$d seats, %3$d elected", unit.name(), unit.quota(), unit.elected());
      lines.add(Line.of(BREACH, text, Articles.UNIT_ELECTION, "/units"));
    } else if (quorum.holds() && majority.holds()) {
      Text text =
          Text.of(
              "%1$s：应到 %2$d 人，实到 %3$d 人，选出 %4$d 名",
              "%1$s: %3$d of %2$d members present, %4$d elected",
              unit.name(),
              unit.members(),
              unit.attended(),
              unit.elected());
      lines.add(Line.of(MET, text, quorum.citation(), "/units"));
    }
  }

  private void breaches(String who, Verdict verdict) {
    for (Ground ground : verdict.grounds()) {
      Text text = new Text(who + "：" + ground.text().zh(), who + ": " + ground.text().en());
      lines.add(Line.of(BREACH, text, ground.citation().orElse(Articles.PRACTICE), "/units"));
    }
  }

  private void composition() {
    Composition composition = facts.roster().composition();
    if (composition.delegates() == 0) {
      return;
    }
    Verdict verdict = Rules.apply(law, "delegates.composition", composition.facts());
    for (Ground ground : verdict.grounds()) {
      Citation citation = ground.citation().orElse(Articles.PRACTICE);
      lines.add(Line.of(BREACH, ground.text(), citation, "/delegates"));
    }
    if (verdict.holds()) {
      Text text =
          Text.of(
              "代表构成：女 %1$d 名，工会工作者 %2$d 名，一线职工 %3$d 名",
              "Composition: %1$d women, %2$d union workers, %3$d from the front line",
              composition.women(),
              composition.of(Category.UNION_WORKER),
              composition.of(Category.FRONT_LINE));
      lines.add(Line.of(MET, text, verdict.citation(), "/delegates"));
    }
    verdict
        .ruling()
        .notes()
        .forEach(note -> lines.add(Line.of(DUE, note, verdict.citation(), "/delegates").advised()));
  }

  private void add(boolean met, Text text, Citation citation, String link) {
    lines.add(Line.of(met, text, citation, link));
  }
}
