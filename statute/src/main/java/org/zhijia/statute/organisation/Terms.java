package org.zhijia.statute.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Band;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Period;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// Clocks of law: terms, vacancies, reports, and any period from a day.
public final class Terms {
  private static final Rule PERIOD =
      Rule.of(
          "period.end",
          new Text("期限哪天届满？", "On which day does a period end?"),
          (why, facts) -> {
            String unit = facts.chosen("unit", "day", "workday", "month", "year");
            Period period =
                new Period(
                    facts.positive("length"), Period.Unit.valueOf(unit.toUpperCase(Locale.ROOT)));
            return end(why, facts.date("from"), period);
          },
          Input.of("from", "起算日（当日不计）", "the day from which it runs (not counted)"),
          Input.of("length", "长度", "length"),
          Input.choice("unit", "单位", "unit", "day", "workday", "month", "year"));

  private static final Rule TERM =
      Rule.of(
          "term.end",
          new Text("本届任期哪天届满，何时提醒？", "When does the term end, and when to be reminded?"),
          Terms::term,
          Input.of("elected", "选举日（任期自当日起算）", "day of the election, from which the term counts"),
          Input.optional("years", "任期年数（3 或 5）", "years of the term (3 or 5)"),
          Input.KIND);

  private static final Rule VACANCY =
      Rule.of(
          "vacancy.deadline",
          new Text("主席空缺最迟哪天补选？", "By when must a vacant chair be filled?"),
          (why, facts) -> {
            Threshold months = why.threshold("vacancy.months");
            return end(why, facts.date("from"), new Period(months.count(), Period.Unit.MONTH));
          },
          Input.of("from", "空缺之日", "the day of the vacancy"));

  private static final Rule LEGAL_PERSON =
      Rule.of(
          "legal-person.change",
          new Text("法人变更登记最迟哪天办？", "By when must the change of legal person be registered?"),
          (why, facts) -> {
            Threshold days = why.threshold("legal-person.change-days");
            return end(why, facts.date("from"), new Period(days.count(), Period.Unit.DAY));
          },
          Input.of("from", "变更之日", "the day of the change"));

  private static final Rule LAPSE =
      Rule.of(
          "membership.lapse",
          new Text("是否已连续六个月未交会费（须教育后才可处理）？", "Are six months without dues over?"),
          Terms::lapse,
          Input.of("last", "最后一次交会费的月份，如 2025-06", "last month with dues, e.g. 2025-06"),
          Input.of("on", "哪一天看", "the day on which one looks"));

  private Terms() {}

  public static List<Rule> rules() {
    return List.of(PERIOD, TERM, VACANCY, LEGAL_PERSON, LAPSE);
  }

  private static Outcome end(Reasoning why, LocalDate from, Period period) throws BadFacts {
    why.threshold("period.count");
    LocalDate end = period.endFrom(from, why.law().workingDays());
    String unit = period.unit().name().toLowerCase(Locale.ROOT);
    why.formula("%s + %d %s → %s", from, period.length(), unit, end);
    return Outcome.of(end.toString());
  }

  /// The last day of a term, and the days on which to be reminded of it, the earliest first.
  public record TermEnd(LocalDate end, List<LocalDate> reminders) implements Outcome.Composite {
    public TermEnd {
      reminders = List.copyOf(reminders);
    }

    @Override
    public Map<String, Object> fields(Locale locale) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("end", end.toString());
      fields.put("reminders", reminders.stream().map(LocalDate::toString).toList());
      return fields;
    }
  }

  private static Outcome term(Reasoning why, Facts facts) throws BadFacts {
    BodyKind kind = facts.kind();
    Threshold years = why.threshold("term.years", kind);
    Band band =
        years.bands().isEmpty()
            ? new Band(Long.MAX_VALUE, years.count(), years.count())
            : years.band(0);
    long chosen = facts.countOr("years", band.most());
    if (chosen != band.least() && chosen != band.most()) {
      throw BadFacts.of(
          "任期应为 %d 年或 %d 年。", "The term is %d or %d years.", band.least(), band.most());
    }
    LocalDate elected = facts.date("elected");
    LocalDate end = elected.plusYears(chosen);
    why.formula("%s + %d year = %s", elected, chosen, end);
    List<LocalDate> reminders =
        List.of(why.threshold("term.warnings").value().split(" ", -1)).stream()
            .map(months -> end.minusMonths(Long.parseLong(months)))
            .toList();
    return new TermEnd(end, reminders);
  }

  private static Outcome lapse(Reasoning why, Facts facts) throws BadFacts {
    Threshold months = why.threshold("membership.lapse");
    String last = facts.text("last");
    if (!last.matches("\\d{4}-(0[1-9]|1[0-2])")) {
      throw BadFacts.of("“last”应为月份，如 2025-06。", "\"last\" is a month, e.g. 2025-06.");
    }
    LocalDate flag = LocalDate.parse(last + "-01").plusMonths(months.count() + 1);
    LocalDate on = facts.date("on");
    boolean over = !on.isBefore(flag);
    why.formula("%s + %d month → %s; %s %s", last, months.count(), flag, on, over ? "≥" : "<");
    why.note(
        "仅作提示：须经教育并由基层委员会决定，方视为自动退会。",
        "A flag only: education and the committee's decision come first.");
    return Outcome.of(over);
  }
}
