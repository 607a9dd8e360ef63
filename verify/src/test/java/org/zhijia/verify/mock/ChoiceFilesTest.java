package org.zhijia.verify.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.verify.mock.RejectedRow.Reason;

class ChoiceFilesTest {
  @TempDir Path directory;

  private static final List<Candidate> CANDIDATES =
      List.of(new Candidate("1", "甲"), new Candidate("2", "乙"), new Candidate("3", "丙"));

  @Test
  void everyRuleHasItsReasonAndItsLine() throws IOException, UnreadableFile {
    ChoiceFiles.Choices choices =
        ballots(
            """
            voter,approve,against
            a,1|2,3
            b,9,
            a,1,

            c,1,1
            d,1|2|3,
            e,1|1,
            ,1,
            f,1
            "g
            h",2|,
            i,,
            """,
            OptionalInt.of(2));

    assertThat(choices.ballots()).extracting(MarkedBallot::voter).containsExactly("a", "i");
    assertThat(choices.ballots().getFirst().approve()).containsExactly(0, 1);
    assertThat(choices.ballots().getFirst().against()).containsExactly(2);
    assertThat(choices.rejected())
        .extracting(RejectedRow::line, RejectedRow::reason)
        .containsExactly(
            tuple(3L, Reason.UNKNOWN_CANDIDATE),
            tuple(4L, Reason.VOTER_TWICE),
            tuple(6L, Reason.APPROVED_AND_OPPOSED),
            tuple(7L, Reason.OVER_SEATS),
            tuple(8L, Reason.MARKED_TWICE),
            tuple(9L, Reason.NO_VOTER),
            tuple(10L, Reason.FIELDS),
            tuple(11L, Reason.UNKNOWN_CANDIDATE));
  }

  @Test
  void seatsDefaultToTheLargestApproval() throws IOException, UnreadableFile {
    String file = "voter,approve,against\na,1,\nb,1|2,3\nc,1|2|9,\n";
    assertThat(ballots(file, OptionalInt.empty()).seats()).isEqualTo(2);
  }

  @Test
  void aByteOrderMarkAndWindowsLinesDoNotMatter() throws IOException, UnreadableFile {
    String file = "\uFEFFvoter,approve,against\r\na,1,2\r\n";
    assertThat(ballots(file, OptionalInt.empty()).ballots()).hasSize(1);
  }

  @Test
  void candidatesMayBeQuotedAndHaveCommas() throws IOException, UnreadableFile {
    Path file = write("id,name\n7,\"Wang, 小\"\n8,\n");
    assertThat(ChoiceFiles.candidates(file))
        .containsExactly(new Candidate("7", "Wang, 小"), new Candidate("8", "8"));
  }

  @Test
  void filesThatCannotBeUsedSayWhy() throws IOException {
    assertUnusable("id,name\n1,a\n1,b\n", UnreadableFile.Reason.BAD_CANDIDATE, 3);
    assertUnusable("id,name\n", UnreadableFile.Reason.EMPTY, 0);
    assertUnusable("number,name\n1,a\n", UnreadableFile.Reason.NO_COLUMN, 1);
    Path latin = directory.resolve("latin.csv");
    Files.write(latin, "id,name\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ChoiceFiles.candidates(latin))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> assertThat(e.reason()).isEqualTo(UnreadableFile.Reason.NOT_CSV));
    assertThatThrownBy(() -> ChoiceFiles.candidates(directory.resolve("none.csv")))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> assertThat(e.reason()).isEqualTo(UnreadableFile.Reason.NOT_READABLE));
  }

  private void assertUnusable(String content, UnreadableFile.Reason reason, long line)
      throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> ChoiceFiles.candidates(file))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.line()).isEqualTo(line);
            });
  }

  private ChoiceFiles.Choices ballots(String content, OptionalInt seats)
      throws IOException, UnreadableFile {
    return ChoiceFiles.ballots(write(content), CANDIDATES, seats);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "file", ".csv"), content);
  }
}
