package org.zhijia.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a teller read comes back as it was, and which written-in names count.
class PaperBallotTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
      +1,4 -2 *王平              | 王平
      +1,4 -2,3 *王平 *李安      | 李安 王平
      +1,4 -2 *王平 *李安        | ''
      +1,4 - *王平               | ''
      +1 -2 *阿依古丽 买买提     | 阿依古丽 买买提
      + -                        | ''
      ?                          | ''
      """)
  void namesCountUpToTheVotesAgainst(String line, String counted) {
    PaperBallot read = PaperBallot.of(line);
    assertThat(PaperBallot.of(read.line())).isEqualTo(read);
    assertThat(String.join(" ", read.validWriteIns())).isEqualTo(counted);
  }

  @ParameterizedTest
  @CsvSource({"王平, 1", "阿依古丽 买买提, 1", "' 王平 ', 1"})
  void aNameOfSeveralWordsIsOnePerson(String name, int persons) {
    PaperBallot ballot = new PaperBallot(true, List.of(1), List.of(2), List.of(name));
    assertThat(PaperBallot.of(ballot.line()).writeIns()).hasSize(persons).contains(name.strip());
  }
}
