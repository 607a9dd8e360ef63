package org.zhijia.documents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number of a document (发文字号), as in `青工发〔2026〕5号`: the issuer's code word, the year in
/// hexagonal brackets, the running number without 第 and without leading zeros (GB/T 9704 §7.2.5).
///
/// @param sequence 1 for the first of its code word and year
public record DocumentNumber(String codeWord, int year, int sequence) {
  private static final Pattern TEXT =
      Pattern.compile("^([\\u4e00-\\u9fa5]{2,8})〔(\\d{4})〕([1-9]\\d{0,5})号$");
  private static final Pattern CODE_WORD = Pattern.compile("[\\u4e00-\\u9fa5]{2,8}");

  public static Optional<DocumentNumber> parse(String text) {
    Matcher found = TEXT.matcher(text);
    return found.matches()
        ? Optional.of(
            new DocumentNumber(
                found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))))
        : Optional.empty();
  }

  static boolean isCodeWord(String text) {
    return CODE_WORD.matcher(text).matches();
  }

  public String text() {
    return codeWord + "〔" + year + "〕" + sequence + "号";
  }

  /// As it stands on a draft: the running number is still to come.
  static String open(String codeWord, int year) {
    return codeWord + "〔" + year + "〕　号";
  }
}
