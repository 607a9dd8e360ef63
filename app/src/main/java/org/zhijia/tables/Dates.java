package org.zhijia.tables;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as people write them: 1990-05-01, 1990/5/1, 1990.5.1, 1990年5月1日, 19900501, 1990.05 (its
/// first day), full-width digits, and a time after it that is dropped.
public final class Dates {
  private static final Pattern PARTS =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})(?:\\s*[-/.月]\\s*(\\d{1,2}))?\\s*[日月]?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?$");

  private Dates() {}

  /// None if there is no such day: 1990.13.5 is nothing.
  public static Optional<LocalDate> read(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    text = TIME.matcher(text).replaceFirst("");
    Matcher digits = DIGITS.matcher(text);
    Matcher parts = PARTS.matcher(text);
    if (digits.matches()) {
      return day(digits.group(1), digits.group(2), digits.group(3));
    }
    if (parts.matches()) {
      String day = parts.group(3) == null ? "1" : parts.group(3);
      return day(parts.group(1), parts.group(2), day);
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
