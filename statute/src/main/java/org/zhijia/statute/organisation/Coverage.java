package org.zhijia.statute.organisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// Founding and coverage: when a union must have a committee, and how far the unions reach.
public final class Coverage {
  private static final Rule FOUNDING =
      Rule.of(
          "union.founding",
          new Text("要不要成立工会委员会？", "Must there be a committee?"),
          Coverage::founding,
          Input.of("members", "会员人数", "members"));

  private static final Rule WOMEN =
      Rule.of(
          "women.committee",
          new Text("应建立女职工委员会还是设女职工委员？", "A women's committee or a commissioner?"),
          (why, facts) -> {
            Threshold least = why.threshold("women.committee");
            long women = facts.count("women");
            boolean committee = women >= least.count();
            why.formula("%d %s %d", women, committee ? "≥" : "<", least.count());
            return Outcome.of(committee ? "committee" : "commissioner");
          },
          Input.of("women", "女会员人数", "women members"));

  private static final Rule FULL_TIME =
      Rule.of(
          "chair.full-time",
          new Text("可以配备专职工会主席吗？", "May there be a full-time chair?"),
          (why, facts) -> {
            Threshold least = why.threshold("chair.full-time");
            long staff = facts.count("staff");
            boolean enough = staff >= least.count();
            why.formula("%d %s %d", staff, enough ? "≥" : "<", least.count());
            if (!enough) {
              why.breach(
                  least,
                  "TOO_FEW_STAFF",
                  Text.of("职工 %d 人，不足 %d 人。", "%d staff are fewer than %d.", staff, least.count()));
            }
            return Outcome.of(enough);
          },
          Input.of("staff", "职工人数", "staff"));

  private static final Rule FOUNDING_RATE =
      Rule.of(
          "rate.founding",
          new Text("建会率是多少？", "What share of eligible employers is covered?"),
          (why, facts) -> {
            long covered = facts.count("own") + facts.count("joint");
            return rate(why, "rate.founding", covered, facts.positive("eligible"));
          },
          Input.of("eligible", "应建会的用人单位数", "employers that should be covered"),
          Input.of("own", "单独建会数", "with a union of their own"),
          Input.of("joint", "联合建会覆盖数", "covered by a joint union"));

  private static final Rule JOINING_RATE =
      Rule.of(
          "rate.joining",
          new Text("入会率是多少？", "What share of employees has joined?"),
          (why, facts) ->
              rate(why, "rate.joining", facts.count("members"), facts.positive("employees")),
          Input.of("members", "会员人数", "members"),
          Input.of("employees", "职工人数（已建会单位的，或全部）", "employees (where there is a union, or all)"));

  private static final Rule SPLIT =
      Rule.of(
          "assets.split",
          new Text("工会分立，财产怎样按人数分？", "How are assets divided when a union splits?"),
          Coverage::split,
          Input.of("assets", "财产总额（元）", "assets in yuan"),
          Input.of("first", "甲方职工人数", "employees on one side"),
          Input.of("second", "乙方职工人数", "employees on the other"));

  private Coverage() {}

  public static List<Rule> rules() {
    return List.of(FOUNDING, WOMEN, FULL_TIME, FOUNDING_RATE, JOINING_RATE, SPLIT);
  }

  private static Outcome founding(Reasoning why, Facts facts) throws BadFacts {
    Threshold least = why.threshold("founding.members", BodyKind.GRASSROOTS);
    long members = facts.count("members");
    boolean must = members >= least.count();
    why.formula("%d %s %d", members, must ? "≥" : "<", least.count());
    if (must) {
      return Outcome.of("must-form-committee");
    }
    why.note(
        "三种办法：单独建立基层委员会；与其他单位联合建立；选举一名组织员（主席）。",
        "Three ways: a committee alone, a joint one with other employers, or one organiser.");
    return Outcome.of("alone-jointly-or-organiser");
  }

  private static Outcome rate(Reasoning why, String id, long part, long whole) throws BadFacts {
    why.threshold(id);
    if (part > whole) {
      throw BadFacts.of("%d 不能多于 %d。", "%d cannot be more than %d.", part, whole);
    }
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    why.formula("%d/%d = %s %%", part, whole, percent);
    return new Outcome.Figure(percent);
  }

  /// The two parts of assets that were divided.
  public record Parts(BigDecimal first, BigDecimal second) implements Outcome.Composite {
    @Override
    public Map<String, Object> fields(Locale locale) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("first", first.toPlainString());
      fields.put("second", second.toPlainString());
      return fields;
    }
  }

  private static Outcome split(Reasoning why, Facts facts) throws BadFacts {
    why.threshold("split.by-headcount");
    BigDecimal assets = facts.yuan("assets");
    long first = facts.positive("first");
    long all = first + facts.positive("second");
    BigDecimal share =
        assets
            .multiply(BigDecimal.valueOf(first))
            .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    why.formula("%s×%d/%d = %s", assets, first, all, share);
    return new Parts(share, assets.subtract(share));
  }
}
