package org.zhijia.statute;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The working days of the land, as the State Council publishes them each year: weekends rest but
/// for make-up days, statutory holidays rest.
///
/// Beyond the last published year there is no answer, never a guess.
public final class WorkingDays {
  private final Set<LocalDate> rest = new HashSet<>();
  private final Set<LocalDate> makeUp = new HashSet<>();
  private final TreeSet<Integer> years = new TreeSet<>();

  private WorkingDays() {}

  /// @param lines `2026-05-01,rest` or `2026-05-09,work`, each year at least once; further columns
  ///     are for readers
  /// @throws IllegalArgumentException if a line is none of these; its number is in the message
  public static WorkingDays of(List<String> lines) {
    WorkingDays days = new WorkingDays();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        days.add(line, i + 1);
      }
    }
    return days;
  }

  /// These with further years, e.g. one that was published since this release.
  public WorkingDays with(WorkingDays later) {
    WorkingDays all = new WorkingDays();
    for (WorkingDays part : List.of(this, later)) {
      all.rest.addAll(part.rest);
      all.makeUp.addAll(part.makeUp);
      all.years.addAll(part.years);
    }
    return all;
  }

  private void add(String line, int number) {
    String[] columns = line.split(",", -1);
    try {
      LocalDate day = LocalDate.parse(columns[0]);
      String kind = columns.length > 1 ? columns[1] : "";
      switch (kind) {
        case "rest" -> rest.add(day);
        case "work" -> makeUp.add(day);
        default -> throw new IllegalArgumentException("line " + number + ": " + line);
      }
      years.add(day.getYear());
    } catch (DateTimeParseException notDate) {
      throw new IllegalArgumentException("line " + number + ": " + line, notDate);
    }
  }

  public Year firstYear() {
    return Year.of(years.first());
  }

  public Year lastYear() {
    return Year.of(years.last());
  }

  /// @throws BadFacts if the calendar of that year is not published
  public boolean isWorkingDay(LocalDate day) throws BadFacts {
    if (!years.contains(day.getYear())) {
      throw BadFacts.of(
          "%1$d 年的工作日历尚未公布或未导入（现有 %2$s 至 %3$s 年），无法推算。",
          "The calendar of %1$d is not published or not imported (there are %2$s to %3$s).",
          day.getYear(),
          firstYear(),
          lastYear());
    }
    if (makeUp.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !rest.contains(day);
  }

  /// The day itself if one works on it, else the next working day.
  public LocalDate onOrAfter(LocalDate day) throws BadFacts {
    LocalDate next = day;
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
