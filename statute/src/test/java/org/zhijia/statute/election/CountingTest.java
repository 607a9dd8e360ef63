package org.zhijia.statute.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Laws;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.election.Count.Validity;
import org.zhijia.statute.rulebook.Rulebook;

class CountingTest {
  private static final Laws LAWS = Laws.ofThisRelease();

  /// 181 due, 175 ballots issued, 174 returned, 172 valid: a base on which one changes one thing.
  private final Map<String, Object> sheet =
      new LinkedHashMap<>(
          Map.of(
              "due", 181L,
              "present", 176L,
              "seats", 35L,
              "channels",
                  List.of(channel("electronic", 115, 115, 0), channel("paper", 60, 59, 2))));

  @Test
  void halfOfThoseDueIsTheLineNotHalfOfTheValid() throws BadFacts {
    sheet.put("candidates", List.of(candidate("a", 91), candidate("b", 90)));
    Count count = count();
    assertThat(count.validity()).isEqualTo(Validity.VALID);
    assertThat(count.elected()).containsExactly("a");
    assertThat(count.shortage()).isEqualTo(34);
  }

  @Test
  void aTieAtTheLastSeatIsVotedUponAgain() throws BadFacts {
    sheet.put("candidates", clearWinnersAnd(34, full("x", 118, 20), full("y", 118, 25)));
    Count count = count();
    assertThat(count.elected()).hasSize(34).doesNotContain("x", "y");
    assertThat(count.runoff()).contains(new Count.Runoff(1, List.of("x", "y")));
    assertThat(count.shortage()).isZero();
    assertThat(count.fields(Locale.ENGLISH)).containsEntry("validity", "valid");
  }

  @Test
  void fewerVotesAgainstBreakATieWhereTheMethodSaysSo() throws BadFacts {
    sheet.put("variant", Map.of("tie", "fewer-against"));
    sheet.put("candidates", clearWinnersAnd(34, full("y", 118, 25), full("x", 118, 20)));
    Count count = count();
    assertThat(count.elected()).hasSize(35).contains("x").doesNotContain("y");
    assertThat(count.runoff()).isEmpty();
    sheet.put("candidates", clearWinnersAnd(34, full("x", 118, 20), full("y", 118, 20)));
    assertThat(count().runoff()).contains(new Count.Runoff(1, List.of("x", "y")));
  }

  @Test
  void oneWhoWasWrittenInIsRankedWithTheOthers() throws BadFacts {
    sheet.put("seats", 1L);
    sheet.put("candidates", List.of(candidate("a", 60), candidate("b", 10)));
    sheet.put("writeIns", List.of(Map.of("name", "丁一", "votes", 95L)));
    assertThat(count().elected()).containsExactly("丁一");
    sheet.put("writeIns", List.of(Map.of("name", "丁一", "votes", 90L)));
    assertThat(count().elected()).isEmpty();
  }

  @Test
  void tooFewWinnersLeaveSeatsShort() throws BadFacts {
    sheet.put("candidates", clearWinnersAnd(33, candidate("z", 90)));
    Count count = count();
    assertThat(count.elected()).hasSize(33);
    assertThat(count.shortage()).isEqualTo(2);
    assertThat(count.runoff()).isEmpty();
    assertThat(count.reasons()).anyMatch(reason -> reason.zh().contains("缺额 2 名"));
    assertThat(count.fields(Locale.ENGLISH)).containsEntry("runoff", null);
  }

  @ParameterizedTest
  @CsvSource({
    // electronic issued, returned; paper issued, returned; what becomes of it; why
    "115, 115, 60, 59, VALID, ''",
    "115, 115, 60, 60, VALID, ''",
    "115, 115, 60, 61, VOID, MORE_RETURNED CHANNEL_SURPLUS",
    "115, 113, 60, 61, STOPPED, CHANNEL_SURPLUS",
    "120, 115, 60, 59, STOPPED, MORE_ISSUED_THAN_PRESENT",
  })
  void ballotsReturnedAreNeverMoreThanIssued(
      long issued, long back, long paper, long paperBack, Validity validity, String codes)
      throws BadFacts {
    sheet.put("candidates", List.of(candidate("a", 100)));
    sheet.put(
        "channels",
        List.of(channel("electronic", issued, back, 0), channel("paper", paper, paperBack, 0)));
    Ruling ruling = ruling();
    assertThat(((Count) ruling.outcome()).validity()).isEqualTo(validity);
    assertThat(String.join(" ", ruling.breaches().stream().map(Breach::code).toList()))
        .isEqualTo(codes);
    assertThat(((Count) ruling.outcome()).elected().isEmpty()).isEqualTo(!codes.isEmpty());
  }

  /// E7: a surplus in one way alone may be let stand, one in all never.
  @ParameterizedTest
  @CsvSource({
    // electronic issued, returned; paper issued, returned; let stand; what becomes of it; why
    "115, 113, 60, 61, '', STOPPED, CHANNEL_SURPLUS",
    "115, 113, 60, 61, paper, VALID, ''",
    "115, 114, 60, 61, paper, VALID, ''",
    "115, 115, 60, 61, paper, VOID, MORE_RETURNED CHANNEL_SURPLUS",
    "115, 116, 60, 58, electronic, VALID, ''",
    "120, 113, 60, 61, paper, STOPPED, MORE_ISSUED_THAN_PRESENT",
  })
  void theScrutineersMayLetASurplusOfOneChannelStand(
      long issued,
      long back,
      long paper,
      long paperBack,
      String accepted,
      Validity validity,
      String codes)
      throws BadFacts {
    sheet.put("candidates", List.of(candidate("a", 100)));
    sheet.put("accepted", accepted.isEmpty() ? List.of() : List.of(accepted));
    sheet.put(
        "channels",
        List.of(channel("electronic", issued, back, 0), channel("paper", paper, paperBack, 0)));
    Ruling ruling = ruling();
    Count count = (Count) ruling.outcome();
    assertThat(count.validity()).isEqualTo(validity);
    assertThat(String.join(" ", ruling.breaches().stream().map(Breach::code).toList()))
        .isEqualTo(codes);
    assertThat(count.elected().isEmpty()).isEqualTo(!codes.isEmpty());
    if (codes.isEmpty()) {
      assertThat(count.reasons().getFirst().en()).startsWith(accepted).contains("let the ballots");
      assertThat(ruling.formula()).contains("(accepted)");
      assertThat(ruling.inputs()).containsEntry("accepted", List.of(accepted));
    }
  }

  @Test
  void onlyASurplusIsLetStand() {
    sheet.put("candidates", List.of(candidate("a", 100)));
    sheet.put("accepted", List.of("paper"));
    assertThatThrownBy(this::count).hasMessageContaining("\"paper\" has no surplus");
    sheet.put("accepted", List.of("pigeon"));
    assertThatThrownBy(this::count).hasMessageContaining("\"pigeon\" has no surplus");
  }

  @Test
  void figuresThatContradictOneAnotherStopTheCount() throws BadFacts {
    sheet.put("candidates", List.of(full("a", 120, 10)));
    assertThat(count().validity()).isEqualTo(Validity.VALID);
    sheet.put(
        "candidates",
        List.of(Map.of("id", "a", "name", "甲", "approve", 120L, "against", 10L, "abstain", 43L)));
    assertThat(ruling().breaches()).extracting(Breach::code).containsExactly("SUM_DIFFERS");
    sheet.put("candidates", List.of(candidate("a", 172), candidate("b", 1)));
    sheet.put("seats", 1L);
    assertThat(ruling().breaches())
        .extracting(Breach::code)
        .containsExactly("MORE_VOTES_THAN_POSSIBLE");
  }

  @Test
  void withoutQuorumThereIsNoElection() throws BadFacts {
    sheet.put("candidates", List.of(candidate("a", 100)));
    sheet.put("present", 120L);
    assertThat(count().validity()).isEqualTo(Validity.VOID);
    assertThat(ruling().breaches()).extracting(Breach::code).containsExactly("NO_QUORUM");
  }

  @Test
  void theMethodsQuorumIsTheOneThatCounts() throws BadFacts {
    sheet.put("candidates", List.of(candidate("a", 100)));
    sheet.put("due", 264L);
    assertThat(count().validity()).isEqualTo(Validity.VALID);
    sheet.put("variant", Map.of("quorum", "more-than-two-thirds"));
    assertThat(count().validity()).isEqualTo(Validity.VOID);
  }

  @Test
  void aSheetThatIsNoneIsRefusedWithItsPlace() {
    sheet.put("candidates", List.of(candidate("a", 1), candidate("a", 2)));
    assertThatThrownBy(this::count).hasMessageContaining("\"a\" appears twice");
    sheet.put("candidates", List.of(Map.of("id", "a", "approve", "many")));
    assertThatThrownBy(this::count).hasMessageContaining("\"candidates[1].approve\"");
    sheet.remove("channels");
    assertThatThrownBy(this::count).hasMessageContaining("\"channels\" is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "34, 2, 2, paper, false, OVERVOTE",
    "33, 2, 2, paper, true, ''",
    "30, 0, 0, electronic, true, ''",
    "30, 0, 1, electronic, false, WRITE_IN_WITHOUT_AGAINST",
    "30, 0, 1, paper, true, ''",
    "36, 0, 0, electronic, false, OVERVOTE",
  })
  void aBallotIsValidWithinItsSeats(
      long approve, long against, long writeIns, String channel, boolean valid, String code)
      throws BadFacts {
    Ruling ruling =
        apply(
            "ballot.validity",
            Map.of(
                "seats",
                35L,
                "approve",
                approve,
                "against",
                against,
                "writeIns",
                writeIns,
                "channel",
                channel));
    assertThat(ruling.outcome().plain(Locale.ENGLISH)).isEqualTo(valid);
    assertThat(String.join(" ", ruling.breaches().stream().map(Breach::code).toList()))
        .isEqualTo(code);
  }

  @Test
  void oneMarkANameAndOnlyNamesOnTheList() throws BadFacts {
    Ruling ruling =
        apply(
            "ballot.validity",
            Map.of(
                "seats", 3L,
                "candidates", List.of("a", "b", "c"),
                "approve", List.of("a", "x"),
                "against", List.of("a"),
                "writeIns", List.of("b")));
    assertThat(ruling.breaches())
        .extracting(Breach::code)
        .containsExactly("UNKNOWN_CANDIDATE", "TWO_MARKS", "WRITE_IN_LISTED");
  }

  @ParameterizedTest
  @CsvSource({
    "181, 100, 36, true, ''",
    "181, 99, 36, false, TOO_FEW_UNION_WORKERS",
    "181, 100, 37, false, TOO_MANY_MANAGERS",
    "181, 99, 37, false, TOO_FEW_UNION_WORKERS TOO_MANY_MANAGERS",
  })
  void aCongressIsComposedAsItMust(
      long delegates, long workers, long managers, boolean right, String codes) throws BadFacts {
    Ruling ruling =
        apply(
            "delegates.composition",
            Map.of("delegates", delegates, "unionWorkers", workers, "managers", managers));
    assertThat(ruling.outcome().plain(Locale.ENGLISH)).isEqualTo(right);
    assertThat(String.join(" ", ruling.breaches().stream().map(Breach::code).toList()))
        .isEqualTo(codes);
  }

  @Test
  void aCommitteeHasItsShareOfUnionWorkers() throws BadFacts {
    assertThat(
            apply("committee.composition", Map.of("members", 35L, "unionWorkers", 21L)).breaches())
        .isEmpty();
    assertThat(
            apply("committee.composition", Map.of("members", 35L, "unionWorkers", 20L)).breaches())
        .hasSize(1);
  }

  private Count count() throws BadFacts {
    return (Count) ruling().outcome();
  }

  private Ruling ruling() throws BadFacts {
    return apply("election.count", sheet);
  }

  private static Ruling apply(String rule, Map<String, ?> facts) throws BadFacts {
    return Rulebook.rule(rule)
        .orElseThrow()
        .apply(LAWS.of("cn", LocalDate.of(2026, 5, 1)), Facts.of(facts));
  }

  private static List<Map<String, Object>> clearWinnersAnd(
      int number, List<Map<String, Object>> others) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(candidate("c" + i, 150));
    }
    all.addAll(others);
    return all;
  }

  @SafeVarargs
  private static List<Map<String, Object>> clearWinnersAnd(
      int number, Map<String, Object>... others) {
    return clearWinnersAnd(number, List.of(others));
  }

  private static Map<String, Object> candidate(String id, long approve) {
    return Map.of("id", id, "approve", approve);
  }

  /// Of 172 valid ballots the rest abstain.
  private static Map<String, Object> full(String id, long approve, long against) {
    return Map.of(
        "id", id, "approve", approve, "against", against, "abstain", 172 - approve - against);
  }

  private static Map<String, Object> channel(String name, long issued, long back, long invalid) {
    return Map.of("name", name, "issued", issued, "returned", back, "invalid", invalid);
  }
}
