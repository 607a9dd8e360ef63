package org.zhijia.verify.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages chinese = Messages.in(Messages.Language.CHINESE);
  private final Messages english = Messages.in(Messages.Language.ENGLISH);

  @Test
  void everyTextExistsInBothLanguages() {
    assertThat(new TreeSet<>(english.keys())).isEqualTo(new TreeSet<>(chinese.keys()));
    for (String key : chinese.keys()) {
      assertThat(chinese.text(key)).as(key).isNotEmpty();
      assertThat(english.text(key)).as(key).isNotEmpty();
    }
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    Pattern argument = Pattern.compile("\\{\\d}");
    for (String key : chinese.keys()) {
      var inChinese = argument.matcher(chinese.text(key)).results().map(m -> m.group());
      var inEnglish = argument.matcher(english.text(key)).results().map(m -> m.group());
      assertThat(new TreeSet<>(inEnglish.toList()))
          .as(key)
          .isEqualTo(new TreeSet<>(inChinese.toList()));
    }
  }

  @Test
  void everyTextThatTheCodeNamesExists() throws IOException {
    Pattern named =
        Pattern.compile(
            "(?:say|remark|text|wrong|WrongUse|descriptionKey =)"
                + "\\s*\\(?\\s*\"([a-z]+[.][a-z-]+)\"");
    int found = 0;
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        for (var match : named.matcher(Files.readString(file)).results().toList()) {
          assertThat(exists(match.group(1))).as(file + ": " + match.group(1)).isTrue();
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(80);
  }

  /// A text, or the prefix of one text for each constant of an enum.
  private boolean exists(String key) {
    return chinese.has(key) || chinese.keys().stream().anyMatch(k -> k.startsWith(key + "."));
  }

  @Test
  void theLanguageFollowsTheLocale() {
    assertThat(Messages.Language.of(Map.of("LANG", "zh_CN.UTF-8")))
        .isEqualTo(Messages.Language.CHINESE);
    assertThat(Messages.Language.of(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "de_DE")))
        .isEqualTo(Messages.Language.ENGLISH);
    assertThat(Messages.Language.of(Map.of())).isEqualTo(Messages.Language.ENGLISH);
  }
}
