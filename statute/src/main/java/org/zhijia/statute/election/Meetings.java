package org.zhijia.statute.election;

import java.util.List;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Fraction;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// Whether a meeting may decide, and whether it has decided.
public final class Meetings {
  static final String AT_LEAST_TWO_THIRDS = "at-least-two-thirds";
  static final String MORE_THAN_TWO_THIRDS = "more-than-two-thirds";
  static final String MORE_THAN_HALF = "more-than-half";

  static final Input DUE = Input.of("due", "应到人数（代表总数）", "number due (all delegates)");
  private static final Input PRESENT = Input.of("present", "实到人数", "number present");
  private static final Input APPROVALS = Input.of("approvals", "赞成票", "votes for");

  private static final Rule QUORUM =
      Rule.of(
          "congress.quorum",
          new Text("到会人数够不够开会选举？", "Are enough present to hold the meeting?"),
          (why, facts) -> {
            long due = facts.positive("due");
            long present = facts.count("present");
            demandAtMost("present", present, "due", due);
            return Outcome.of(isQuorate(why, facts, due, present));
          },
          DUE,
          PRESENT,
          Input.KIND,
          Input.optional(
              "variant",
              "选举办法所定的法定人数",
              "the quorum that the adopted method sets",
              AT_LEAST_TWO_THIRDS,
              MORE_THAN_TWO_THIRDS,
              MORE_THAN_HALF));

  private static final Rule WINNER =
      Rule.of(
          "election.winner",
          new Text("得票够不够当选？", "Are there enough votes to be elected?"),
          (why, facts) -> {
            long due = facts.positive("due");
            long approvals = facts.count("approvals");
            demandAtMost("approvals", approvals, "due", due);
            return Outcome.of(isElected(why, facts.kind(), due, approvals));
          },
          DUE,
          APPROVALS,
          Input.KIND);

  private static final Rule RESOLUTION =
      Rule.of(
          "resolution.majority",
          new Text("决议是否通过？", "Is the resolution adopted?"),
          Meetings::resolution,
          Input.optional("due", "应到人数", "number due"),
          Input.optional("present", "实到人数（以实到为基数时）", "number present (where it is the base)"),
          APPROVALS,
          Input.optional("base", "计算基数", "the base", "due", "present"));

  private static final Rule RECALL =
      Rule.of(
          "recall",
          new Text("罢免是否通过？", "Is the recall carried?"),
          (why, facts) -> {
            long due = facts.positive("due");
            long approvals = facts.count("approvals");
            demandAtMost("approvals", approvals, "due", due);
            Threshold majority = why.threshold("recall.majority");
            return Outcome.of(isMoreThan(why, majority, approvals, due, "NO_MAJORITY"));
          },
          Input.of("due", "全体代表（会员）人数", "all delegates (members), present or not"),
          APPROVALS);

  private static final Rule EXTRAORDINARY =
      Rule.of(
          "congress.extraordinary",
          new Text("提议人数够不够临时召开会议？", "Do enough propose an extraordinary meeting?"),
          (why, facts) -> {
            long members = facts.positive("members");
            long proposers = facts.count("proposers");
            demandAtMost("proposers", proposers, "members", members);
            Threshold share = why.threshold("extraordinary.proposers");
            return Outcome.of(isAtLeast(why, share, proposers, members, "TOO_FEW_PROPOSERS"));
          },
          Input.of("members", "会员（代表）总数", "all members (delegates)"),
          Input.of("proposers", "提议人数", "number who propose it"));

  private Meetings() {}

  public static List<Rule> rules() {
    return List.of(QUORUM, WINNER, RESOLUTION, RECALL, EXTRAORDINARY);
  }

  /// Quorum by the law or by the method that the meeting adopted.
  static boolean isQuorate(Reasoning why, Facts facts, long due, long present) throws BadFacts {
    Threshold quorum = why.threshold("congress.quorum", facts.kind());
    String variant =
        facts.choice("variant", AT_LEAST_TWO_THIRDS, MORE_THAN_TWO_THIRDS, MORE_THAN_HALF);
    return isQuorate(why, quorum, variant, present, due);
  }

  static boolean isQuorate(
      Reasoning why, Threshold quorum, String variant, long present, long due) {
    return switch (variant) {
      case MORE_THAN_TWO_THIRDS ->
          isMoreThan(why, quorum, quorum.share(), present, due, "NO_QUORUM");
      case MORE_THAN_HALF -> isMoreThan(why, quorum, new Fraction(1, 2), present, due, "NO_QUORUM");
      default -> isAtLeast(why, quorum, present, due, "NO_QUORUM");
    };
  }

  /// 过半数 of those due, not of those who voted.
  static boolean isElected(Reasoning why, BodyKind kind, long due, long approvals) throws BadFacts {
    Threshold majority = why.threshold("election.majority", kind);
    return isMoreThan(why, majority, approvals, due, "NO_MAJORITY");
  }

  private static Outcome resolution(Reasoning why, Facts facts) throws BadFacts {
    String base = facts.choice("base", "due", "present");
    long whole = facts.positive(base);
    long approvals = facts.count("approvals");
    demandAtMost("approvals", approvals, base, whole);
    if (facts.has("due") && facts.has("present")) {
      demandAtMost("present", facts.count("present"), "due", facts.count("due"));
    }
    Threshold majority = why.threshold("resolution.majority");
    return Outcome.of(isMoreThan(why, majority, approvals, whole, "NO_MAJORITY"));
  }

  static void demandAtMost(String less, long part, String more, long whole) throws BadFacts {
    if (part > whole) {
      throw BadFacts.of(
          "%1$s（%2$d）不能多于 %3$s（%4$d），请核对数字。",
          "%s (%d) cannot be more than %s (%d). Check the figures.", less, part, more, whole);
    }
  }

  private static boolean isAtLeast(
      Reasoning why, Threshold threshold, long part, long whole, String code) {
    Fraction share = threshold.share();
    boolean reached = share.isReachedBy(part, whole);
    why.formula(
        "%d×%d %s %d×%d", part, share.denominator(), reached ? "≥" : "<", whole, share.numerator());
    if (!reached) {
      long needed = share.ceilingOf(whole);
      why.breach(threshold, code, tooFew(part, needed, whole, share, "以上", "at least"));
    }
    return reached;
  }

  private static boolean isMoreThan(
      Reasoning why, Threshold threshold, long part, long whole, String code) {
    return isMoreThan(why, threshold, threshold.share(), part, whole, code);
  }

  private static boolean isMoreThan(
      Reasoning why, Threshold threshold, Fraction share, long part, long whole, String code) {
    boolean exceeded = share.isExceededBy(part, whole);
    why.formula(
        "%d×%d %s %d×%d",
        part, share.denominator(), exceeded ? ">" : "≤", whole, share.numerator());
    if (!exceeded) {
      long needed = share.floorOf(whole) + 1;
      why.breach(threshold, code, tooFew(part, needed, whole, share, "以上（不含本数）", "more than"));
    }
    return exceeded;
  }

  private static Text tooFew(
      long part, long needed, long whole, Fraction share, String zh, String en) {
    return Text.of(
        "需要 %1$d 的 %2$s %3$s，即至少 %5$d；现为 %6$d，还差 %7$d。",
        "It needs %4$s %2$s of %1$d, that is %5$d; there are %6$d, %7$d short.",
        whole,
        share,
        zh,
        en,
        needed,
        part,
        needed - part);
  }
}
