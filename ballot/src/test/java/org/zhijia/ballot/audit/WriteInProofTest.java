package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.ballot.audit.AuditOptions.HintUse;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.group.FiniteField;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;

/// A slate of three candidates, two seats and a write-in: approvals and write-in keep to the seats,
/// and whoever writes somebody in opposes somebody, which everybody can check of every ballot.
class WriteInProofTest {
  private static final List<String> ANSWERS = WriteIn.withPlace(List.of("甲", "乙", "丙"));
  private static final WriteIn WRITE_IN = new WriteIn(2, List.of("丁", "戊"));
  private static final UnionSlate SLATE = new UnionSlate(0, 1, Optional.of(WRITE_IN));
  private static final List<Question> QUESTIONS =
      List.of(
          UnionSlate.approvals("赞成", ANSWERS, 2),
          UnionSlate.oppositions("反对", ANSWERS),
          WRITE_IN.question("另选他人"));
  private static final Plan PLAN = Plan.of(QUESTIONS, 5).withSlates(SLATE);

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // set before each test
  private SmallElection election;

  @BeforeEach
  void open() {
    election = new SmallElection(directory, PLAN);
  }

  @Test
  void whatTheRulesAllowHoldsAndIsCounted() throws IOException {
    castFiveRightOnes();
    Result result = election.finish(1);

    Verdict verdict = election.verify();
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    assertProofsChecked(verdict);
    assertThat(result.rows().getFirst()).containsExactly(2L, 0L, 0L, 3L);
    assertThat(WRITE_IN.counts(result.answers().get(2))).containsExactly(1, 1);
  }

  @Test
  void hintsKnowOfIt() throws IOException {
    castFiveRightOnes();
    election.finish(1);
    for (HintUse use : List.of(HintUse.WRITE, HintUse.READ)) {
      assertProofsChecked(
          Audit.verify(election.archive, new AuditOptions(2, use, AuditOptions.Progress.SILENT)));
      assertThat(Files.size(HintFile.beside(election.archive))).isGreaterThan(1000);
    }
  }

  @Test
  void itHoldsInAFiniteField() throws IOException {
    election =
        new SmallElection(
            Files.createDirectory(directory.resolve("field")), PLAN.in(FiniteField.rfc3526()));
    election.cast(0, "1001", "0100", "2");
    election.cast(1, "0000", "0000", "0");
    election.finish(1);
    assertThat(election.verify().holds()).isTrue();
  }

  /// The questions allow each of these votes, the rules do not.
  @ParameterizedTest
  @CsvSource({
    "1100, 0010, 1, one more than the seats",
    "0000, 0010, 2, without the place",
    "1001, 0000, 1, opposing nobody",
    "1001, 0000, 0, the place without opposing anybody",
  })
  void whatTheRulesForbidIsFoundInTheBallot(
      String approve, String against, String person, String why) throws IOException {
    castFiveRightOnes();
    election.cast(0, approve, against, person);
    election.close();
    Verdict.Fails fails = fails();
    assertThat(fails.check()).as(why).isEqualTo(Check.WRITE_IN_PROOFS);
    assertThat(fails.where()).startsWith("ballot 6");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void everyNumberOfTheProofMatters(int which) throws IOException {
    String line = castWithoutItsLine();
    String proof = line.substring(line.indexOf("write_ins"));
    String number = numbers(proof).get(which);
    String other = number.equals("1") ? "2" : number.substring(0, number.length() - 1);
    append(line.replace("\"" + number + "\"", "\"" + other + "\""));
    assertThat(fails().check()).isEqualTo(Check.WRITE_IN_PROOFS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"write_ins\":\\[.*\\]\\}\\]",
        "\\{\"spent\":\\[.*\\]\\}(?=\\]\\}$)",
        "(?<=\"against\":\\[)\\{[^}]*\\},",
      })
  void aLineWithoutAllOfItIsNone(String missing) throws IOException {
    String line = castWithoutItsLine();
    String shorter = line.replaceFirst(missing, "");
    assertThat(shorter).isNotEqualTo(line);
    append(shorter);
    assertThat(fails().check()).isEqualTo(Check.COMPANION_BINDING);
  }

  /// A ballot that writes somebody in is in the archive; its companion's line is not.
  private String castWithoutItsLine() throws IOException {
    BallotMaker.Made made =
        election.maker.make(
            election.credentials.getFirst(), SmallElection.vote("1001", "0100", "2"));
    election.writer.ballot(made.bytes());
    return new JsonText().value(Companion.make(election.slates, election.maker, made)).toString();
  }

  private void append(String line) throws IOException {
    CompanionFile.appendLine(election.companion, line.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertProofsChecked(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    assertThat(((Verdict.Holds) verdict).checks()).containsEntry(Check.WRITE_IN_PROOFS, 10L);
  }

  private Verdict.Fails fails() throws IOException {
    return (Verdict.Fails) election.verify();
  }

  private void castFiveRightOnes() throws IOException {
    election.cast(0, "1001", "0100", "2");
    election.cast(1, "0001", "1110", "1");
    election.cast(2, "1000", "0010", "0");
    election.cast(3, "0001", "0010", "0"); // the place is spent, nobody is named
    election.cast(4, "0000", "0000", "0");
  }

  private static List<String> numbers(String proof) {
    return java.util.regex.Pattern.compile("\"(\\d+)\"")
        .matcher(proof)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
