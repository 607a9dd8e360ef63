package org.zhijia.verify.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.verify.Terminal;

/// An election by files alone, each role with its own folder of secrets.
class ElectionByFilesStory {
  private static final String PLAN =
      """
      name: 示例区总工会第五届委员会选举
      description: 2026年10月20日
      slates:
        - title: 委员
          seats: 2
          candidates: [安晨, 白歌, 柏云]
      resolutions:
        - 关于工作报告的决议
      questions:
        - {question: 推选召集人, answers: [甲, 乙], min: 1, max: 1}
      """;

  @TempDir Path root;
  private final Terminal terminal = Terminal.english();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  @BeforeEach
  void draft() throws IOException {
    folder = root.resolve("election");
    Path plan = Files.writeString(root.resolve("plan.yaml"), PLAN);
    must("election", "new", plan, "--out", folder);
    must("election", "credentials", folder, "--count", 12, "--secrets", secret("slips.csv"));
  }

  @Test
  void twoOfThreeTrusteesCarryItFromDraftToResult() throws IOException {
    ceremony();
    must("election", "open", folder);
    for (int voter = 1; voter <= 6; voter++) {
      cast(
          voter,
          voter % 2 == 0
              ? "- approve: [安晨, 白歌]\n- 赞成\n- 甲\n"
              : "- {approve: [柏云], against: [安晨]}\n- blank\n- [乙]\n");
    }
    cast(1, "[[1,0,0],[0,0,0],[0,0,1],[1,0]]");
    assertThat(terminal.out()).contains("replaces an earlier one");
    must("election", "close", folder);
    assertThat(terminal.out()).contains("6 ballots count");

    assertThat(terminal.run("election", "result", folder)).isEqualTo(1);
    assertThat(terminal.err()).contains("Too few trustees");
    for (int trustee : List.of(3, 1)) {
      must("election", "decrypt", folder, "--seed", secret("seed" + trustee));
    }
    must("election", "result", folder);
    assertThat(terminal.out())
        .contains("Verified: all checks hold")
        .containsPattern("安晨 +4")
        .containsPattern("\\(blank\\) +2")
        .containsPattern("甲 +4");
    must("election", "result", folder);
  }

  @Test
  void aMandatoryTrusteeWorksToo() throws IOException {
    must("election", "trustee", "single", folder, "--name", "监票人甲", "--key", secret("key"));
    must("election", "open", folder);
    for (int voter = 1; voter <= 5; voter++) {
      cast(voter, "- {}\n- blank\n- 甲\n");
    }
    must("election", "close", folder);
    must("election", "decrypt", folder, "--key", secret("key"));
    must("election", "decrypt", folder, "--key", secret("key"));
    must("election", "result", folder);
    assertThat(terminal.out()).contains("监票人甲", "Verified");
  }

  @Test
  void everyStepThatReportsDoesSoInJsonToo() throws IOException {
    must("election", "trustee", "single", folder, "--name", "a", "--key", secret("key"));
    must("election", "open", "--json", folder);
    assertThat(terminal.out()).startsWith("{\"done\":true,\"archive\":\"").contains("fingerprint");
    for (int voter = 1; voter <= 5; voter++) {
      cast(voter, "- {}\n- blank\n- 甲\n", "--json");
      assertThat(terminal.out())
          .matches("\\{\"done\":true,\"tracker\":\"[^\"]{43}\",\"replaced\":false}\\s*");
    }
    must("election", "close", "--json", folder);
    assertThat(terminal.out()).isEqualToIgnoringNewLines("{\"done\":true,\"counted\":5}");
    assertThat(terminal.run("election", "close", "--json", folder)).isEqualTo(1);
    assertThat(terminal.out()).startsWith("{\"done\":false,\"reason\":\"");
    assertThat(terminal.run("election", "result", "--json", folder)).isEqualTo(1);
    assertThat(terminal.out()).contains("Too few trustees");
    must("election", "decrypt", "--json", folder, "--key", secret("key"));
    assertThat(terminal.out()).startsWith("{\"done\":true,\"trustee\":1,");
    must("election", "result", "--json", folder);
    assertThat(terminal.out()).contains("\"verdict\":\"holds\"", "\"result\":[");
  }

  @Test
  void stepsOutOfTurnSayWhatIsDue() throws IOException {
    assertFails(2, "run zhijia election open first", "election", "close", folder);
    assertFails(2, "no trustees' keys yet", "election", "open", folder);
    must("election", "trustee", "begin", folder, "--index", 1, "--seed", secret("seed1"));
    assertFails(
        2,
        "threshold-2-certificate.json",
        "election",
        "trustee",
        "share",
        folder,
        "--seed",
        secret("seed1"));
    assertFails(
        2,
        "already and is not overwritten",
        "election",
        "trustee",
        "begin",
        folder,
        "--index",
        1,
        "--seed",
        secret("seed9"));
  }

  @Test
  void aSmallBodyIsSentToPaperBeforeAnythingIsOpened() throws IOException {
    Path small = root.resolve("small");
    must("election", "new", root.resolve("plan.yaml"), "--out", small);
    must("election", "credentials", small, "--count", 5, "--secrets", secret("few.csv"));
    must("election", "trustee", "single", small, "--name", "a", "--key", secret("few.key"));
    assertFails(2, "Only 5 voters", "election", "open", small);
    assertThat(small).isDirectoryNotContaining("glob:**.bel");
    must("election", "open", small, "--min-voters", 5);
  }

  @Test
  void choicesThatBreakTheRulesAreNotCast() throws IOException {
    must("election", "trustee", "single", folder, "--name", "a", "--key", secret("key"));
    must("election", "open", folder);
    assertChoicesRefused("- approve: [安晨, 白歌, 柏云]\n- 赞成\n- 甲\n", "choose at most 2");
    assertChoicesRefused("- {approve: [安晨], against: [安晨]}\n- 赞成\n- 甲\n", "both approved");
    assertChoicesRefused("- approve: [谁]\n- 赞成\n- 甲\n", "no answer \"谁\"");
    assertChoicesRefused("- {}\n- 赞成\n", "3 items are expected");
    assertChoicesRefused("- {}\n- 赞成\n- []\n", "choose at least 1");
    assertChoicesRefused("{", "is not YAML");
    Path wrong = Files.writeString(secret("wrong"), "11111-111111-11111-111112-v");
    Path choices = Files.writeString(root.resolve("c.yaml"), "- {}\n- 赞成\n- 甲\n");
    assertFails(
        2,
        "check every letter",
        "election",
        "cast",
        folder,
        "--credential",
        wrong,
        "--choices",
        choices);
    Path stranger = Files.writeString(secret("stranger"), "11111-111111-11111-111111-v");
    assertFails(
        1,
        "credential is on the list",
        "election",
        "cast",
        folder,
        "--credential",
        stranger,
        "--choices",
        choices);
  }

  @Test
  void secretsAreReadableByTheirOwnerOnly() throws IOException {
    assertThat(Files.getPosixFilePermissions(secret("slips.csv"))).hasSize(2);
    assertThat(Files.readString(folder.resolve("public_credentials.json")))
        .doesNotContain(credential(1));
  }

  private void ceremony() {
    for (int i = 1; i <= 3; i++) {
      must("election", "trustee", "begin", folder, "--index", i, "--seed", secret("seed" + i));
    }
    for (String step : List.of("share", "accept")) {
      for (int i = 1; i <= 3; i++) {
        must("election", "trustee", step, folder, "--seed", secret("seed" + i));
      }
    }
  }

  private void assertChoicesRefused(String yaml, String message) throws IOException {
    Path slip = Files.writeString(secret("slip"), credential(1));
    Path choices = Files.writeString(root.resolve("bad.yaml"), yaml);
    assertFails(2, message, "election", "cast", folder, "--credential", slip, "--choices", choices);
  }

  private void cast(int voter, String choices) throws IOException {
    cast(voter, choices, "--lang=en");
    assertThat(terminal.out()).contains("Tracker: ");
  }

  private void cast(int voter, String choices, String option) throws IOException {
    Path slip = Files.writeString(secret("slip" + voter), credential(voter));
    Path file = Files.writeString(root.resolve("choices.yaml"), choices);
    must("election", "cast", folder, "--credential", slip, "--choices", file, option);
  }

  private String credential(int voter) throws IOException {
    return Files.readAllLines(secret("slips.csv")).get(voter).split(",", -1)[1];
  }

  private Path secret(String name) {
    return root.resolve("secret-" + name);
  }

  private void must(Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.err() + terminal.out()).isZero();
  }

  private void assertFails(int exitCode, String message, Object... arguments) {
    assertThat(terminal.run(arguments)).as(message + terminal.out()).isEqualTo(exitCode);
    assertThat(terminal.err()).contains(message);
  }
}
