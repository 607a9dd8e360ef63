package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written of the checks for readers: the specification lists those that are made, in
/// their order, and the first pages count them rightly.
class PublishedChecksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([A-Z_]+)` \\|");
  private static final Pattern COUNT =
      Pattern.compile("(\\d+)(?= numbered checks| checks of the specification| 项检查)");

  @Test
  void theSpecificationListsEveryCheck() throws IOException {
    assertThat(ROW.matcher(read("docs/spec/ballot.md")).results())
        .extracting(row -> row.group(1) + " " + row.group(2))
        .containsExactlyElementsOf(
            Arrays.stream(Check.values()).map(check -> check.number() + " " + check).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void theFirstPagesCountThem(String page) throws IOException {
    assertThat(COUNT.matcher(read(page)).results())
        .hasSize(2)
        .allMatch(count -> Integer.parseInt(count.group(1)) == Check.values().length);
  }

  private static String read(String document) throws IOException {
    return Files.readString(ROOT.resolve(document));
  }
}
