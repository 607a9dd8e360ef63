package org.zhijia.verify.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.verify.Terminal;

class RuleCommandTest {
  private final Terminal english = Terminal.english();
  private final Terminal chinese = Terminal.chinese();

  @TempDir private Path folder;

  @Test
  void aRulingTellsTheAnswerTheNumbersAndTheArticle() {
    int exit = chinese.run("rule", "explain", "recall", "due=181", "approvals=90");
    assertThat(exit).isEqualTo(1);
    assertThat(chinese.out())
        .contains("✗ 否", "90×2 ≤ 181×1", "还差 1", "《中华人民共和国工会法（2021年修正）》 第十八条", "S 法条原文");
    assertThat(english.run("rule", "explain", "recall", "due=181", "approvals=91")).isZero();
    assertThat(english.out()).contains("✓ yes", "Trade Union Law");
  }

  @Test
  void forMachinesItIsOneObject() throws Exception {
    int exit =
        english.run(
            "rule",
            "explain",
            "congress.quorum",
            "due=181",
            "present=120",
            "--json",
            "--jurisdiction",
            "cn/henan",
            "--on",
            "2026-05-01");
    assertThat(exit).isEqualTo(1);
    JsonNode ruling = JsonNode.parse(english.out().strip().getBytes(StandardCharsets.UTF_8));
    assertThat(ruling.fieldNames())
        .startsWith(
            "rule", "jurisdiction", "on", "inputs", "outcome", "formula", "breaches", "citations");
    assertThat(ruling.field("outcome").flag()).isFalse();
    assertThat(ruling.field("jurisdiction").text()).isEqualTo("cn/henan");
    assertThat(ruling.field("inputs").field("kind").text()).isEqualTo("district");
    assertThat(ruling.field("citations").items().getFirst().fieldNames())
        .containsExactly("instrument", "article", "status");
  }

  @Test
  void aCountIsReadFromAFile() throws IOException {
    Path file = folder.resolve("count.json");
    Files.writeString(
        file,
        """
        {"due":181,"present":176,"seats":1,
         "variant":{"quorum":"at-least-two-thirds","tie":"runoff"},
        \t"channels":[{"name":"electronic","issued":115,"returned":115},
        \t  {"name":"paper","issued":60,"returned":59,"invalid":1}],
         "candidates":[{"id":"c01","name":"甲","approve":120,"against":10,"abstain":43}]}
        """);
    assertThat(english.run("rule", "explain", "election.count", "file=" + file, "--json")).isZero();
    assertThat(english.out())
        .contains(
            "\"validity\":\"valid\",\"elected\":[\"c01\"],\"runoff\":null,",
            "\"short\":0,\"reasons\":[");
  }

  /// E5: 85 of 181 elect nobody, but in a vote among those tied they do.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"false|\"elected\":[],\"runoff\":null,\"short\":1", "true|\"elected\":[\"c35\"]"})
  void aRunOffIsCountedAgainByWhoeverDoubtsIt(String runoff, String outcome) throws IOException {
    Path file = folder.resolve("runoff.json");
    Files.writeString(
        file,
        """
        {"due":181,"present":175,"seats":1,"runoff":%s,
         "channels":[{"name":"paper","issued":175,"returned":160}],
         "candidates":[{"id":"c35","approve":85},{"id":"c36","approve":70}]}
        """
            .formatted(runoff));
    assertThat(english.run("rule", "explain", "election.count", "file=" + file, "--json")).isZero();
    assertThat(english.out()).contains(outcome);
  }

  @Test
  void ratesAndRangesAreNumbers() {
    english.run(
        "rule", "explain", "rate.founding", "eligible=1250", "own=800", "joint=260", "--json");
    assertThat(english.out()).contains("\"outcome\":84.80,");
    english.run("rule", "explain", "committee.size", "members=2350", "--json");
    assertThat(english.out()).contains("\"outcome\":{\"min\":15,\"max\":21},");
    english.run("rule", "explain", "dues.monthly", "wage=4567.80", "--json");
    assertThat(english.out()).contains("\"outcome\":\"22.80\",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      rule explain congres.quorum due=1 present=1     | Do you mean congress.quorum?
      rule explain nonsense                           | All rules: zhijia rule list
      rule explain congress.quorum 181                | "181" should be NAME=VALUE
      rule explain congress.quorum due=1 due=2        | "due" is given twice
      rule explain congress.quorum due=181            | "present" is missing
      rule explain recall due=1 approvals=1 --on may  | "may" is no date
      rule explain recall due=1 approvals=1 --jurisdiction cn/mars | There is no pack for "cn/mars"
      rule explain recall file=x.json                 | "recall" takes no file
      rule explain election.count file=none.json      | none.json
      rule explain                                    | Missing: RULE
      """)
  void wrongUseSaysWhatToDo(String command, String sentence) {
    assertThat(english.run((Object[]) command.split(" ", -1))).isEqualTo(2);
    assertThat(english.err()).contains(sentence);
  }

  @Test
  void theListNamesEveryRuleInBothLanguages() {
    assertThat(chinese.run("rule", "list")).isZero();
    assertThat(chinese.out()).contains("congress.quorum", "到会人数够不够", "应到人数", "cn/henan 河南省");
    assertThat(english.run("rule", "list", "--json")).isZero();
    assertThat(english.out()).contains("{\"rule\":\"election.count\",\"title\":");
  }
}
