package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhijia.election.Body;
import org.zhijia.election.Elections.OpenSeats;
import org.zhijia.election.SeatsDecision;
import org.zhijia.statute.Law;
import org.zhijia.statute.Laws;

class ChecklistTest {
  private static final Law LAW = Laws.ofThisRelease().national(LocalDate.of(2026, 11, 2));

  /// Everything done, of a district congress of 181; each test takes something away.
  private static Progress complete() {
    return with(181, 181, hall(181, 176), composition(181, 100, 36));
  }

  private static Progress.Hall hall(int due, int present) {
    return new Progress.Hall(due, present, true);
  }

  private static Composition composition(int delegates, int workers, int managers) {
    return new Composition(
        "district",
        delegates,
        60,
        5,
        120,
        Map.of(Category.UNION_WORKER, workers, Category.MANAGER, managers),
        60,
        0);
  }

  private static Progress with(
      int target, int examined, Progress.Hall hall, Composition composition) {
    Progress.Unit unit = new Progress.Unit("甲街道", 900, 181, 181, true, 600, 451);
    return progress(
        "at-least-two-thirds",
        target,
        new Progress.Roster(List.of(unit), 181, examined, 0, composition),
        hall);
  }

  private static Progress progress(
      String quorum, int target, Progress.Roster roster, Progress.Hall hall) {
    return new Progress(
        CongressKind.DELEGATES,
        "district",
        quorum,
        target,
        true,
        EnumSet.allOf(Step.class),
        roster,
        hall,
        EnumSet.allOf(Subject.class),
        Map.of(
            ItemKind.OPENING, 1,
            ItemKind.WORK_REPORT, 1,
            ItemKind.FINANCIAL_REPORT, 1,
            ItemKind.AUDIT_REPORT, 1,
            ItemKind.CLOSING, 1),
        EnumSet.allOf(ItemKind.class),
        EnumSet.allOf(ResolutionKind.class),
        0,
        new Progress.Votes(
            EnumSet.allOf(Body.class),
            EnumSet.noneOf(Body.class),
            List.of(),
            false,
            List.of(),
            new Progress.Ballots(true, true, 0, true),
            Optional.empty()),
        Set.of("congress-request", "credentials-report", "election-report", "announcement"),
        true);
  }

  private static List<String> open(Stage stage, Progress facts) {
    return Checklist.of(stage, facts, LAW).stream()
        .filter(Line::stops)
        .map(line -> line.text().zh())
        .toList();
  }

  /// A remark: the congress may go on, but the desk is told until it is decided.
  @Test
  void openSeatsAreNamedUntilItIsDecidedWhatBecomesOfThem() {
    OpenSeats open = new OpenSeats(Body.COMMITTEE, 2, Optional.empty());
    assertThat(SeatLines.of(List.of(open), Set.of(Body.AUDIT), "")).isEmpty();
    Line asked = SeatLines.of(List.of(open), Set.of(Body.COMMITTEE), "/elections").getFirst();
    assertThat(asked.state()).isEqualTo(Line.State.DUE);
    assertThat(asked.stops()).isFalse();
    assertThat(asked.text().zh()).isEqualTo("委员会缺额 2 名：在结果页选择再次投票、减少名额或者暂缺");
    SeatsDecision decision =
        new SeatsDecision(
            SeatsDecision.Choice.REDUCED, 2, 33, 181, Optional.empty(), "秘书", Instant.EPOCH);
    OpenSeats decided = new OpenSeats(Body.COMMITTEE, 2, Optional.of(decision));
    Line met = SeatLines.of(List.of(decided), Set.of(Body.COMMITTEE), "/elections").getFirst();
    assertThat(met.state()).isEqualTo(Line.State.MET);
    assertThat(met.text().zh()).isEqualTo("委员会缺额 2 名：名额减少为 33 名");
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void nothingStopsACongressOfWhichEverythingIsDone(Stage stage) {
    assertThat(open(stage, complete())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyLineCitesWhereItStands(Stage stage) {
    assertThat(Checklist.of(stage, complete(), LAW))
        .isNotEmpty()
        .allMatch(line -> line.citation().isPresent());
  }

  /// E1: two thirds of 181 and of 180, by both variants of the method.
  @ParameterizedTest
  @CsvSource({
    "181, 120, at-least-two-thirds, false",
    "181, 121, at-least-two-thirds, true",
    "180, 119, at-least-two-thirds, false",
    "180, 120, at-least-two-thirds, true",
    "180, 120, more-than-two-thirds, false",
    "180, 121, more-than-two-thirds, true",
    "180, 90, more-than-half, false",
    "180, 91, more-than-half, true"
  })
  void aSittingOpensWithAQuorum(int due, int present, String variant, boolean quorate) {
    Progress facts =
        progress(variant, 181, complete().roster(), new Progress.Hall(due, present, false));
    assertThat(open(Stage.OPENING, facts).isEmpty()).isEqualTo(quorate);
  }

  /// E10: 55 % of 181 are 100 union workers, 20 % are 36 managers.
  @ParameterizedTest
  @CsvSource({"100, 36, true", "99, 36, false", "100, 37, false"})
  void delegatesAreComposedAsTheRulesDemand(int workers, int managers, boolean good) {
    Progress facts = with(181, 181, hall(181, 176), composition(181, workers, managers));
    assertThat(open(Stage.CREDENTIALS, facts).isEmpty()).isEqualTo(good);
    assertThat(open(Stage.DELEGATES, facts).isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"600, 451, true", "599, 451, false", "600, 450, false"})
  void aUnitElectsWithTwoThirdsPresentAndMoreThanHalfOfAll(int attended, int fewest, boolean good) {
    Progress.Unit unit = new Progress.Unit("甲街道", 900, 181, 181, true, attended, fewest);
    Progress.Roster roster =
        new Progress.Roster(List.of(unit), 181, 181, 0, composition(181, 100, 36));
    Progress facts = progress("at-least-two-thirds", 181, roster, hall(181, 176));
    assertThat(open(Stage.DELEGATES, facts).isEmpty()).isEqualTo(good);
  }

  @Test
  void everyDelegateIsExamined() {
    Progress facts = with(181, 180, hall(181, 176), composition(181, 100, 36));
    assertThat(open(Stage.CREDENTIALS, facts)).containsExactly("逐名审查：181 名中已审 180 名");
  }

  @Test
  void theStagesLeadFromTheFirstToTheLastInBothOrdersOfThePlenaries() {
    assertThat(walk(false)).hasSize(12).last().isEqualTo(Stage.ARCHIVE);
    assertThat(walk(true)).hasSize(12).last().isEqualTo(Stage.ARCHIVE);
  }

  private static List<Stage> walk(boolean plenariesFirst) {
    List<Stage> walk = new java.util.ArrayList<>(List.of(Stage.PREPARATION));
    Set<Stage> passed = EnumSet.noneOf(Stage.class);
    while (walk.getLast() != Stage.ARCHIVE) {
      Stage now = walk.getLast();
      Stage next =
          plenariesFirst && now.instead().isPresent()
              ? now.instead().get()
              : now.next(passed).orElseThrow();
      passed.add(now);
      walk.add(next);
    }
    return walk;
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void noStageGoesBackBehindTheOpening(Stage stage) {
    if (!stage.isBefore(Stage.OPENING)) {
      assertThat(stage.before()).noneMatch(each -> each.isBefore(Stage.OPENING));
    }
    assertThat(stage.before()).allMatch(each -> each.isBefore(stage));
  }
}
