package org.zhijia.statute;

/// An exact share such as 2/3. Nothing is rounded before it is compared.
///
/// "以上" includes the number, "超过" and "过半数" exclude it (Civil Code, article 1259).
public record Fraction(long numerator, long denominator) {

  public Fraction {
    if (numerator < 0 || denominator < 1) {
      throw new IllegalArgumentException(numerator + "/" + denominator + " is no share");
    }
  }

  /// @param text `2/3`, `5%` or `0.5%`
  public static Fraction of(String text) {
    if (text.endsWith("%")) {
      String percent = text.substring(0, text.length() - 1);
      int point = percent.indexOf('.');
      int decimals = point < 0 ? 0 : percent.length() - point - 1;
      long denominator = 100;
      for (int i = 0; i < decimals; i++) {
        denominator *= 10;
      }
      return new Fraction(Long.parseLong(percent.replace(".", "")), denominator);
    }
    int slash = text.indexOf('/');
    return new Fraction(
        Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
  }

  /// 以上: part ≥ this share of the whole.
  public boolean isReachedBy(long part, long whole) {
    return Math.multiplyExact(part, denominator) >= Math.multiplyExact(whole, numerator);
  }

  /// 超过, 过: part > this share of the whole.
  public boolean isExceededBy(long part, long whole) {
    return Math.multiplyExact(part, denominator) > Math.multiplyExact(whole, numerator);
  }

  /// The least number that is not less than this share (不少于).
  public long ceilingOf(long whole) {
    return Math.ceilDiv(Math.multiplyExact(whole, numerator), denominator);
  }

  /// The largest number that is not more than this share (不超过).
  public long floorOf(long whole) {
    return Math.floorDiv(Math.multiplyExact(whole, numerator), denominator);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
