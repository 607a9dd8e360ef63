package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecountTest {
  private static final List<Slate.Nominee> TWO =
      List.of(new Slate.Nominee("a", "丁一"), new Slate.Nominee("b", "王二"));
  private static final List<Slate.Nominee> FOUR =
      List.of(
          new Slate.Nominee("a", "丁一"),
          new Slate.Nominee("b", "王二"),
          new Slate.Nominee("c", "李四"),
          new Slate.Nominee("d", "张五"));

  private static boolean none(int voter) {
    return voter < 0;
  }

  private final List<Optional<Marked>> marks = new ArrayList<>();

  private void add(int times, List<Integer> approve, List<Integer> against) {
    marks.addAll(Collections.nCopies(times, Optional.of(Marked.of(approve, against))));
  }

  private Recount recount(int due, int seats, boolean byAgainst, IntPredicate onPaper) {
    return recount(due, new Slate(TWO, seats), byAgainst, onPaper);
  }

  private Recount recount(int due, Slate slate, boolean byAgainst, IntPredicate onPaper) {
    Plan.Ballot ballot = new Plan.Ballot(slate, marks);
    return new Recount(new Ask("u", "COMMITTEE", 1, "t", due, ballot), onPaper, byAgainst);
  }

  /// E2: 91 of 181 are more than half of those due, 90 are not.
  @Test
  void moreThanHalfOfThoseDueAreElected() {
    add(90, List.of(0, 1), List.of());
    add(1, List.of(0), List.of(1));
    assertThat(recount(181, 2, false, RecountTest::none).elected()).containsExactly("丁一");
  }

  @Test
  void ofThoseTiedAtTheLastSeatNobodyIsElectedUnlessVotesAgainstDecide() {
    add(5, List.of(0), List.of());
    add(5, List.of(1), List.of());
    add(6, List.of(0, 1), List.of());
    add(1, List.of(), List.of(1));
    assertThat(recount(17, 1, false, RecountTest::none).elected()).isEmpty();
    assertThat(recount(17, 1, true, RecountTest::none).elected()).containsExactly("丁一");
  }

  /// E5: 85 to 70 of 181, among those who had the majority before; and 85 to 85.
  @Test
  void inARunOffMostVotesElectWithoutTheMajorityOfThoseDue() {
    add(85, List.of(0), List.of(1));
    add(70, List.of(1), List.of());
    assertThat(recount(181, 1, false, RecountTest::none).elected()).isEmpty();
    assertThat(runoff(false).elected()).containsExactly("丁一");
    add(15, List.of(1), List.of());
    assertThat(runoff(false).elected()).isEmpty();
    assertThat(runoff(true).elected()).containsExactly("丁一"); // nobody is against him
    assertThat(recount(181, 1, true, RecountTest::none).elected()).isEmpty();
  }

  private Recount runoff(boolean byAgainst) {
    Plan.Ballot ballot = new Plan.Ballot(new Slate(TWO, 1), marks);
    Ask ask = new Ask("u", "COMMITTEE", 2, true, "t", 181, ballot);
    return new Recount(ask, RecountTest::none, byAgainst);
  }

  /// Ten are for the first, nine for each of the next two, eight for the last.
  @Test
  void nobodyGetsPastThoseTiedAtTheLastSeat() {
    add(8, List.of(0, 1, 2, 3), List.of());
    add(1, List.of(0, 1, 2), List.of());
    add(1, List.of(0), List.of());
    Recount recount = recount(10, new Slate(FOUR, 2), false, RecountTest::none);
    assertThat(recount.elected()).containsExactly("丁一");
  }

  @Test
  void onPaperTooManyMarksAreVoid() {
    add(3, List.of(0, 1), List.of());
    add(2, List.of(0), List.of());
    Recount recount = recount(5, 1, false, voter -> voter < 3);
    assertThat(recount.valid()).isEqualTo(2);
    assertThat(recount.approve(0)).isEqualTo(2);
    assertThat(recount.approve(1)).isZero();
  }

  @Test
  void eachFigureThatDiffersIsNamed() {
    add(3, List.of(0), List.of(1));
    Recount recount = recount(3, 1, false, RecountTest::none);
    assertThat(recount.differences(result(3, 3, 0, "丁一"))).isEmpty();
    assertThat(recount.differences(result(2, 3, 0, "丁一")))
        .containsExactly("returned: 2, counted 3", "valid: 2, counted 3");
    assertThat(recount.differences(result(3, 2, 0, "丁一"))).containsExactly("丁一 for: 2, counted 3");
    assertThat(recount.differences(result(3, 3, 1, "丁一"))).containsExactly("王二 for: 1, counted 0");
    assertThat(recount.differences(result(3, 3, 0, "王二"))).hasSize(1);
    assertThat(runoff(false).differences(result(3, 3, 0, "丁一")))
        .containsExactly("a run-off: false, ours true");
  }

  @Test
  void whoIsWrittenInOftenerOrLessOftenIsNamed() {
    add(2, List.of(0), List.of(1));
    marks.add(Optional.of(new Marked(List.of(0), List.of(1), true, Optional.of("赵甲"))));
    Recount recount = recount(3, 2, false, RecountTest::none);
    assertThat(recount.differences(result(3, 3, 0, "丁一", "赵甲"))).isEmpty();
    assertThat(recount.differences(result(3, 3, 0, "丁一")))
        .containsExactly("赵甲 written in: 0, counted 1");
    assertThat(recount.differences(result(3, 3, 0, "丁一", "孙丙")))
        .containsExactly("孙丙 written in: 1, counted 0", "赵甲 written in: 0, counted 1");
  }

  private static JsonNode result(
      int returned, int first, int second, String elected, String... writtenIn) {
    List<Map<String, Object>> lines =
        Stream.of(writtenIn).map(name -> Map.<String, Object>of("name", name, "votes", 1)).toList();
    Map<String, Object> one = Map.of("name", "丁一", "approve", first, "against", 0);
    Map<String, Object> other = Map.of("name", "王二", "approve", second, "against", 3);
    JsonMapper json = JsonMapper.builder().build();
    return json.readTree(
        json.writeValueAsString(
            Map.of(
                "returned",
                returned,
                "valid",
                returned,
                "runoffVote",
                false,
                "candidates",
                List.of(one, other),
                "writeIns",
                lines,
                "electedNames",
                List.of(elected))));
  }
}
