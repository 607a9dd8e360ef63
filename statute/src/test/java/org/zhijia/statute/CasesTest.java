package org.zhijia.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.statute.rulebook.Rulebook;

/// The worked cases of the domain, rule by rule, with a row on each side of every boundary.
class CasesTest {
  private static final Laws LAWS = Laws.ofThisRelease();
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      congress.quorum | due=181 present=120 | false
      congress.quorum | due=181 present=121 | true
      congress.quorum | due=180 present=120 | true
      congress.quorum | due=180 present=119 | false
      congress.quorum | due=180 present=120 variant=more-than-two-thirds | false
      congress.quorum | due=180 present=121 variant=more-than-two-thirds | true
      congress.quorum | due=180 present=90 variant=more-than-half | false
      congress.quorum | due=180 present=91 variant=more-than-half | true
      congress.quorum | due=35 present=23 | false
      congress.quorum | due=35 present=24 | true
      congress.quorum | due=60 present=40 kind=enterprise | true
      election.winner | due=181 approvals=91 | true
      election.winner | due=181 approvals=90 | false
      election.winner | due=180 approvals=90 | false
      election.winner | due=35 approvals=18 | true
      election.candidates.minimum | body=committee seats=35 | 37
      election.candidates.minimum | body=standing seats=9 | 10
      election.candidates.minimum | body=committee seats=3 | 4
      election.candidates.minimum | body=committee seats=20 | 21
      election.candidates.minimum | body=committee seats=21 | 23
      election.candidates.minimum | body=committee seats=35 variant=equal | 35
      election.candidates.minimum | body=standing seats=9 variant=over-candidates | 10
      election.candidates.minimum | body=standing seats=18 variant=over-candidates | 20
      election.candidates.minimum | body=standing seats=19 variant=over-candidates | 22
      election.candidates.minimum | body=audit seats=7 | 7
      election.candidates.minimum | body=chair seats=1 | 1
      election.candidates.minimum | body=chair seats=1 kind=enterprise | 2
      recall | due=181 approvals=91 | true
      recall | due=181 approvals=90 | false
      resolution.majority | due=181 approvals=91 | true
      resolution.majority | due=181 approvals=90 | false
      resolution.majority | base=present present=150 approvals=76 | true
      resolution.majority | base=present present=150 approvals=75 | false
      congress.extraordinary | members=300 proposers=100 | true
      congress.extraordinary | members=300 proposers=99 | false
      """)
  void aRuleOnMeetingsAnswers(String rule, String facts, String outcome) throws BadFacts {
    assertOutcome("cn", rule, facts, outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      committee.size | members=2350 | {min=15, max=21}
      committee.size | members=24 | {min=3, max=5}
      committee.size | members=25 | {min=3, max=7}
      committee.size | members=200 | {min=3, max=7}
      committee.size | members=201 | {min=7, max=15}
      committee.size | members=1000 | {min=7, max=15}
      committee.size | members=1001 | {min=15, max=21}
      committee.size | members=50001 | {min=37, max=45}
      committee.size | members=80000 kind=district | {min=21, max=51}
      congress.delegates | members=150 kind=grassroots | {min=30, max=40}
      congress.delegates | members=80000 | {min=100, max=400}
      congress.delegates | members=99 kind=grassroots | {min=99, max=99}
      workers-congress.size | staff=620 | 31
      workers-congress.size | staff=600 | 30
      workers-congress.size | staff=601 | 31
      period.end | from=2026-03-02 length=15 unit=day | 2026-03-17
      period.end | from=2026-03-02 length=45 unit=day | 2026-04-16
      period.end | from=2026-03-02 length=60 unit=day | 2026-05-06
      period.end | from=2026-03-02 length=15 unit=workday | 2026-03-23
      period.end | from=2026-03-02 length=10 unit=workday | 2026-03-16
      period.end | from=2025-05-31 length=1 unit=year | 2026-06-01
      period.end | from=2026-01-31 length=1 unit=month | 2026-02-28
      period.end | from=2024-02-29 length=1 unit=year | 2025-02-28
      union.founding | members=26 | must-form-committee
      union.founding | members=25 | must-form-committee
      union.founding | members=24 | alone-jointly-or-organiser
      women.committee | women=10 | committee
      women.committee | women=9 | commissioner
      chair.full-time | staff=200 | true
      chair.full-time | staff=199 | false
      rate.founding | eligible=1250 own=800 joint=260 | 84.80
      rate.joining | members=46280 employees=52000 | 89.00
      rate.joining | members=46280 employees=60000 | 77.13
      assets.split | assets=300000 first=400 second=200 | {first=200000.00, second=100000.00}
      assets.split | assets=100 first=1 second=2 | {first=33.33, second=66.67}
      dues.monthly | wage=4567.80 | 22.80
      dues.monthly | wage=5009.99 | 25.00
      dues.monthly | wage=3999 | 19.95
      dues.monthly | wage=9.99 | 0.00
      membership.lapse | last=2025-06 on=2025-12-31 | false
      membership.lapse | last=2025-06 on=2026-01-01 | true
      vacancy.deadline | from=2026-01-15 | 2026-04-15
      legal-person.change | from=2026-03-02 | 2026-04-01
      candidate.publicity | from=2026-03-02 | 2026-03-09
      code.uscc | value=81410104MC1234566E | true
      code.uscc | value=８１410104mc1234566e | true
      code.uscc | value=81410104MC1234566F | false
      code.uscc | value=81410104MC1234566O | false
      code.uscc | value=81410104MC1234566 | false
      code.id | value=410104199001010015 | true
      code.id | value=410104199001010016 | false
      code.id | value=410104199013050012 | false
      code.id | value=990104199001010015 | false
      offices.compatible | first=scrutineer second=candidate | false
      offices.compatible | first=cashier second=auditor | false
      offices.compatible | first=teller second=scrutineer | true
      candidate.eligible | body=audit money=true | false
      candidate.eligible | body=committee money=true | true
      candidate.eligible | body=committee kind=enterprise relative=true | false
      candidate.eligible | body=chair kind=enterprise personnel=true | false
      candidate.eligible | body=committee retained=true | false
      """)
  void aRuleOnBodiesAndPeopleAnswers(String rule, String facts, String outcome) throws BadFacts {
    assertOutcome("cn", rule, facts, outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      cn/shanghai | workers-congress.size | staff=99 | 30
      cn/shanghai | workers-congress.size | staff=100 | 30
      cn/shanghai | workers-congress.size | staff=620 | 55
      cn/shanghai | workers-congress.size | staff=3000 | 175
      cn/shanghai | workers-congress.size | staff=9000 | 175
      cn/zhejiang | workers-congress.size | staff=620 | 75
      cn/zhejiang | workers-congress.size | staff=99 | 30
      cn/zhejiang | workers-congress.size | staff=5000 | 180
      cn/zhejiang | workers-congress.size | staff=5001 | 200
      cn/henan | workers-congress.size | staff=620 | 31
      cn/henan | women.committee | women=10 | committee
      cn/henan | candidate.eligible | body=chair kind=enterprise wages-deputy=true | false
      cn | candidate.eligible | body=chair kind=enterprise wages-deputy=true | true
      """)
  void aPlaceHasItsOwnRule(String place, String rule, String facts, String outcome)
      throws BadFacts {
    assertOutcome(place, rule, facts, outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      congress.quorum | due=181 | "present" is missing
      congress.quorum | due=181 present=200 | cannot be more than
      congress.quorum | due=0 present=0 | 1 or more
      congress.quorum | due=-5 present=1 | whole number
      congress.quorum | due=eleven present=1 | whole number
      congress.quorum | due=1.5 present=1 | whole number
      congress.quorum | due=181 present=121 extra=1 | "extra" is not known here
      congress.quorum | due=181 present=121 variant=most | one of at-least-two-thirds
      election.candidates.minimum | body=parliament seats=3 | one of committee
      election.candidates.minimum | seats=3 | "body" is missing
      period.end | from=2026-02-30 length=1 unit=day | a date
      period.end | from=2026-12-30 length=15 unit=day | calendar of 2027 is not published
      period.end | from=2026-12-30 length=1 unit=workday | 2026-12-31
      dues.monthly | wage=-1 | an amount in yuan
      dues.monthly | wage=1.234 | an amount in yuan
      rate.joining | members=2 employees=1 | cannot be more
      membership.lapse | last=June on=2026-01-01 | a month
      term.end | elected=2026-01-01 years=4 | 5 or 5 years
      """)
  void nonsenseGetsASentence(String rule, String facts, String sentence) throws BadFacts {
    if (sentence.startsWith("2026")) {
      assertThat(ruling("cn", rule, facts).outcome()).isEqualTo(Outcome.of(sentence));
      return;
    }
    assertThatThrownBy(() -> ruling("cn", rule, facts))
        .isInstanceOfSatisfying(
            BadFacts.class,
            bad -> {
              assertThat(bad.text().en()).contains(sentence);
              assertThat(bad.text().zh()).containsPattern("\\p{IsHan}");
            });
  }

  @Test
  void everyRulingCitesAndEveryNoHasAGround() throws BadFacts {
    Ruling refused = ruling("cn", "congress.quorum", "due=181 present=120");
    assertThat(refused.breaches()).extracting(Breach::code).containsExactly("NO_QUORUM");
    assertThat(refused.breaches().getFirst().text().zh()).contains("至少 121", "还差 1");
    assertThat(refused.breaches().getFirst().citation()).isPresent();
    assertThat(refused.formula()).isEqualTo("120×3 < 181×2");
    assertThat(refused.inputs()).containsEntry("kind", "district");
    Ruling recall = ruling("cn", "recall", "due=181 approvals=90");
    assertThat(recall.citations())
        .extracting(Citation::article, Citation::status)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("第十八条", Status.S));
  }

  @Test
  void aCodeThatIsNotAUnionsSaysSo() throws BadFacts {
    Ruling ofEmployer = ruling("cn", "code.uscc", "value=91350100M000100Y43");
    assertThat(ofEmployer.breaches()).extracting(Breach::code).containsExactly("NOT_A_UNION");
    assertThat(ruling("cn", "code.uscc", "value=91350100M000100Y43 holder=employer").outcome())
        .isEqualTo(Outcome.of(true));
  }

  @Test
  void aRuleBeforeItsTimeIsNotApplied() {
    assertThatThrownBy(
            () ->
                Rulebook.rule("recall")
                    .orElseThrow()
                    .apply(LAWS.of("cn", LocalDate.of(1999, 1, 1)), facts("due=9 approvals=5")))
        .isInstanceOf(BadFacts.class)
        .hasMessageContaining("no figure for \"recall.majority\" on 1999-01-01");
    assertThatThrownBy(() -> LAWS.of("cn/atlantis", TODAY))
        .isInstanceOf(BadFacts.class)
        .hasMessageContaining("cn, cn/henan, cn/shanghai, cn/zhejiang");
  }

  @Test
  void aTermEndsOnTheSameDayYearsLater() throws BadFacts {
    assertThat(ruling("cn", "term.end", "elected=2019-04-23").outcome().plain(Locale.ENGLISH))
        .isEqualTo(
            Map.of(
                "end",
                "2024-04-23",
                "reminders",
                List.of("2023-04-23", "2023-10-23", "2024-01-23", "2024-03-23")));
  }

  private static void assertOutcome(String place, String rule, String facts, String outcome)
      throws BadFacts {
    assertThat(String.valueOf(ruling(place, rule, facts).outcome().plain(Locale.ENGLISH)))
        .isEqualTo(outcome);
  }

  private static Ruling ruling(String place, String rule, String facts) throws BadFacts {
    return Rulebook.rule(rule).orElseThrow().apply(LAWS.of(place, TODAY), facts(facts));
  }

  private static Facts facts(String pairs) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String pair : pairs.strip().split(" ", -1)) {
      String[] sides = pair.split("=", 2);
      facts.put(sides[0], sides[1]);
    }
    return Facts.of(facts);
  }
}
