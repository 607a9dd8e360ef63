package org.zhijia.statute.election;

import java.time.LocalDate;
import java.util.List;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Period;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// How many candidates there must be, and who may be one.
public final class Candidacies {
  private static final Rule MINIMUM =
      Rule.of(
          "election.candidates.minimum",
          new Text("至少要有多少名候选人（差额）？", "How many candidates must there be?"),
          Candidacies::minimum,
          Input.choice(
              "body", "选举的机构", "what is elected", "committee", "standing", "audit", "chair"),
          Input.of("seats", "应选名额", "seats"),
          Input.KIND,
          Input.optional(
              "variant",
              "差额按应选名额计、按候选人数计，或等额",
              "surplus counted over seats, over candidates, or none",
              "over-seats",
              "over-candidates",
              "equal"));

  private static final Rule ELIGIBLE =
      Rule.of(
          "candidate.eligible",
          new Text("这个人能不能作候选人？", "May this person be a candidate?"),
          Candidacies::eligible,
          Input.choice(
              "body", "选举的机构", "what is elected", "committee", "standing", "audit", "chair"),
          Input.KIND,
          Input.optional("member", "是不是会员（默认是）", "is a member (default true)", "true", "false"),
          Input.optional("retained", "是否保留会籍", "membership merely retained", "true", "false"),
          Input.optional("head", "是否单位主要负责人", "main head of the employer", "true", "false"),
          Input.optional(
              "wages-deputy", "是否分管劳动工资的副职", "deputy in charge of wages", "true", "false"),
          Input.optional("relative", "是否主要负责人的近亲属", "near relative of a head", "true", "false"),
          Input.optional("personnel", "是否人力资源部门负责人", "head of personnel", "true", "false"),
          Input.optional("foreign", "是否外籍职工", "foreign employee", "true", "false"),
          Input.optional("money", "是否分管或从事工会财务", "handles the union's money", "true", "false"));

  private static final Rule PUBLICITY =
      Rule.of(
          "candidate.publicity",
          new Text("候选人公示哪天届满？", "When is the publicity of candidates over?"),
          (why, facts) -> {
            Threshold days = why.threshold("publicity.chair");
            LocalDate from = facts.date("from");
            LocalDate end =
                new Period(days.count(), Period.Unit.DAY).endFrom(from, why.law().workingDays());
            why.formula("%s + %d", from, days.count());
            return Outcome.of(end.toString());
          },
          Input.of("from", "公示开始日", "the day it begins"));

  private Candidacies() {}

  public static List<Rule> rules() {
    return List.of(MINIMUM, ELIGIBLE, PUBLICITY);
  }

  private static Outcome minimum(Reasoning why, Facts facts) throws BadFacts {
    String body = facts.chosen("body", "committee", "standing", "audit", "chair");
    long seats = facts.positive("seats");
    String variant = facts.choice("variant", "over-seats", "over-candidates", "equal");
    Threshold surplus = why.threshold("candidates.surplus." + body, facts.kind());
    boolean free = surplus.value().equals("0%");
    if (variant.equals("equal")) {
      if (!free) {
        why.threshold("candidates.preselection");
        why.note(
            "等额选举须先经差额预选产生候选人名单。",
            "An election without surplus needs a list made by a preselection with surplus.");
      }
      why.formula("%d", seats);
      return Outcome.of(seats);
    }
    if (free) {
      why.note(
          "可以等额；选举办法定为差额的，从其规定。", "No surplus is demanded; the adopted method may demand one.");
      why.formula("%d", seats);
      return Outcome.of(seats);
    }
    if (surplus.value().startsWith("+")) {
      why.formula("%d %s", seats, surplus.value());
      return Outcome.of(seats + Long.parseLong(surplus.value().substring(1)));
    }
    long more = surplusOver(why, surplus, seats, variant.equals("over-candidates"));
    return Outcome.of(seats + more);
  }

  /// Over seats: ⌈seats × r⌉. Over candidates: the least k with k ≥ r × (seats + k), that is
  /// ⌈seats × r / (1 − r)⌉. At least one either way.
  private static long surplusOver(
      Reasoning why, Threshold surplus, long seats, boolean overCandidates) {
    long part = surplus.share().numerator();
    long whole = surplus.share().denominator() - (overCandidates ? part : 0);
    long more = Math.max(1, Math.ceilDiv(Math.multiplyExact(seats, part), whole));
    why.formula("%d + max(1, ⌈%d×%d/%d⌉) = %d", seats, seats, part, whole, seats + more);
    return more;
  }

  private static Outcome eligible(Reasoning why, Facts facts) throws BadFacts {
    String body = facts.chosen("body", "committee", "standing", "audit", "chair");
    BodyKind kind = facts.kind();
    boolean workplace = kind != BodyKind.DISTRICT;
    if (facts.has("member") && !facts.flag("member")) {
      refuse(why, "voting.retained", "NOT_A_MEMBER", "须先吸收为会员。", "Must become a member first.");
    }
    if (facts.flag("retained")) {
      refuse(
          why, "voting.retained", "RETAINED", "保留会籍者没有选举权和被选举权。", "Retained members do not stand.");
    }
    if (workplace && facts.flag("head")) {
      refuse(
          why, "committee.heads", "HEAD", "单位主要负责人不得作为候选人。", "The employer's head cannot stand.");
    }
    if (workplace && facts.flag("relative")) {
      refuse(
          why,
          "committee.relatives",
          "RELATIVE",
          "企业主要负责人的近亲属不得作为委员会成员。",
          "Near relatives of the head cannot be on the committee.");
    }
    if (workplace && body.equals("chair")) {
      chair(why, facts);
    }
    if (body.equals("audit") && facts.flag("money")) {
      refuse(
          why,
          "audit.incompatible",
          "INCOMPATIBLE",
          "主席、分管财务的副主席和财务人员不得进入经审会。",
          "Chair, vice-chair for money and finance staff cannot be on the audit committee.");
    }
    return Outcome.of(why.isClean());
  }

  private static void chair(Reasoning why, Facts facts) throws BadFacts {
    if (facts.flag("personnel")) {
      refuse(
          why,
          "chair.human-resources",
          "PERSONNEL",
          "人力资源部门负责人不得作为主席候选人。",
          "The head of personnel cannot stand for chair.");
    }
    if (facts.flag("foreign")) {
      refuse(
          why,
          "chair.foreign",
          "FOREIGN",
          "外籍职工不得作为主席候选人。",
          "Foreign employees cannot stand for chair.");
    }
    if (facts.flag("wages-deputy") && why.law().has("committee.chair-heads")) {
      refuse(
          why,
          "committee.chair-heads",
          "WAGES_DEPUTY",
          "分管劳动工资的副职不得担任工会主席。",
          "The deputy in charge of wages cannot be the chair.");
    }
  }

  private static void refuse(Reasoning why, String article, String code, String zh, String en)
      throws BadFacts {
    why.breach(why.threshold(article), code, new Text(zh, en));
  }
}
