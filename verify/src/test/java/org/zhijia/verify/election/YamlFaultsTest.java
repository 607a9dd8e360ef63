package org.zhijia.verify.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.verify.terminal.WrongUse;

/// Files that people write by hand are read or refused with a place; they never break the program.
class YamlFaultsTest {
  private static final String PLAN =
      """
      name: 示例区总工会第五届委员会选举
      description: 2026年10月20日
      administrator: 示例区总工会
      slates:
        - title: 委员会委员
          seats: 2
          candidates: [甲, 乙, 丙]
      resolutions:
        - 关于第四届委员会工作报告的决议
      questions:
        - {question: 推选召集人, answers: [甲, 乙], min: 1, max: 1, blank: true}
      """;
  private static final String CHOICES =
      """
      - approve: [甲, 乙]
        against: [丙]
      - 赞成
      - blank
      """;
  private static final List<String> ODD =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ":",
          "- ",
          "\n",
          "&a ",
          "*a",
          "!!int ",
          "? ",
          "|",
          "~",
          "\"",
          "'",
          "%",
          "#",
          "1e9",
          "99999999999",
          "-1",
          "0x7",
          "\t",
          "\u0000",
          "\ud83d\ude00",
          "<<: ");

  @TempDir Path directory;

  @Test
  void whatIsValidIsRead() throws IOException, WrongUse {
    Draft draft = ElectionPlan.draft(yaml(PLAN), "11111111111111");
    assertThat(draft.questions()).hasSize(4);
    assertThat(choices(CHOICES).rows()).hasSize(4);
  }

  @Test
  void changedFilesAreReadOrRefused() throws IOException {
    long seed = Long.getLong("zhijia.seed", System.nanoTime());
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 1500; i++) {
      String plan = changed(PLAN, random);
      String choices = changed(CHOICES, random);
      refused += refuses(seed, plan, () -> ElectionPlan.draft(yaml(plan), "11111111111111"));
      refused += refuses(seed, choices, () -> choices(choices));
    }
    assertThat(refused).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "- - - - "})
  void deepNestingIsRefused(String opening) {
    assertThatThrownBy(() -> choices(opening.repeat(100_000))).isInstanceOf(WrongUse.class);
  }

  @Test
  void moreAnswersThanAQuestionHasAreRefused() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i <= Question.MOST_ANSWERS; i++) {
      names.add("n" + i);
    }
    String many = "name: x\nslates: [{title: x, seats: 1, candidates: " + names + "}]";
    String asked = "name: x\nquestions: [{question: x, min: 0, max: 1, answers: " + names + "}]";
    for (String plan : List.of(many, asked)) {
      assertThatThrownBy(() -> ElectionPlan.draft(yaml(plan), "11111111111111"))
          .isInstanceOf(WrongUse.class);
    }
  }

  private interface Reading {
    Object read() throws WrongUse, IOException;
  }

  private static int refuses(long seed, String text, Reading reading) throws IOException {
    try {
      reading.read();
      return 0;
    } catch (WrongUse refused) {
      return 1;
    } catch (RuntimeException | StackOverflowError broken) {
      throw new AssertionError("zhijia.seed=" + seed + "\n" + text, broken);
    }
  }

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(3); i++) {
      int at = random.nextInt(changed.length());
      int to = Math.min(changed.length(), at + random.nextInt(6));
      changed.replace(at, random.nextBoolean() ? at : to, ODD.get(random.nextInt(ODD.size())));
    }
    return changed.toString();
  }

  private org.zhijia.ballot.belenios.v1.Vote choices(String text) throws IOException, WrongUse {
    List<String> names = List.of("甲", "乙", "丙");
    List<Question> questions =
        List.of(
            UnionSlate.approvals("赞成", names, 2),
            UnionSlate.oppositions("反对", names),
            new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1),
            new Question.Homomorphic("推选", List.of("甲", "乙"), true, 1, 1));
    return new ChoicesFile(questions, List.of(new UnionSlate(0, 1))).read(yaml(text));
  }

  private Yaml yaml(String text) throws IOException, WrongUse {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Yaml.read(Files.write(directory.resolve("file.yaml"), bytes));
  }
}
