package org.zhijia.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Chinese and English say the same things, and pages say nothing else.
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[^}]*}");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[(}]");

  private static List<Path> files(String folder, String pattern) throws IOException {
    try (var files = Files.walk(RESOURCES.resolve(folder))) {
      return files.filter(file -> file.toString().matches(pattern)).sorted().toList();
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
    List<Path> bundles = files("messages", ".*/[a-z]+\\.properties");
    assertThat(bundles).hasSizeGreaterThan(6);
    for (Path chinese : bundles) {
      Properties zh = read(chinese);
      Properties en = read(Path.of(chinese.toString().replace(".properties", "_en.properties")));
      assertThat(en.stringPropertyNames())
          .as(chinese.toString())
          .containsExactlyInAnyOrderElementsOf(zh.stringPropertyNames());
      for (String key : zh.stringPropertyNames()) {
        assertThat(arguments(en.getProperty(key)))
            .as(key)
            .isEqualTo(arguments(zh.getProperty(key)));
      }
    }
  }

  private static Set<String> arguments(String text) {
    return new TreeSet<>(ARGUMENT.matcher(text).results().map(result -> result.group(1)).toList());
  }

  @Test
  void everyKeyThatAPageNamesIsThere() throws IOException {
    Properties all = new Properties();
    for (Path bundle : files("messages", ".*/[a-z]+\\.properties")) {
      all.putAll(read(bundle));
    }
    List<String> missing = new ArrayList<>();
    for (Path page : files("templates", ".*\\.html")) {
      KEY.matcher(Files.readString(page))
          .results()
          .map((MatchResult result) -> result.group(1))
          .filter(key -> !all.containsKey(key))
          .forEach(key -> missing.add(page.getFileName() + ": " + key));
    }
    assertThat(missing).isEmpty();
  }

  /// UX: plain and respectful, no exclamation marks.
  @Test
  void nobodyIsShoutedAt() throws IOException {
    for (Path bundle : files("messages", ".*\\.properties")) {
      read(bundle)
          .forEach(
              (key, text) ->
                  assertThat(String.valueOf(text)).as(String.valueOf(key)).doesNotContain("！"));
    }
  }
}
