package org.zhijia.statute.organisation;

import java.util.List;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Band;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// Who makes up a congress and a committee: shares that must be reached or not exceeded.
public final class Compositions {
  private static final List<String> COUNTED =
      List.of(
          "unionWorkers",
          "managers",
          "frontLine",
          "modelWorkers",
          "women",
          "minorities",
          "intellectuals",
          "officials");

  private static final Rule DELEGATES =
      Rule.of(
          "delegates.composition",
          new Text("代表的构成合不合要求？", "Is the congress composed as it must be?"),
          Compositions::delegates,
          Input.file(
              "{\"delegates\":181, \"unionWorkers\":100, \"managers\":36, \"women\":70,"
                  + " \"targets\":{\"women\":60}}；targets 为自定的最低人数",
              "{\"delegates\":181, \"unionWorkers\":100, \"managers\":36, \"women\":70,"
                  + " \"targets\":{\"women\":60}}; targets are least numbers of one's own"));

  private static final Rule COMMITTEE =
      Rule.of(
          "committee.composition",
          new Text("委员会的构成合不合要求？", "Is the committee composed as it must be?"),
          Compositions::committee,
          Input.file(
              "{\"members\":35, \"unionWorkers\":21, \"kind\":\"district\"}",
              "{\"members\":35, \"unionWorkers\":21, \"kind\":\"district\"}"));

  private Compositions() {}

  public static List<Rule> rules() {
    return List.of(DELEGATES, COMMITTEE);
  }

  private static Outcome delegates(Reasoning why, Facts facts) throws BadFacts {
    long whole = whole(facts, "delegates");
    BodyKind kind = facts.kind();
    if (kind == BodyKind.DISTRICT) {
      size(why, why.threshold("congress.delegates", kind), whole);
      least(why, facts, "unionWorkers", why.threshold("delegates.union-workers", kind), whole);
    }
    most(why, facts, "managers", why.threshold("delegates.managers", kind), whole);
    targets(why, facts);
    return Outcome.of(why.isClean());
  }

  private static Outcome committee(Reasoning why, Facts facts) throws BadFacts {
    long whole = whole(facts, "members");
    BodyKind kind = facts.kind();
    if (kind == BodyKind.DISTRICT) {
      size(why, why.threshold("committee.size", kind), whole);
      least(why, facts, "unionWorkers", why.threshold("committee.union-workers", kind), whole);
    }
    targets(why, facts);
    return Outcome.of(why.isClean());
  }

  private static long whole(Facts facts, String name) throws BadFacts {
    List<String> known = new java.util.ArrayList<>(COUNTED);
    known.addAll(List.of(name, "kind", "targets"));
    facts.only(known);
    long whole = facts.positive(name);
    for (String part : COUNTED) {
      if (facts.has(part) && facts.count(part) > whole) {
        throw BadFacts.of(
            "%s（%d）不能多于 %s（%d）。",
            "%s (%d) cannot be more than %s (%d).", part, facts.count(part), name, whole);
      }
    }
    return whole;
  }

  /// A size outside the usual range needs the higher union's consent, so it is a remark, no breach.
  private static void size(Reasoning why, Threshold range, long whole) {
    Band band = range.band(whole);
    if (whole < band.least() || whole > band.most()) {
      why.note(
          "人数 %d 不在 %d 至 %d 之间，须经上级工会同意。",
          "%d is outside %d to %d; the higher union must consent.",
          whole,
          band.least(),
          band.most());
    }
  }

  private static void least(Reasoning why, Facts facts, String part, Threshold share, long whole)
      throws BadFacts {
    long needed = share.share().ceilingOf(whole);
    long there = facts.count(part);
    why.formula(
        "%s: %d %s ⌈%d×%s⌉ = %d",
        part, there, there < needed ? "<" : "≥", whole, share.value(), needed);
    if (there < needed) {
      why.breach(
          share,
          "TOO_FEW_UNION_WORKERS",
          Text.of(
              "工会工作者须不少于 %1$s，即 %2$d 人；现有 %3$d 人，还差 %4$d 人。",
              "Union workers must be at least %1$s, that is %2$d; there are %3$d, %4$d short.",
              share.value(),
              needed,
              there,
              needed - there));
    }
  }

  private static void most(Reasoning why, Facts facts, String part, Threshold share, long whole)
      throws BadFacts {
    if (!facts.has(part)) {
      return;
    }
    long allowed = share.share().floorOf(whole);
    long there = facts.count(part);
    why.formula(
        "%s: %d %s ⌊%d×%s⌋ = %d",
        part, there, there > allowed ? ">" : "≤", whole, share.value(), allowed);
    if (there > allowed) {
      why.breach(
          share,
          "TOO_MANY_MANAGERS",
          Text.of(
              "中层以上管理人员和领导不超过 %1$s，即 %2$d 人；现有 %3$d 人，多 %4$d 人。",
              "Managers may be at most %1$s, that is %2$d; there are %3$d, %4$d too many.",
              share.value(),
              allowed,
              there,
              there - allowed));
    }
  }

  /// Least numbers that the preparatory decision set for itself, e.g. of women.
  private static void targets(Reasoning why, Facts facts) throws BadFacts {
    Facts targets = facts.innerOrNone("targets").only(COUNTED);
    for (String part : COUNTED) {
      if (targets.has(part)) {
        long needed = targets.count(part);
        long there = facts.count(part);
        why.formula("%s: %d %s %d", part, there, there < needed ? "<" : "≥", needed);
        if (there < needed) {
          why.contradiction(
              "TARGET_MISSED",
              Text.of(
                  "%1$s 应有 %2$d 人，现有 %3$d 人。",
                  "%s should be %d; there are %d.", part, needed, there));
        }
      }
    }
  }
}
