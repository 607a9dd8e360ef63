package org.zhijia.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.identity.Accounts.Activated;

class PasswordPolicyTest {
  private static final Account WANG =
      new Account(
          1,
          "wangping",
          "王平",
          Optional.empty(),
          ".1.",
          false,
          false,
          Optional.empty(),
          Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "123456789, PASSWORD_TOO_SHORT",
    "黄河之水天上来奔流, PASSWORD_TOO_SHORT",
    "黄河之水天上来奔流到, DONE",
    "1234567890, PASSWORD_TOO_COMMON",
    "Password123, PASSWORD_TOO_COMMON",
    "aaaaaaaaaaaa, PASSWORD_TOO_COMMON",
    "my wangping 1, PASSWORD_TOO_COMMON",
    "correct horse battery, DONE"
  })
  void passwordsAreJudged(String password, Activated verdict) {
    assertThat(PasswordPolicy.judge(password, WANG)).isEqualTo(verdict);
  }
}
