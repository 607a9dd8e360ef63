package org.zhijia.statute.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Laws;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.Status;
import org.zhijia.statute.election.Count.Validity;
import org.zhijia.statute.rulebook.Rulebook;

/// A vote among those tied at the last seat (E5), in a congress of 181.
class RunoffTest {
  private static final Laws LAWS = Laws.ofThisRelease();

  private final Map<String, Object> sheet =
      new LinkedHashMap<>(
          Map.of(
              "due", 181L,
              "present", 176L,
              "seats", 1L,
              "channels", List.of(channel("electronic", 115), channel("paper", 60))));

  /// E5: in a run-off most votes elect, in every other vote more than half of those due.
  @ParameterizedTest
  @CsvSource({
    // run-off; votes for x and against, y; who is elected, who is tied again, seats left open
    "true, 100, 0, 70, 0, runoff, x, '', 0",
    "false, 100, 0, 70, 0, runoff, x, '', 0",
    "true, 85, 0, 70, 0, runoff, x, '', 0",
    "false, 85, 0, 70, 0, runoff, '', '', 1",
    "true, 70, 0, 85, 0, runoff, y, '', 0",
    "true, 86, 0, 85, 0, runoff, x, '', 0",
    "true, 85, 3, 85, 0, runoff, '', 'x y', 0",
    "false, 85, 0, 85, 0, runoff, '', '', 1",
    "true, 85, 3, 85, 0, fewer-against, y, '', 0",
    "true, 85, 3, 85, 3, fewer-against, '', 'x y', 0",
    "true, 0, 90, 0, 91, runoff, '', 'x y', 0",
  })
  void amongThoseTiedMostVotesElect(
      boolean runoff,
      long forX,
      long againstX,
      long forY,
      long againstY,
      String tie,
      String elected,
      String tied,
      long open)
      throws BadFacts {
    sheet.put("seats", 1L);
    sheet.put("runoff", runoff);
    sheet.put("variant", Map.of("tie", tie));
    if (againstY == 91) {
      sheet.put("channels", List.of(channel("paper", 176)));
    }
    sheet.put(
        "candidates",
        List.of(
            Map.of("id", "x", "approve", forX, "against", againstX),
            Map.of("id", "y", "approve", forY, "against", againstY)));
    Count count = count();
    assertThat(count.validity()).isEqualTo(Validity.VALID);
    assertThat(String.join(" ", count.elected())).isEqualTo(elected);
    assertThat(String.join(" ", count.runoff().map(Count.Runoff::among).orElse(List.of())))
        .isEqualTo(tied);
    assertThat(count.shortage()).isEqualTo(open);
  }

  @Test
  void theTraceTellsWhichMajorityApplies() throws BadFacts {
    sheet.put("seats", 1L);
    sheet.put("candidates", List.of(candidate("x", 85), candidate("y", 70)));
    assertThat(count().reasons().getFirst().en()).contains("election takes 91 votes");
    assertThat(ruling().formula()).contains("> 181/2: 0");
    sheet.put("runoff", "true");
    assertThat(count().reasons().getFirst().en()).contains("most votes elect").contains("181");
    assertThat(count().reasons().getFirst().zh()).contains("赞成票多的当选", "181");
    assertThat(ruling().formula()).contains("x 85 > y 70").doesNotContain("181/2");
    sheet.put("kind", "grassroots");
    assertThat(ruling().citations()).extracting(Citation::status).contains(Status.K);
    sheet.put("runoff", false);
    assertThat(ruling().citations()).extracting(Citation::status).doesNotContain(Status.K);
  }

  /// Two of three seats are decided, the last one is tied: only it is voted upon again.
  @Test
  void aRunOffForSeveralSeatsCanTieAgain() throws BadFacts {
    sheet.put("seats", 2L);
    sheet.put("runoff", true);
    sheet.put("candidates", List.of(candidate("x", 60), candidate("y", 85), candidate("z", 60)));
    assertThat(count().elected()).containsExactly("y");
    assertThat(count().runoff()).contains(new Count.Runoff(1, List.of("x", "z")));
  }

  @Test
  void nobodyIsWrittenIntoARunOff() throws BadFacts {
    sheet.put("seats", 1L);
    sheet.put("runoff", true);
    sheet.put("candidates", List.of(candidate("x", 40), candidate("y", 30)));
    sheet.put("writeIns", List.of(Map.of("name", "丁一", "votes", 95L)));
    assertThat(count().elected()).containsExactly("x");
    assertThat(count().reasons()).anyMatch(reason -> reason.en().contains("not among those tied"));
    sheet.put("runoff", false);
    assertThat(count().elected()).containsExactly("丁一");
  }

  /// What voids a vote voids a run-off, and a vote with a name for each seat is none.
  @Test
  void aRunOffNeedsAllElseThatAVoteNeeds() throws BadFacts {
    sheet.put("seats", 1L);
    sheet.put("runoff", true);
    sheet.put("candidates", List.of(candidate("x", 85), candidate("y", 70)));
    sheet.put("present", 120L);
    assertThat(count().validity()).isEqualTo(Validity.VOID);
    assertThat(count().elected()).isEmpty();
    sheet.put("present", 176L);
    sheet.put("seats", 2L);
    assertThatThrownBy(this::count).hasMessageContaining("among more than its 2 seats");
    sheet.put("runoff", "perhaps");
    assertThatThrownBy(this::count).hasMessageContaining("\"runoff\"");
  }

  private Count count() throws BadFacts {
    return (Count) ruling().outcome();
  }

  private Ruling ruling() throws BadFacts {
    return Rulebook.rule("election.count")
        .orElseThrow()
        .apply(LAWS.of("cn", LocalDate.of(2026, 5, 1)), Facts.of(sheet));
  }

  private static Map<String, Object> candidate(String id, long approve) {
    return Map.of("id", id, "approve", approve);
  }

  /// All that were issued came back.
  private static Map<String, Object> channel(String name, long ballots) {
    return Map.of("name", name, "issued", ballots, "returned", ballots, "invalid", 0L);
  }
}
