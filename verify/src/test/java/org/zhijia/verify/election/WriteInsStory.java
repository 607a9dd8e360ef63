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

/// An election by files with a write-in: voters name a person, scrutineers shuffle, names are
/// decrypted one by one.
class WriteInsStory {
  private static final String PLAN =
      """
      name: 示例区总工会第五届委员会选举
      slates:
        - title: 委员
          seats: 2
          candidates: [安晨, 白歌, 柏云]
          write-in: [丁远, 方禾, 冯宁]
      questions:
        - {question: 打分, numbers: [会场, 伙食]}
      """;

  @TempDir Path root;
  private final Terminal terminal = Terminal.english();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  @BeforeEach
  void draftAndOpen() throws IOException {
    folder = root.resolve("election");
    Path plan = Files.writeString(root.resolve("plan.yaml"), PLAN);
    must("election", "new", plan, "--out", folder);
    assertThat(terminal.err()).contains("Mind the limits of a write-in");
    must("election", "credentials", folder, "--count", 12, "--secrets", secret("slips.csv"));
    for (int i = 1; i <= 3; i++) {
      must("election", "trustee", "begin", folder, "--index", i, "--seed", secret("seed" + i));
    }
    for (String step : List.of("share", "accept")) {
      for (int i = 1; i <= 3; i++) {
        must("election", "trustee", step, folder, "--seed", secret("seed" + i));
      }
    }
    must("election", "open", folder);
  }

  @Test
  void namesAreWrittenShuffledAndCounted() throws IOException {
    vote();
    assertThat(terminal.err()).contains("at least one of those who shuffle must be honest");
    must("election", "close", folder);
    assertThat(terminal.out()).contains("run shuffle");

    assertFails(1, "not shuffled yet", "election", "result", folder);
    assertFails(1, "EncryptedTally", "election", "decrypt", folder, "--seed", secret("seed1"));
    assertFails(1, "Nothing was shuffled", "election", "shuffle", folder, "--end");
    assertFails(1, "no trustee 4", "election", "shuffle", folder, "--trustee", 4);
    must("election", "shuffle", folder, "--trustee", 2);
    assertThat(terminal.out()).containsPattern("hash of this shuffle.*[0-9a-f]{64}");
    must("election", "shuffle", "--json", folder, "--trustee", 1);
    assertThat(terminal.out()).startsWith("{\"done\":true,\"trustee\":1,\"shuffle\":\"");
    must("election", "shuffle", folder, "--end");
    assertFails(1, "EndShuffles", "election", "shuffle", folder, "--trustee", 3);
    for (int trustee : List.of(3, 1)) {
      must("election", "decrypt", folder, "--seed", secret("seed" + trustee));
    }
    must("election", "result", folder);
    assertThat(terminal.out())
        .contains("Verified: all checks hold", "Shuffled by trustees [2, 1]")
        .containsPattern("安晨 +5")
        .containsPattern("丁远 +3")
        .containsPattern("冯宁 +1")
        .doesNotContain("方禾")
        .containsPattern("(?m)^ +3 +9$");
  }

  @Test
  void aWrongDecryptionIsNamedAndLeftOut() throws IOException {
    vote();
    must("election", "close", folder);
    must("election", "shuffle", folder, "--trustee", 1);
    must("election", "shuffle", folder, "--end");
    for (int trustee : List.of(1, 2)) {
      must("election", "decrypt", folder, "--seed", secret("seed" + trustee));
    }
    Path first = folder.resolve("decryption-1.json");
    String right = Files.readString(first);
    Files.writeString(first, right.replaceFirst("\"challenge\":\"\\d+", "\"challenge\":\"7"));
    Files.copy(folder.resolve("decryption-2.json"), folder.resolve("decryption-3.json"));

    assertFails(1, "decryption of trustee 1 is wrong", "election", "result", folder);
    assertThat(terminal.err()).contains("trustee 3 is wrong", "Too few trustees", "[2]");

    Files.delete(folder.resolve("decryption-3.json"));
    must("election", "decrypt", folder, "--seed", secret("seed3"));
    must("election", "result", folder);
    assertThat(terminal.err()).contains("trustee 1 is wrong").doesNotContain("trustee 3");
    assertThat(terminal.out()).contains("Verified: all checks hold").containsPattern("安晨 +5");
  }

  @Test
  void writeInsThatBreakTheRulesAreNotCast() throws IOException {
    assertRefused("- {against: [安晨], write-in: 谁}\n- [0, 0]\n", "not on the list");
    assertRefused("- {against: [安晨], write-in: 白歌}\n- [0, 0]\n", "not on the list");
    assertRefused("- {write-in: [丁远, 方禾]}\n- [0, 0]\n", "2 written in; one");
    assertRefused("- {approve: [安晨], write-in: 丁远}\n- [0, 0]\n", "opposes at least one");
    assertRefused("- {approve: [另选他人]}\n- [0, 0]\n", "name the person under write-in");
    assertRefused(
        "- {approve: [安晨, 白歌], against: [柏云], write-in: 丁远}\n- [0, 0]\n",
        "3 approved and written in");
    assertRefused(1, "[[1,0,0,0],[0,1,0,0],[2],[0,0]]", "spends an approval and opposes");
    assertRefused("- {}\n- [0, 256]\n", "from 0 to 255");
    assertRefused("- {}\n- [0]\n", "too few");
    Path plan = root.resolve("bad.yaml");
    for (String bad : List.of("[丁远, 安晨]", "[丁远, 丁远]", "[]", "[a|b]", "[另选他人]")) {
      Files.writeString(plan, PLAN.replaceFirst("write-in: \\[[^]]*]", "write-in: " + bad));
      assertFails(2, "no candidate among them", "election", "new", plan, "--out", folder);
    }
  }

  private void vote() throws IOException {
    for (int voter = 1; voter <= 6; voter++) {
      cast(
          voter,
          voter % 2 == 0
              ? "- {approve: [安晨], against: [柏云], write-in: 丁远}\n- [1, 2]\n"
              : "- {approve: [安晨]}\n- [3, 9]\n");
    }
    cast(1, "- {against: [白歌, 柏云], write-in: [冯宁]}\n- [0, 255]\n");
  }

  private void assertRefused(String yaml, String message) throws IOException {
    assertRefused(2, yaml, message);
  }

  private void assertRefused(int exitCode, String yaml, String message) throws IOException {
    Path slip = Files.writeString(secret("slip"), credential(1));
    Path choices = Files.writeString(root.resolve("bad-choices.yaml"), yaml);
    assertFails(
        exitCode, message, "election", "cast", folder, "--credential", slip, "--choices", choices);
  }

  private void cast(int voter, String choices) throws IOException {
    Path slip = Files.writeString(secret("slip" + voter), credential(voter));
    Path file = Files.writeString(root.resolve("choices.yaml"), choices);
    must("election", "cast", folder, "--credential", slip, "--choices", file);
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
