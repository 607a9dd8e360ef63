package org.zhijia.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.testing.Printed;

/// The ballot on paper, read back.
class BallotSheetTest {
  private static final String GIVEN = "安宁和平康泰春秋松柏云山江海晨光文武";

  @ParameterizedTest
  @CsvSource({"COMMITTEE, 17, 15, 3", "COMMITTEE, 37, 35, 3", "AUDIT, 81, 77, 3"})
  void everybodyWhoStandsIsOnTheOneSheet(Body body, int candidates, int seats, int blanks) {
    Poll poll = poll(body, "选举委员", 2, candidates, seats);
    List<Candidate> list = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      String name = "丁" + GIVEN.charAt(i % 18) + GIVEN.charAt(i / 18);
      list.add(new Candidate(i + 1, name, "", "", "", "", "", "", "", List.of(), true));
    }
    Printed printed = new Printed(BallotSheet.of("第五次代表大会", poll, list, blanks));
    printed.pictures("ballot-sheet-" + candidates);
    assertThat(printed.pages()).isEqualTo(1);
    String text = printed.text();
    assertThat(text).contains("第五次代表大会", "（第2轮）选票", "应选" + seats + "名，候选人" + candidates + "名");
    assertThat(list).allSatisfy(each -> assertThat(text).contains(each.name()));
    assertThat(text.split("另选—", -1)).hasSize(blanks + 1);
  }

  @ParameterizedTest
  @CsvSource("关于工作报告的决议")
  void aResolutionHasOneLine(String title) {
    Poll poll = poll(Body.RESOLUTION, title, 1, 1, 1);
    Printed printed = new Printed(BallotSheet.of("第五次代表大会", poll, List.of(), 0));
    assertThat(printed.text()).contains("表决事项", title + "选票").doesNotContain("另选", "应选");
  }

  private static Poll poll(Body body, String title, int round, int candidates, int seats) {
    return new Poll(
        1,
        1,
        "uuid",
        body,
        title,
        round,
        seats,
        candidates,
        Stage.OPEN,
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }
}
