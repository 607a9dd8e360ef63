package org.zhijia.statute.funds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Fraction;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// A member's dues: a share of the basic wage, the part below a full ten yuan left out.
public final class Dues {
  private static final Rule MONTHLY =
      Rule.of(
          "dues.monthly",
          new Text("每月应交多少会费？", "How much are the monthly dues?"),
          Dues::monthly,
          Input.of("wage", "基本工资（元，不含奖金津贴）", "basic wage in yuan, without bonuses"));

  private Dues() {}

  public static List<Rule> rules() {
    return List.of(MONTHLY);
  }

  private static Outcome monthly(Reasoning why, Facts facts) throws BadFacts {
    Threshold share = why.threshold("dues.share");
    BigDecimal step = new BigDecimal(why.threshold("dues.step").value());
    BigDecimal wage = facts.yuan("wage");
    BigDecimal base = wage.divideToIntegralValue(step).multiply(step);
    Fraction rate = share.share();
    BigDecimal dues =
        base.multiply(BigDecimal.valueOf(rate.numerator()))
            .divide(BigDecimal.valueOf(rate.denominator()), 2, RoundingMode.HALF_UP);
    why.formula("⌊%s/%s⌋×%s×%s = %s", wage, step, step, share.value(), dues);
    return Outcome.of(dues.toPlainString());
  }
}
