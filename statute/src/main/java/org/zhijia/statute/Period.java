package org.zhijia.statute;

import java.time.DateTimeException;
import java.time.LocalDate;

/// A period of law (Civil Code, articles 201–203): the first day does not count; months and years
/// end on the corresponding day or the month's last; a last day of rest rolls to the next working
/// day. Periods in working days count working days only.
public record Period(long length, Unit unit) {

  /// What a period is counted in. "日" is a calendar day, "工作日" a working day.
  public enum Unit {
    DAY,
    WORKDAY,
    MONTH,
    YEAR
  }

  /// The last day on which what is due in this period can still be done.
  ///
  /// @throws BadFacts if the calendar does not reach that far
  public LocalDate endFrom(LocalDate from, WorkingDays calendar) throws BadFacts {
    try {
      return switch (unit) {
        case DAY -> calendar.onOrAfter(from.plusDays(length));
        case MONTH -> calendar.onOrAfter(from.plusMonths(length));
        case YEAR -> calendar.onOrAfter(from.plusYears(length));
        case WORKDAY -> workdaysAfter(from, calendar);
      };
    } catch (DateTimeException | ArithmeticException tooFar) {
      throw BadFacts.of("期限太长：%d。", "The period is too long: %d.", length);
    }
  }

  private LocalDate workdaysAfter(LocalDate from, WorkingDays calendar) throws BadFacts {
    LocalDate day = from;
    for (long counted = 0; counted < length; ) {
      day = day.plusDays(1);
      counted += calendar.isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }
}
