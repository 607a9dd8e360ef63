package org.zhijia.tables;

import java.util.regex.Pattern;

/// A person's name as a list has it, in the one form in which it is kept and compared.
public final class WrittenName {
  private static final String BLANK = "[\\s\\p{Cntrl}\u3000]+";
  private static final Pattern BESIDE_HAN =
      Pattern.compile("(?<=[\\p{IsHan}·])" + BLANK + "|" + BLANK + "(?=[\\p{IsHan}·])");

  private WrittenName() {}

  /// Blanks that only line up short names (王　强) vanish; between the words of names in other
  /// scripts one stays.
  public static String plain(String written) {
    return BESIDE_HAN.matcher(written).replaceAll("").replaceAll(BLANK, " ").strip();
  }
}
