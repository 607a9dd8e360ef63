package org.zhijia.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands against a wording: as a draft, and before it is issued.
final class WordingCheck {
  private static final Pattern DAY = Pattern.compile("(\\d{4})年([1-9]\\d?)月([1-9]\\d?)日");

  private WordingCheck() {}

  static List<Finding> check(Wording wording, Typefaces faces) {
    List<Finding> findings = new ArrayList<>();
    if (wording.title().isBlank()) {
      findings.add(Finding.of(Finding.About.TITLE_MISSING, ""));
    }
    if (wording.body().isBlank()) {
      findings.add(Finding.of(Finding.About.BODY_MISSING, ""));
    }
    if (!wording.codeWord().isEmpty() && !DocumentNumber.isCodeWord(wording.codeWord())) {
      findings.add(Finding.of(Finding.About.CODE_WORD_WRONG, wording.codeWord()));
    }
    if (wording.codeWord().isEmpty() && !wording.mark().isEmpty()) {
      findings.add(Finding.of(Finding.About.CODE_WORD_NEEDED, ""));
    }
    if (!wording.date().isEmpty() && day(wording.date()).isEmpty()) {
      findings.add(Finding.of(Finding.About.DATE_WRONG, wording.date()));
    }
    if (wording.texts().mapToInt(String::length).sum() > Template.LONGEST) {
      findings.add(Finding.of(Finding.About.TOO_LONG, String.valueOf(Template.LONGEST)));
    }
    if (wording.texts().anyMatch(text -> text.contains("{{"))) {
      findings.add(Finding.of(Finding.About.PLACEHOLDER_LEFT, "{{"));
    }
    wording
        .texts()
        .flatMapToInt(String::codePoints)
        .filter(c -> !Character.isWhitespace(c) && !faces.canShow(c))
        .distinct()
        .forEach(
            c ->
                findings.add(
                    Finding.hint(0, Finding.About.CHARACTER_MISSING, Character.toString(c))));
    return findings;
  }

  /// @return a day that exists, written without leading zeros
  static Optional<LocalDate> day(String text) {
    Matcher found = DAY.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(2)),
              Integer.parseInt(found.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  static String text(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
