package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.operation.CannotRun;
import org.zhijia.rehearsal.BallotRows.Fault;

class BallotRowsTest {
  private static final List<Slate.Nominee> THREE =
      List.of(
          new Slate.Nominee("a", "丁一"), new Slate.Nominee("b", "王二"), new Slate.Nominee("c", "李四"));

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }

  @Test
  void rowsThatBreakARuleAreListedWithLineAndReason() throws IOException {
    Path file =
        file(
            """
            voter,approve,against
            v1,a|b,c
            v1,a,
            v2,a|b|c,
            v3,a|a,
            v4,a,a
            v5,z,
            ,a,
            v6,a
            v7,,
            """);
    BallotRows rows = BallotRows.read(file, THREE, OptionalInt.of(2), false);
    assertThat(rows.rejected())
        .extracting(BallotRows.Rejected::line, BallotRows.Rejected::fault)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, Fault.VOTER_TWICE),
            org.assertj.core.groups.Tuple.tuple(4, Fault.OVER_SEATS),
            org.assertj.core.groups.Tuple.tuple(5, Fault.MARKED_TWICE),
            org.assertj.core.groups.Tuple.tuple(6, Fault.APPROVED_AND_OPPOSED),
            org.assertj.core.groups.Tuple.tuple(7, Fault.UNKNOWN_CANDIDATE),
            org.assertj.core.groups.Tuple.tuple(8, Fault.NO_VOTER),
            org.assertj.core.groups.Tuple.tuple(9, Fault.FIELDS));
    assertThat(rows.voters())
        .containsExactly(
            Optional.of(Marked.of(List.of(0, 1), List.of(2))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Marked.BLANK));
  }

  @Test
  void onPaperSuchBallotsAreCastAndVoid() throws IOException {
    Path file = file("voter,approve,against\nv1,a|b|c,\nv2,z,\nv3,a,a\nv4,a,\nv4,b,\n");
    BallotRows rows = BallotRows.read(file, THREE, OptionalInt.of(2), true);
    assertThat(rows.voters().stream().map(cast -> cast.orElseThrow().isVoid(2)))
        .containsExactly(true, true, true, false);
    assertThat(rows.spoilt()).hasSize(3);
    assertThat(rows.rejected())
        .extracting(BallotRows.Rejected::fault)
        .containsExactly(Fault.VOTER_TWICE);
  }

  @Test
  void seatsAreTheMostThatOneVoterApprovesUnlessTheyAreGiven() throws IOException {
    Path file = file("voter,approve,against\nv1,a,\nv2,a|b,c\nv3,a|b|z,\n");
    assertThat(BallotRows.read(file, THREE, OptionalInt.empty(), false).seats()).isEqualTo(2);
  }

  @Test
  void chineseHeadersAndGbkAreReadToo() throws IOException {
    Path file = folder.resolve("gbk.csv");
    String text = "投票人,赞成,反对\n代表甲,a、b,c\n";
    Files.write(file, text.getBytes(Charset.forName("GBK")));
    assertThat(BallotRows.read(file, THREE, OptionalInt.empty(), false).voters())
        .containsExactly(Optional.of(Marked.of(List.of(0, 1), List.of(2))));
    Path candidates = folder.resolve("candidates.csv");
    Files.write(candidates, "编号,姓名\n1,丁一\n2,丁一\n".getBytes(StandardCharsets.UTF_8));
    assertThat(BallotRows.candidates(candidates))
        .extracting(Slate.Nominee::name)
        .containsExactly("丁一", "丁一（2）");
  }

  @Test
  void aCandidateWithoutAnIdOrWithAnothersIsRefused() throws IOException {
    for (String wrong : List.of("id,name\n,丁一\n", "id,name\na,丁一\na,王二\n", "id,name\na|b,丁一\n")) {
      Path file = file(wrong);
      assertThatThrownBy(() -> BallotRows.candidates(file)).isInstanceOf(CannotRun.class);
    }
    Path ballots = file("voter,approved\nv1,a\n");
    assertThatThrownBy(() -> BallotRows.read(ballots, THREE, OptionalInt.empty(), false))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("rehearse.no-column");
  }
}
