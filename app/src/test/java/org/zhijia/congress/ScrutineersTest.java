package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Elections.Candidacy;

class ScrutineersTest {
  private static final List<Candidacy> CANDIDACIES =
      List.of(
          new Candidacy("李　明", "选举委员会委员"),
          new Candidacy("张伟", "选举委员会委员"),
          new Candidacy("张伟", "选举主席"));

  @Test
  void whoDoesNotStandMayBeAScrutineer() {
    assertThat(of("grassroots", "王芳", "张伟明")).isEmpty();
    assertThat(Scrutineers.whoStand("grassroots", List.of("张伟"), List.of())).isEmpty();
  }

  @Test
  void whoStandsInAnyVoteMayNotAndHearsByWhichRule() {
    assertThat(of("grassroots", "王芳", "张伟"))
        .singleElement()
        .satisfies(
            ground -> {
              assertThat(ground.text().zh()).contains("张伟是“选举委员会委员”的候选人");
              assertThat(ground.citation().orElseThrow().text().zh()).contains("工会基层组织选举工作条例");
            });
  }

  @Test
  void blanksInANameHideNobody() {
    assertThat(of("grassroots", "李明", "李 明")).hasSize(2);
  }

  @Test
  void anotherOfTheSameNameIsTakenWithTheUnit() {
    assertThat(of("grassroots", "张伟（铸造车间）")).isEmpty();
  }

  @Test
  void aDistrictFollowsThePracticeThatModelMethodsShow() {
    assertThat(of("district", "张伟"))
        .singleElement()
        .satisfies(
            ground -> assertThat(ground.citation().orElseThrow()).isEqualTo(Articles.PRACTICE));
  }

  @Test
  void theKeyIsHeldByWhomTheMeetingPassed() {
    List<String> passed = List.of("李 明", "张伟（铸造车间）", "王芳");
    assertThat(Scrutineers.whoWereNotPassed("district", passed, List.of("张伟", "李明"))).isEmpty();
    assertThat(Scrutineers.whoWereNotPassed("grassroots", passed, List.of("王芳", "赵六")))
        .singleElement()
        .satisfies(
            ground -> {
              assertThat(ground.text().zh()).contains("赵六持有监票密钥，但不在会议表决的监票人名单里");
              assertThat(ground.citation().orElseThrow().text().zh()).contains("工会基层组织选举工作条例");
            });
  }

  private static List<Ground> of(String body, String... names) {
    return Scrutineers.whoStand(body, List.of(names), CANDIDACIES);
  }
}
