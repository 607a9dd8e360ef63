package org.zhijia.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.statute.rulebook.Rulebook;

/// The data: packs, their readers, the calendar; and the arithmetic on them.
class LawsTest {
  private static final Laws LAWS = Laws.ofThisRelease();

  private static final String PACK =
      """
      jurisdiction: cn/test
      name: {zh: 测试, en: Test}
      instruments:
        - {id: a, zh: 甲, en: A, since: 2020-01-01}
      thresholds:
        - {id: x, value: 1/2, from: a, status: S, article: 第一条}
        - {id: x, kinds: [district], value: 2/3, from: a, status: P, until: 2024-12-31}
      """;

  @Test
  void whatIsSaidForAKindComesBeforeWhatIsSaidForAll() throws BadFacts {
    Pack pack = PackFile.read(PACK);
    LocalDate on = LocalDate.of(2024, 12, 31);
    assertThat(pack.find("x", BodyKind.DISTRICT, on).orElseThrow().value()).isEqualTo("2/3");
    assertThat(pack.find("x", BodyKind.GRASSROOTS, on).orElseThrow().value()).isEqualTo("1/2");
    assertThat(pack.find("x", BodyKind.DISTRICT, on.plusDays(1)).orElseThrow().value())
        .isEqualTo("1/2");
    assertThat(pack.find("x", BodyKind.DISTRICT, LocalDate.of(2019, 12, 31))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      from: a      | from: b        | cites "b", which is not listed
      status: S    | status: Z      | one of S, P, K, U
      value: 1/2   | worth: 1/2     | "pack.thresholds[1].worth" is not known
      2020-01-01   | 2020-13-01     | a date
      name: {      | name: [        | cannot be read
      """)
  void aPackThatIsNoneSaysWhere(String right, String wrong, String message) {
    assertThatThrownBy(() -> PackFile.read(PACK.replace(right, wrong)))
        .isInstanceOf(BadFacts.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyNumberOfThePacksIsWellFormed() {
    Set<String> ids = new HashSet<>();
    for (Pack pack : LAWS.packs()) {
      for (Threshold threshold : pack.thresholds()) {
        ids.add(threshold.id());
        assertThat(threshold.value())
            .as(threshold.id())
            .matches("|\\d+|\\+\\d+|\\d+/\\d+|[\\d.]+%|[\\d ]+");
      }
    }
    assertThat(ids).hasSizeGreaterThan(40);
    assertThat(LAWS.packs()).extracting(Pack::jurisdiction).contains("cn", "cn/henan");
  }

  @Test
  void theRulesThatAreIndispensableExist() {
    assertThat(Rulebook.rules())
        .extracting(Rule::id)
        .contains(
            "congress.quorum",
            "election.candidates.minimum",
            "election.winner",
            "committee.size",
            "delegates.composition",
            "recall",
            "workers-congress.size",
            "period.end",
            "code.uscc",
            "code.id",
            "dues.monthly",
            "election.count",
            "ballot.validity",
            "committee.composition",
            "union.founding",
            "rate.founding",
            "rate.joining")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01, false",
    "2026-05-05, false",
    "2026-05-06, true",
    "2026-05-09, true", // a make-up Saturday
    "2026-05-10, false",
    "2004-01-01, false",
    "2026-12-31, true",
  })
  void weekendsRestButForMakeUpDays(LocalDate day, boolean working) throws BadFacts {
    assertThat(LAWS.workingDays().isWorkingDay(day)).isEqualTo(working);
  }

  @Test
  void beyondTheLastYearThereIsNoAnswerUntilItIsPublished() throws BadFacts {
    LocalDate day = LocalDate.of(2027, 1, 4);
    assertThatThrownBy(() -> LAWS.workingDays().isWorkingDay(day))
        .hasMessage(
            "The calendar of 2027 is not published or not imported (there are 2004 to 2026).");
    Laws later = LAWS.with(WorkingDays.of(List.of("2027-01-01,rest,元旦", "2027-01-04,rest")));
    assertThat(later.workingDays().isWorkingDay(day)).isFalse();
    assertThat(later.workingDays().lastYear().getValue()).isEqualTo(2027);
    assertThatThrownBy(() -> WorkingDays.of(List.of("# remark", "2027-01-01,off")))
        .hasMessage("line 2: 2027-01-01,off");
  }

  @ParameterizedTest
  @CsvSource({"2/3, 181, 121, 120", "5%, 35, 2, 1", "0.5%, 1000, 5, 5", "1/2, 180, 90, 90"})
  void sharesRoundOnlyTowardsTheSafeSide(String share, long whole, long least, long most) {
    assertThat(Fraction.of(share).ceilingOf(whole)).isEqualTo(least);
    assertThat(Fraction.of(share).floorOf(whole)).isEqualTo(most);
  }
}
