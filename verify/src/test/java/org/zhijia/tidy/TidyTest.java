package org.zhijia.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TidyTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void theTreeIsTidy() throws IOException {
    List<Source> sources = new ArrayList<>();
    try (var files = Files.walk(PROJECT)) {
      for (Path file : files.filter(TidyTest::isJava).toList()) {
        String path = PROJECT.relativize(file).toString().replace('\\', '/');
        sources.add(Source.of(path, Files.readString(file)));
      }
    }
    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(TidyRules.findings(sources)).isEmpty();
  }

  private static boolean isJava(Path file) {
    String path = PROJECT.relativize(file).toString().replace('\\', '/');
    return path.endsWith(".java") && path.contains("/src/") && !path.contains("/target/");
  }

  @Test
  void aTidyFileHasNoFindings() {
    assertThat(findings(TIDY)).isEmpty();
  }

  @Test
  void longFilesAreFound() {
    assertFound(TIDY + "// more\n".repeat(400), "Poll.java:404: longer than 400 lines");
  }

  @Test
  void wideLinesAreFoundUnlessTheyImport() {
    assertFound(TIDY + "// " + "x".repeat(98) + "\n", "Poll.java:5: wider than 100 columns");
    String imported = "import org.zhijia." + "x".repeat(90) + ";";
    assertThat(findings(TIDY.replace("\n\n///", "\n\n" + imported + "\n\n///"))).isEmpty();
  }

  @Test
  void openEndsNeedAnIssue() {
    assertFound(TIDY + "// TO" + "DO later\n", "an open end without its issue");
    assertThat(findings(TIDY + "// TO" + "DO(#12): needs the roll first\n")).isEmpty();
  }

  @Test
  void docCommentsThatTheFormatterBrokeAreFound() {
    assertFound(TIDY.replace("/// A poll.", "/// A\n// poll."), "wrap it by hand");
  }

  @Test
  void authorTagsAreFound() {
    assertFound(TIDY + "/// @author" + " somebody\n", "an author tag");
  }

  @Test
  void wildcardImportsAreFound() {
    assertFound(TIDY.replace("\n\n///", "\n\nimport java.util.*;\n\n///"), "a wildcard import");
  }

  @Test
  void emptyNamesAreFound() {
    assertFound(TIDY.replace("{}", "{}\n\nclass PollManager {}"), "PollManager says nothing");
    assertFound(TIDY.replace("{}", "{\n  class BallotUtils {}\n}"), "BallotUtils says nothing");
  }

  @Test
  void publicTypesWithoutADocCommentAreFound() {
    assertFound(TIDY.replace("/// A poll.\n", ""), "Poll is public and has no doc comment");
    assertThat(findings(TIDY.replace("/// A poll.\npublic ", ""))).isEmpty();
  }

  @Test
  void longMethodsAreFoundAndProofsAndTablesMayBeLonger() {
    String method = "{\n  void count() {\n" + "    count();\n".repeat(39) + "  }\n}";
    String text = TIDY.replace("{}", method);
    assertFound(text, "Poll.java:5: count is longer than 40 lines");
    Source proof = Source.of("ballot/src/main/java/org/zhijia/proof/Poll.java", text);
    assertThat(TidyRules.findings(with(proof))).isEmpty();
    Source test = Source.of("ballot/src/test/java/org/zhijia/poll/Poll.java", text);
    assertThat(TidyRules.findings(with(test))).isEmpty();
  }

  @Test
  void longListsOfParametersAreFound() {
    String six = "int a, int b, int c, int d, int e, int f";
    assertFound(TIDY.replace("{}", "{\n  void open(" + six + ") {}\n}"), "more than 5 parameters");
    assertThat(findings(TIDY.replace("{}", "{\n  Poll(" + six + ") {}\n}"))).isEmpty();
    assertThat(findings(TIDY.replace("{}", "{\n  private void open(" + six + ") {}\n}"))).isEmpty();
    String arrays = "long[] a, int ao, long[] b, int bo, long[] c, int co";
    assertThat(findings(TIDY.replace("{}", "{\n  void open(" + arrays + ") {}\n}"))).isEmpty();
  }

  @Test
  void packagesMustDescribeThemselves() {
    Source alone = Source.of(PATH + "Poll.java", TIDY);
    Source user = Source.of("app/src/test/java/PollTest.java", "class PollTest { Poll poll; }");
    String directory = alone.directory();
    assertThat(TidyRules.findings(List.of(alone, user)))
        .containsExactly(
            directory + ": no package-info.java that says what it is for",
            directory + ": not @NullMarked");
    Source described = Source.of(PATH + "package-info.java", "package org.zhijia.poll;");
    Source module = Source.of("app/src/main/java/module-info.java", "@NullMarked module poll {}");
    assertThat(TidyRules.findings(List.of(alone, user, described)))
        .containsExactly(directory + ": not @NullMarked");
    assertThat(TidyRules.findings(List.of(alone, user, described, module))).isEmpty();
  }

  @Test
  void typesThatNobodyNamesAreFound() {
    Source dead = Source.of(PATH + "Ghost.java", TIDY.replace("Poll", "Ghost"));
    List<Source> sources = new ArrayList<>(with(dead));
    sources.removeIf(source -> source.name().equals("GhostTest.java"));
    assertThat(TidyRules.findings(sources))
        .containsExactly(dead.path() + ": nobody uses it: remove it");
    String program =
        TIDY.replace("Poll", "Ghost")
            .replace("{}", "{\n  public static void main(String[] a) {}\n}");
    sources.remove(dead);
    sources.add(Source.of(dead.path(), program));
    assertThat(TidyRules.findings(sources)).isEmpty();
    sources.removeLast();
    sources.add(Source.of(dead.path(), dead.text().replace("public", "@Controller public")));
    assertThat(TidyRules.findings(sources)).isEmpty();
  }

  private static final String PATH = "app/src/main/java/org/zhijia/poll/";
  private static final String TIDY =
      """
      package org.zhijia.poll;

      /// A poll.
      public class Poll {}
      """;

  private static void assertFound(String text, String finding) {
    assertThat(findings(text)).as(finding).hasSize(1).first().asString().contains(finding);
  }

  private static List<String> findings(String text) {
    return TidyRules.findings(with(Source.of(PATH + "Poll.java", text)));
  }

  /// The source with what makes a whole package of it: its description and a test that names it.
  private static List<Source> with(Source source) {
    String type = source.name().replace(".java", "");
    return List.of(
        source,
        Source.of(
            source.directory() + "/package-info.java", "@NullMarked package org.zhijia.poll;"),
        Source.of(
            source.directory().replace("main", "test") + "/" + type + "Test.java",
            "class " + type + "Test { " + type + " subject; }"));
  }
}
