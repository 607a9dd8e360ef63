package org.zhijia.ballot.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.json.Malformed;

class WriteInTest {
  private static final List<String> CANDIDATES = List.of("甲", "乙");
  private static final WriteIn WRITE_IN = new WriteIn(2, List.of("丙", "丁 一", "戊"));

  @Test
  void whatIsDeclaredIsRead() throws Malformed {
    UnionSlate slate = new UnionSlate(0, 1, Optional.of(WRITE_IN));
    assertThat(slate.declaration())
        .isEqualTo("zhijia-slate/2 approve=1 against=2 write-in=3 people=丙|丁 一|戊");
    assertThat(read("选举\n" + slate.declaration())).containsExactly(slate);
    assertThat(read("选举\n" + new UnionSlate(0, 1).declaration()))
        .containsExactly(new UnionSlate(0, 1));
    assertThat(read("选举")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhijia-slate/1 approve=1 against=2 write-in=3 people=丙",
        "zhijia-slate/3 approve=1 against=2 write-in=3 people=丙",
        "zhijia-slate/2 approve=1 against=2",
        "zhijia-slate/2 approve=1 against=2 write-in=3",
        "zhijia-slate/2 approve=1 against=2 write-in=3 people=",
        "zhijia-slate/2 approve=1 against=2 write-in=0 people=丙",
        "zhijia-slate/2 approve=1 against=2 write-in=2 people=丙",
        "zhijia-slate/2 approve=1 against=2 write-in=9 people=丙",
        "zhijia-slate/2 approve=1 against=2 write-in=4 people=丙",
        "zhijia-slate/2 approve=1 against=2 write-in=3 people=丙|丙",
        "zhijia-slate/2 approve=1 against=2 write-in=3 people=丙||丁",
        "zhijia-slate/2 approve=1 against=2 write-in=3 people=丙|甲",
        "zhijia-slate/2 approve=1 against=2 write-in=3 people=丙|另选他人",
        "zhijia-slate/2 approve=5 against=6 write-in=3 people=丙",
        "zhijia-slate/2 approve=1 against=2 write-in=3 people=丙\n"
            + "zhijia-slate/1 approve=1 against=2"
      })
  void whatDoesNotFitIsRefused(String declared) {
    assertThatThrownBy(() -> read(declared)).isInstanceOf(Malformed.class);
  }

  @Test
  void aPersonBecomesANumberAndComesBack() {
    assertThat(WRITE_IN.row(Optional.of("戊"))).containsExactly(3);
    assertThat(WRITE_IN.row(Optional.empty())).containsExactly(0);
    assertThat(WRITE_IN.person(List.of(3))).contains("戊");
    assertThat(WRITE_IN.person(List.of(0))).isEmpty();
    assertThat(WRITE_IN.person(List.of(4))).isEmpty();
    Optional<String> unlisted = Optional.of("谁");
    assertThatThrownBy(() -> WRITE_IN.row(unlisted)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void from256PeopleOnANumberHasTwoDigits() {
    assertThat(WriteIn.question("c", 255).answers()).hasSize(1);
    assertThat(WriteIn.question("c", 256).answers()).hasSize(2);
    List<String> names = names(300);
    WriteIn many = new WriteIn(2, names);
    for (String name : names) {
      assertThat(many.person(many.row(Optional.of(name)))).contains(name);
    }
    assertThat(many.row(Optional.of("n299"))).containsExactly(1, 44);
    assertThat(many.row(Optional.empty())).containsExactly(0, 0);
    assertThat(new WriteIn(2, names(WriteIn.MOST)).row(Optional.of("n65534")))
        .containsExactly(255, 255);
    List<String> tooMany = names(WriteIn.MOST + 1);
    assertThatThrownBy(() -> new WriteIn(2, tooMany)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoeverIsWrittenInIsCountedAndNumbersOfNobodyAreNot() {
    assertThat(
            WRITE_IN.counts(
                List.of(List.of(3), List.of(1), List.of(3), List.of(4), List.of(255), List.of(0))))
        .containsExactly(1, 0, 2);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  /// The browser's script takes and refuses the same (`numbers.test.mjs`).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 丙",
        "丙 ",
        "丙\u00a0",
        "\ufeff丙",
        "丙\u2028丁",
        "丙\u0085丁",
        "丙\u001f",
        "\u3000丙",
        "丙\u200b丁",
        "丙\t丁"
      })
  void oddNamesAreNone(String name) {
    assertThat(WriteIn.isName(name)).isFalse();
    List<String> people = List.of(name);
    assertThatThrownBy(() -> new WriteIn(2, people)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> read("zhijia-slate/2 approve=1 against=2 write-in=3 people=戊|" + name + "|己"))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void whatSeparatesNamesIsInNone() {
    assertThat(WriteIn.isName("丙|丁")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"丙", "丁 一", "阿依古丽·买买提", "Anna-Lena Ö", "王伟（甲厂）", "𠮷田"})
  void namesAreNames(String name) throws Malformed {
    assertThat(WriteIn.isName(name)).isTrue();
    assertThat(read(" zhijia-slate/2 approve=1 against=2 write-in=3 people=" + name + "\t"))
        .hasSize(1);
  }

  /// Questions 1 and 2 are a slate with the place, 3 takes the number, 5 and 6 are a slate without.
  private static List<UnionSlate> read(String description) throws Malformed {
    var group = Ed25519.group();
    List<String> answers = WriteIn.withPlace(CANDIDATES);
    List<Question> questions = new ArrayList<>();
    questions.add(UnionSlate.approvals("a", answers, 1));
    questions.add(UnionSlate.oppositions("b", answers));
    questions.add(WriteIn.question("c", 3));
    questions.add(WriteIn.question("d", 256));
    questions.add(UnionSlate.approvals("e", CANDIDATES, 1));
    questions.add(UnionSlate.oppositions("f", CANDIDATES));
    return UnionSlate.of(
        new Election(
            description,
            "n",
            group,
            group.generator(),
            questions,
            "11111111111111",
            Optional.empty(),
            Optional.empty()));
  }
}
