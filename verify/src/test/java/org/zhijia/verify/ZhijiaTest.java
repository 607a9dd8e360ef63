package org.zhijia.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZhijiaTest {
  private final Terminal english = Terminal.english();
  private final Terminal chinese = Terminal.chinese();

  @Test
  void withoutACommandItTellsTheCommands() {
    assertThat(english.run()).isZero();
    assertThat(english.out()).contains("Usage:", "verify", "mock-election", "Exit codes");
    assertThat(chinese.run()).isZero();
    assertThat(chinese.out()).contains("用法：", "核验一次选举的存档", "退出码");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify",
        "mock-election",
        "election",
        "election new",
        "election credentials",
        "election trustee",
        "election trustee single",
        "election trustee begin",
        "election trustee share",
        "election trustee accept",
        "election open",
        "election cast",
        "election close",
        "election decrypt",
        "election result",
        "rule",
        "rule list",
        "rule explain"
      })
  void everyCommandHasHelpInBothLanguages(String command) {
    Object[] words = ("help " + command).split(" ");
    assertThat(english.run(words)).isZero();
    assertThat(english.out()).startsWith("Usage:").containsPattern("\n\n[A-Z]");
    assertThat(chinese.run(words)).isZero();
    assertThat(chinese.out()).startsWith("用法：").containsPattern("\n\n\\p{IsHan}");
  }

  @Test
  void theOptionForTheLanguageWinsEverywhere() {
    assertThat(english.run("--lang", "zh", "help")).isZero();
    assertThat(english.out()).contains("用法：");
    assertThat(chinese.run("verify", "--lang=en")).isEqualTo(2);
    assertThat(chinese.err()).contains("Missing: FILE.bel");
  }

  @Test
  void wrongUseSaysWhatIsWrongAndEndsWith2() {
    assertWrong("There is no command \"verfy\"", "verfy", "x.bel");
    assertWrong("There is no option \"--frob\"", "verify", "--frob", "x.bel");
    assertWrong("Missing: FILE.bel", "verify");
    assertWrong("No such file: nowhere.bel", "verify", "nowhere.bel");
    assertWrong("\"--threads\" cannot be \"many\"", "verify", "--threads", "many", "x.bel");
    assertWrong("Missing: --out", "mock-election");
    assertWrong("--threshold must be from 1 to 3", "mock-election", "--threshold", 4, "--out", "x");
    assertWrong("Give both", "mock-election", "--candidates", "c.csv", "--out", "x");
    assertThat(english.err()).doesNotContain("Exception");
  }

  @Test
  void wrongUseIsToldInChineseToo() {
    assertThat(chinese.run("verfy")).isEqualTo(2);
    assertThat(chinese.err()).contains("没有“verfy”这个命令").contains("zhijia help");
    assertThat(chinese.run("verify", "nowhere.bel")).isEqualTo(2);
    assertThat(chinese.err()).contains("找不到文件：nowhere.bel");
  }

  @Test
  void withJsonErrorsAreJsonToo() {
    assertThat(english.run("verify", "--json", "nowhere.bel")).isEqualTo(2);
    assertThat(english.out().strip()).isEqualTo("{\"error\":\"No such file: nowhere.bel\"}");
  }

  private void assertWrong(String message, Object... arguments) {
    assertThat(english.run(arguments)).as(message).isEqualTo(2);
    assertThat(english.err()).contains(message);
    assertThat(english.out()).isEmpty();
  }
}
