package org.zhijia.ballot.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.json.Malformed;

class WriteInsTest {
  private static final List<String> CANDIDATES = List.of("甲", "乙");
  private static final WriteIns WRITE_INS = new WriteIns(2, 0, List.of("丙", "丁 一", "戊"));

  @Test
  void whatIsDeclaredIsRead() throws Malformed {
    assertThat(WRITE_INS.declaration())
        .isEqualTo("zhijia-write-ins/1 question=3 slate=1 people=丙|丁 一|戊");
    assertThat(read("选举\n" + WRITE_INS.declaration())).containsExactly(WRITE_INS);
    assertThat(read("选举")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhijia-write-ins/2 question=3 slate=1 people=丙",
        "zhijia-write-ins/1 question=3 slate=1 people=",
        "zhijia-write-ins/1 question=3 slate=1",
        "zhijia-write-ins/1 question=0 slate=1 people=丙",
        "zhijia-write-ins/1 question=2 slate=1 people=丙",
        "zhijia-write-ins/1 question=4 slate=1 people=丙",
        "zhijia-write-ins/1 question=3 slate=2 people=丙",
        "zhijia-write-ins/1 question=3 slate=1 people=丙|丙",
        "zhijia-write-ins/1 question=3 slate=1 people=丙||丁",
        "zhijia-write-ins/1 question=3 slate=1 people=丙|甲",
        "zhijia-write-ins/1 question=3 slate=1 people=丙\n"
            + "zhijia-write-ins/1 question=3 slate=1 people=丁"
      })
  void whatDoesNotFitIsRefused(String declared) {
    assertThatThrownBy(() -> read(declared)).isInstanceOf(Malformed.class);
  }

  @Test
  void moreThan255PeopleAreRefused() {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 255; i++) {
      people.add("n" + i);
    }
    assertThat(new WriteIns(2, 0, people).numbers(List.of("n254"), 2)).containsExactly(255, 0);
    people.add("n255");
    assertThatThrownBy(() -> new WriteIns(2, 0, people))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesBecomeNumbersAndAreCountedOncePerBallot() {
    assertThat(WRITE_INS.numbers(List.of("戊", "丙"), 3)).containsExactly(3, 1, 0);
    assertThatThrownBy(() -> WRITE_INS.numbers(List.of("谁"), 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WRITE_INS.numbers(List.of("丙", "戊"), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            WRITE_INS.counts(
                List.of(List.of(3, 3, 3), List.of(1, 3, 0), List.of(4, 255, 0), List.of(0, 0, 0))))
        .containsExactly(1, 0, 2);
  }

  private static List<WriteIns> read(String description) throws Malformed {
    var group = Ed25519.group();
    Election election =
        new Election(
            description + "\n" + new UnionSlate(0, 1).declaration(),
            "n",
            group,
            group.generator(),
            List.<Question>of(
                UnionSlate.approvals("a", CANDIDATES, 1),
                UnionSlate.oppositions("b", CANDIDATES),
                WriteIns.question("c", 2)),
            "11111111111111",
            Optional.empty(),
            Optional.empty());
    return WriteIns.of(election, UnionSlate.of(election));
  }
}
