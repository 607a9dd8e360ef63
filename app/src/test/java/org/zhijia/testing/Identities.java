package org.zhijia.testing;

import java.util.Random;
import org.zhijia.statute.codes.IdentityNumber;

/// Identity numbers that nobody has: the right form and check character, in a region that does not
/// exist.
public final class Identities {
  private Identities() {}

  /// The nth of them, born between 1960 and 1999.
  public static String number(int n) {
    Random random = new Random(n);
    String body =
        String.format(
            "4199%02d%d%02d%02d%03d",
            n / 9_000 % 100,
            1960 + random.nextInt(40),
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            n % 1_000);
    return IdentityNumber.completed(body).digits();
  }

  public static String born(String number) {
    return number.substring(6, 10)
        + "-"
        + number.substring(10, 12)
        + "-"
        + number.substring(12, 14);
  }

  public static String sex(String number) {
    return (number.charAt(16) - '0') % 2 == 0 ? "女" : "男";
  }
}
