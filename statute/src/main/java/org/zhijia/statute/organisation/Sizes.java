package org.zhijia.statute.organisation;

import java.util.List;
import java.util.Optional;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Band;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Step;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// How large committees and congresses are.
public final class Sizes {
  private static final Input MEMBERS = Input.of("members", "会员人数", "members");

  private static final Rule COMMITTEE =
      Rule.of(
          "committee.size",
          new Text("委员会应有多少名委员？", "How large is the committee?"),
          Sizes::committee,
          MEMBERS,
          Input.optional(
              "kind",
              "机构类别（默认基层工会）",
              "kind of body (default grassroots)",
              "grassroots",
              "enterprise",
              "district"));

  private static final Rule STANDING =
      Rule.of(
          "standing.size",
          new Text("常务委员会应有多少名委员？", "How large is the standing committee?"),
          (why, facts) -> range(why.threshold("standing.size", facts.kind()).band(0)),
          Input.KIND);

  private static final Rule AUDIT =
      Rule.of(
          "audit.size",
          new Text("经费审查委员会应有多少名委员？", "How large is the funds-audit committee?"),
          (why, facts) -> range(why.threshold("audit.size", facts.kind()).band(0)),
          Input.KIND);

  private static final Rule CONGRESS =
      Rule.of(
          "congress.delegates",
          new Text("代表大会应有多少名代表？", "How many delegates does the congress have?"),
          Sizes::congress,
          MEMBERS,
          Input.KIND);

  private static final Rule WORKERS_CONGRESS =
      Rule.of(
          "workers-congress.size",
          new Text("职工代表大会至少应有多少名代表？", "How many delegates must a workers' congress have?"),
          Sizes::workersCongress,
          Input.of("staff", "职工人数", "staff"));

  private Sizes() {}

  public static List<Rule> rules() {
    return List.of(COMMITTEE, STANDING, AUDIT, CONGRESS, WORKERS_CONGRESS);
  }

  private static Outcome committee(Reasoning why, Facts facts) throws BadFacts {
    long members = facts.positive("members");
    BodyKind kind = facts.kindOr(BodyKind.GRASSROOTS);
    Outcome size = row(why, why.threshold("committee.size", kind), members);
    Threshold organiser = why.law().threshold("committee.organiser", kind);
    if (kind != BodyKind.DISTRICT && members < organiser.count()) {
      why.threshold("committee.organiser", kind);
      why.note(
          "会员不足 %d 人的，也可以只选举一名主席或组织员。",
          "With fewer than %d members a chair or an organiser alone is enough.", organiser.count());
    }
    return size;
  }

  private static Outcome congress(Reasoning why, Facts facts) throws BadFacts {
    long members = facts.positive("members");
    BodyKind kind = facts.kind();
    if (kind != BodyKind.DISTRICT) {
      Threshold byDelegates = why.threshold("congress.by-delegates", kind);
      if (members < byDelegates.count()) {
        why.note(
            "会员不足 %d 人的，召开会员大会。",
            "With fewer than %d members there is a meeting of all members.", byDelegates.count());
        return new Outcome.Range(members, members);
      }
    }
    return row(why, why.threshold("congress.delegates", kind), members);
  }

  private static Outcome row(Reasoning why, Threshold table, long members) {
    Band band = table.band(members);
    if (band.upTo() < Long.MAX_VALUE) {
      why.formula("%d ≤ %d → %d–%d", members, band.upTo(), band.least(), band.most());
    } else {
      why.formula("%d → %d–%d", members, band.least(), band.most());
    }
    return range(band);
  }

  private static Outcome range(Band band) {
    return new Outcome.Range(band.least(), band.most());
  }

  /// A place with a table of its own follows it; elsewhere a share of the staff, and a least
  /// number.
  private static Outcome workersCongress(Reasoning why, Facts facts) throws BadFacts {
    long staff = facts.positive("staff");
    if (why.law().has("workers-congress.size")) {
      Optional<Step> step =
          why.law().threshold("workers-congress.size", BodyKind.ENTERPRISE).step(staff);
      if (step.isPresent()) {
        why.threshold("workers-congress.size", BodyKind.ENTERPRISE);
        Step row = step.get();
        long size = row.sizeFor(staff);
        if (row.add() == 0) {
          why.formula("%d ≥ %d → %d", staff, row.from(), size);
        } else {
          why.formula(
              "%d + %d×⌊(%d − %d)/%d⌋ = %d",
              row.base(), row.add(), staff, row.over(), row.per(), size);
        }
        return Outcome.of(size);
      }
    }
    Threshold share = why.threshold("workers-congress.share");
    Threshold least = why.threshold("workers-congress.least");
    long size = Math.max(share.share().ceilingOf(staff), least.count());
    why.formula("max(%d, ⌈%d×%s⌉) = %d", least.count(), staff, share.value(), size);
    if (staff < 100) {
      why.note("职工不足 100 人的，一般召开职工大会。", "Under 100 staff usually meet as a whole.");
    }
    return Outcome.of(size);
  }
}
