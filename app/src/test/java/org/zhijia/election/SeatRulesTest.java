package org.zhijia.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Laws;

/// What a meeting may decide on seats that a vote left open (E8).
class SeatRulesTest {
  private static PollRules rules(String kind) {
    return new PollRules(
        Laws.ofThisRelease().national(LocalDate.of(2026, 5, 1)),
        BodyKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        Optional.empty());
  }

  private static String codes(List<Breach> breaches) {
    return String.join(" ", breaches.stream().map(Breach::code).toList());
  }

  @ParameterizedTest
  @CsvSource({
    // kind, body, members of the union, seats that would be left; why not, by which instrument
    "district, COMMITTEE, 0, 33, '', ''",
    "district, COMMITTEE, 0, 21, '', ''",
    "district, COMMITTEE, 0, 20, OUTSIDE_RANGE, 总工发〔2015〕6号",
    "district, AUDIT, 0, 5, '', ''",
    "district, AUDIT, 0, 4, OUTSIDE_RANGE, 总工发〔2015〕6号",
    "district, STANDING, 0, 9, '', ''",
    "district, STANDING, 0, 8, OUTSIDE_RANGE, 总工发〔2015〕6号",
    "grassroots, COMMITTEE, 2350, 15, '', ''",
    "grassroots, COMMITTEE, 2350, 14, OUTSIDE_RANGE, 选举工作条例",
    "grassroots, COMMITTEE, 201, 14, '', ''",
    "grassroots, COMMITTEE, 0, 15, NO_RANGE, ''",
    "enterprise, COMMITTEE, 200, 3, '', ''",
    "enterprise, COMMITTEE, 200, 2, OUTSIDE_RANGE, 选举工作条例",
    "grassroots, AUDIT, 0, 3, '', ''",
    "grassroots, AUDIT, 0, 2, OUTSIDE_RANGE, 经费审查委员会组织通则",
    "district, VICE_CHAIRS, 0, 2, NO_RANGE, ''",
    "district, CHAIR, 0, 1, NO_RANGE, ''",
  })
  void aBodyIsReducedWithinItsRange(
      String kind, Body body, int members, int size, String code, String instrument) {
    List<Breach> breaches = rules(kind).reduction(body, members, size);
    assertThat(codes(breaches)).isEqualTo(code);
    assertThat(breaches)
        .allMatch(
            breach ->
                breach
                    .citation()
                    .map(article -> article.instrument().zh())
                    .orElse("")
                    .contains(instrument));
    assertThat(rules(kind).range(body, members).isPresent()).isEqualTo(!code.equals("NO_RANGE"));
  }

  @ParameterizedTest
  @CsvSource({
    // for, against, abstaining, of 181 due and 175 present; why not
    "91, 84, 0, ''",
    "90, 0, 0, NO_MAJORITY",
    "0, 0, 0, NO_MAJORITY",
    "175, 0, 0, ''",
    "91, 80, 5, MORE_HANDS_THAN_PRESENT",
  })
  void theMeetingAgreesWithMoreThanHalfOfThoseDue(
      int approve, int against, int abstain, String code) {
    List<Breach> breaches =
        rules("district")
            .agreed(
                new Method.Vote(approve, against, abstain),
                new Elections.Attendance(181, 175, 175));
    assertThat(codes(breaches)).isEqualTo(code);
  }

  @Test
  void theArticleStandsInTheSentence() {
    assertThat(rules("district").range(Body.COMMITTEE, 0).orElseThrow().zh())
        .contains("21 至 51", "总工发〔2015〕6号");
  }
}
