package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.operation.CannotRun;

class PlanTest {
  @TempDir private Path folder;

  private final Wishes wishes = new Wishes();

  private Plan plan() {
    return Plan.of(wishes, new Inventor(wishes.seed));
  }

  private void given(int voters) throws IOException {
    wishes.candidates = Files.writeString(folder.resolve("c.csv"), "id,name\na,丁一\nb,王二\nc,李四\n");
    StringBuilder ballots = new StringBuilder("voter,approve,against\n");
    IntStream.range(0, voters).forEach(i -> ballots.append('v').append(i).append(",a|b,c\n"));
    wishes.ballots = Files.writeString(folder.resolve("b.csv"), ballots);
  }

  @Test
  void withoutOptionsItIsACongressOf181() {
    Plan plan = plan();
    assertThat(plan.due()).isEqualTo(181);
    assertThat(plan.present()).isBetween(121, 181);
    assertThat(plan.committee().slate().seats()).isEqualTo(35);
    assertThat(plan.committee().slate().nominees()).hasSize(38);
    assertThat(plan.committee().slate().isEqual()).isFalse();
    assertThat(plan.paper()).isEmpty();
  }

  @Test
  void theSameSeedMakesTheSameCongress() {
    assertThat(plan()).isEqualTo(plan());
    Plan first = plan();
    wishes.seed = 2;
    assertThat(plan()).isNotEqualTo(first);
  }

  /// By the rules of the slate, and on a device.
  @Test
  void aFewWriteSomebodyInWhereThatIsRehearsed() {
    wishes.paper = 20;
    assertThat(writing(plan().committee())).isEmpty();
    wishes.writeIn = true;
    assertThat(plan()).isEqualTo(plan());
    for (Plan.Ballot ballot : List.of(plan().committee(), plan().audit())) {
      Map<Integer, Marked> writing = writing(ballot);
      assertThat(writing.size()).isBetween(5, 7); // four of a hundred of some 140
      writing.forEach(
          (voter, marked) -> {
            assertThat(plan().paper()).doesNotContain(voter);
            assertThat(marked.against()).isNotEmpty().doesNotContainAnyElementsOf(marked.approve());
            assertThat(marked.approve().size()).isLessThan(ballot.slate().seats());
            assertThat(plan().invented())
                .anyMatch(person -> person.name().equals(marked.person().orElseThrow()));
            assertThat(ballot.slate().names()).doesNotContain(marked.person().orElseThrow());
          });
    }
  }

  private static Map<Integer, Marked> writing(Plan.Ballot ballot) {
    Map<Integer, Marked> writing = new HashMap<>();
    for (int voter = 0; voter < ballot.marks().size(); voter++) {
      int number = voter;
      ballot.marks().get(voter).ifPresent(marked -> writing.put(number, marked));
    }
    writing.values().removeIf(marked -> marked.person().isEmpty());
    return writing;
  }

  /// Who gave all seats away takes one back; who is against nobody is against somebody.
  @Test
  void whoWritesInGivesUpASeatAndOpposesSomebody() {
    Slate slate = new Slate(List.of(new Slate.Nominee("a", "丁一"), new Slate.Nominee("b", "王二")), 2);
    assertThat(Marked.of(List.of(0, 1), List.of()).writingIn("赵甲", slate))
        .isEqualTo(new Marked(List.of(0), List.of(1), true, Optional.of("赵甲")));
    assertThat(Marked.of(List.of(0), List.of()).writingIn("赵甲", slate))
        .isEqualTo(new Marked(List.of(0), List.of(1), true, Optional.of("赵甲")));
    assertThat(Marked.of(List.of(), List.of(1)).writingIn("赵甲", slate))
        .isEqualTo(new Marked(List.of(), List.of(1), true, Optional.of("赵甲")));
  }

  @Test
  void whoComesBeyondTheBallotsMakesTheQuorumAndReturnsNone() throws IOException {
    given(100);
    wishes.due = 181;
    Plan plan = plan();
    assertThat(plan.present()).isEqualTo(121);
    assertThat(plan.committee().marks().stream().flatMap(Optional::stream)).hasSize(100);
    wishes.quorum = "more-than-two-thirds";
    wishes.due = 180;
    assertThat(plan().present()).isEqualTo(121);
    wishes.due = 99;
    assertThatThrownBy(this::plan).isInstanceOf(CannotRun.class);
  }

  @Test
  void fewerThanTenVoteOnNeitherWayUnlessAllVoteOnPaper() throws IOException {
    given(30);
    wishes.paper = 10;
    assertThat(plan().paper()).hasSize(10);
    wishes.paper = 60;
    assertThat(plan().paper()).hasSize(18);
    wishes.paper = 70;
    assertThat(plan().isAllPaper()).isTrue();
    wishes.paper = 0;
    given(9);
    assertThat(plan().isAllPaper()).isTrue();
    given(10);
    assertThat(plan().paper()).isEmpty();
  }

  @Test
  void aFileAsksForTheEqualVariantWhereTheListIsShort() throws IOException {
    given(20);
    wishes.seats = 3;
    assertThat(plan().committee().slate().isEqual()).isTrue();
    wishes.seats = 2;
    assertThat(plan().committee().slate().isEqual()).isFalse();
    wishes.seats = 4;
    assertThatThrownBy(this::plan).isInstanceOf(CannotRun.class);
  }
}
