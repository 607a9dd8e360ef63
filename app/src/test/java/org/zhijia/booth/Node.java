package org.zhijia.booth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages' scripts, run by Node.js without a browser.
final class Node {
  private Node() {}

  private static final Path SCRIPTS = Path.of("src/test/js");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Without Node.js the test is skipped and says so, on a build server it fails.
  static void demand() {
    boolean there;
    try {
      there = new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      there = false;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    if (System.getenv("CI") == null) {
      if (!there) {
        System.err.println("=== NO NODE.JS: THE SCRIPTS OF BOOTH AND SCRUTINY ARE NOT TESTED ===");
      }
      Assumptions.assumeTrue(there, "no Node.js");
    }
    assertThat(there).as("install nodejs").isTrue();
  }

  /// Everything in `src/test/js` that is a test.
  static void runTests() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "--test"));
    try (var files = Files.list(SCRIPTS)) {
      files.map(Path::toString).filter(name -> name.endsWith(".test.mjs")).forEach(command::add);
    }
    assertThat(command).hasSizeGreaterThan(4);
    assertThat(run(command, "").exit()).isZero();
  }

  /// Asks `exchange.mjs` for one thing.
  static JsonNode ask(String command, Map<String, ?> given) {
    Map<String, Object> question = new java.util.LinkedHashMap<>(given);
    question.put("command", command);
    try {
      Run run =
          run(
              List.of("node", SCRIPTS.resolve("exchange.mjs").toString()),
              JSON.writeValueAsString(question));
      assertThat(run.exit()).as(run.output()).isZero();
      return JSON.readTree(run.output()).get("answer");
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private record Run(int exit, String output) {}

  private static Run run(List<String> command, String input)
      throws IOException, InterruptedException {
    Path given = Files.createTempFile("node", ".in");
    Path answer = Files.createTempFile("node", ".out");
    try {
      Files.writeString(given, input);
      int exit =
          new ProcessBuilder(command)
              .redirectInput(given.toFile())
              .redirectOutput(answer.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      String output = Files.readString(answer, UTF_8);
      if (exit != 0) {
        System.err.println(output);
      }
      return new Run(exit, output);
    } finally {
      Files.deleteIfExists(given);
      Files.deleteIfExists(answer);
    }
  }
}
