package org.zhijia.identity;

import java.util.Locale;
import java.util.Set;
import org.zhijia.identity.Accounts.Activated;

/// Which passwords are taken: long enough, and not among the first that anybody would try.
final class PasswordPolicy {
  static final int LEAST = 10;
  private static final Set<String> COMMON =
      Set.of(
          "1234567890",
          "0123456789",
          "password12",
          "password123",
          "qwertyuiop",
          "1qaz2wsx3edc",
          "zhijia1234",
          "gonghui123",
          "1111111111",
          "0000000000",
          "abcdefghij",
          "abcd123456",
          "admin12345",
          "iloveyou12",
          "woaini1314",
          "5201314520",
          "a123456789",
          "qq123456789");

  private PasswordPolicy() {}

  static Activated judge(String password, Account of) {
    if (password.codePointCount(0, password.length()) < LEAST) {
      return Activated.PASSWORD_TOO_SHORT;
    }
    String plain = password.toLowerCase(Locale.ROOT);
    boolean oneCharacter = plain.chars().distinct().count() < 4;
    boolean ownName = plain.contains(of.signInName().toLowerCase(Locale.ROOT));
    return oneCharacter || ownName || COMMON.contains(plain)
        ? Activated.PASSWORD_TOO_COMMON
        : Activated.DONE;
  }
}
