package org.zhijia.statute.codes;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// The citizen identification number (公民身份号码, GB 11643-1999): region, birth date, sequence, and
/// a check character modulo 11.
///
/// @param digits 18 characters, the last perhaps X
public record IdentityNumber(String digits) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83", "91");

  private static final Rule CHECK =
      Rule.of(
          "code.id",
          new Text("身份证号码对不对？", "Is the identity number right?"),
          IdentityNumber::check,
          Input.of("value", "身份证号码", "the number"));

  /// One thing that is wrong with a number.
  public record Finding(String code, Text text) {}

  public static List<Rule> rules() {
    return List.of(CHECK);
  }

  /// Half width, upper case, without spaces: what people type in many ways.
  public static String plain(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT);
  }

  /// Everything that is wrong with a number as it was written; nothing if it is right.
  ///
  /// @param on no birth lies after this day
  public static List<Finding> findings(String written, LocalDate on) {
    String number = plain(written);
    List<Finding> findings = new ArrayList<>();
    if (number.matches("\\d{15}")) {
      findings.add(
          finding(
              "OLD",
              "15 位旧号码已停用，请填 18 位号码。",
              "Numbers of 15 digits are no longer valid; give that of 18."));
      return findings;
    }
    if (number.length() != 18) {
      findings.add(
          new Finding(
              "LENGTH",
              Text.of(
                  "应为 18 位，现为 %d 位。", "18 characters are needed; there are %d.", number.length())));
      return findings;
    }
    if (!number.matches("\\d{17}[\\dX]")) {
      findings.add(finding("CHARACTER", "前 17 位应为数字，末位为数字或 X。", "17 digits, then a digit or X."));
      return findings;
    }
    examine(number, on, findings);
    return findings;
  }

  /// Region, birth and check character of a number that has the right form.
  private static void examine(String number, LocalDate on, List<Finding> findings) {
    if (!PROVINCES.contains(number.substring(0, 2))) {
      findings.add(finding("REGION", "前两位不是省级行政区代码。", "The first two digits are no province's."));
    }
    Optional<LocalDate> born = birth(number);
    if (born.isEmpty() || born.get().isBefore(OLDEST) || born.get().isAfter(on)) {
      findings.add(
          new Finding(
              "BIRTH",
              Text.of(
                  "出生日期“%1$s”不存在或不可能。",
                  "The birth date \"%1$s\" does not exist or cannot be.",
                  number.substring(6, 14))));
    }
    if (number.charAt(17) != checkCharacter(number)) {
      findings.add(
          finding(
              "CHECK_DIGIT",
              "校验位不符，请核对是否抄错。",
              "The check character does not fit: look for a slip of the pen."));
    }
  }

  private static Finding finding(String code, String zh, String en) {
    return new Finding(code, new Text(zh, en));
  }

  /// The number that begins with these 17 digits: its check character is put behind them. For
  /// invented people; whether such a person can be, nobody asks here.
  public static IdentityNumber completed(String digits) {
    return new IdentityNumber(digits + checkCharacter(digits));
  }

  private static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }

  private static Optional<LocalDate> birth(String number) {
    try {
      return Optional.of(LocalDate.parse(number.substring(6, 14), DATE));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /// The number, if it is right.
  public static Optional<IdentityNumber> of(String written, LocalDate on) {
    return findings(written, on).isEmpty()
        ? Optional.of(new IdentityNumber(plain(written)))
        : Optional.empty();
  }

  public LocalDate born() {
    return birth(digits).orElseThrow();
  }

  public boolean isFemale() {
    return (digits.charAt(16) - '0') % 2 == 0;
  }

  private static Outcome check(Reasoning why, Facts facts) throws BadFacts {
    Threshold standard = why.threshold("code.id");
    for (Finding finding : findings(facts.text("value"), why.law().on())) {
      why.breach(standard, finding.code(), finding.text());
    }
    why.formula("Σ wᵢ·aᵢ mod 11 → \"%s\"", CHECKS);
    return Outcome.of(why.isClean());
  }
}
