package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Announced;

/// The worked case of paper beside electronic ballots (E7), and what a device cannot do (E4): 115
/// vote with slips, 60 on paper, of 181 who are due.
class ChannelCasesStory {
  private static final int DUE = 181;
  private static final int SLIPS = 115;
  private static final int PAPER = 60;
  private static final Hall HALL = new Hall();

  @BeforeAll
  static void slipsAreDrawn() {
    HALL.makeKey().drawSlips(SLIPS).attend(DUE, SLIPS + PAPER, PAPER);
  }

  /// So many come back in both ways; all approve the first candidate.
  private static String voted(int slips, int paper) {
    String uuid = HALL.prepare("COMMITTEE", 1, Hall.names(2));
    HALL.secretary.act("/polls/" + uuid + "/opening");
    String election = Objects.requireNonNull(HALL.elections().get(uuid));
    IntStream.range(0, slips)
        .parallel()
        .forEach(
            slip -> {
              SimulatedVoter voter = HALL.voter(slip);
              voter.cast(voter.seal(uuid, election, Hall.marks(2, List.of(1), List.of(2))));
            });
    HALL.read(uuid, Pile.of(paper).approve(1));
    return uuid;
  }

  @Test
  void asManyBallotsAsWereIssuedMakeAValidElection() {
    String uuid = voted(SLIPS, PAPER);
    Announced result = HALL.finish(uuid);
    assertThat(result.elected()).containsExactly(Hall.name(1));
    assertThat(result.issued()).isEqualTo(175);
    assertThat(result.returned()).isEqualTo(175);
  }

  @Test
  void moreBallotsThanWereIssuedMakeTheWholeElectionVoid() {
    String uuid = voted(SLIPS, PAPER + 1);
    Announced result = HALL.finish(uuid);
    assertThat(result.returned()).isEqualTo(176);
    assertThat(result.elected()).isEmpty();
    assertThat(HALL.secretary.page("/polls/" + uuid)).contains("选举无效，应重新选举");
  }

  @Test
  void aSurplusInOneWayAloneStopsTheCount() {
    String uuid = voted(SLIPS - 2, PAPER + 1);
    Announced result = HALL.finish(uuid);
    assertThat(result.returned()).isEqualTo(174);
    assertThat(result.elected()).isEmpty();
    assertThat(HALL.secretary.page("/polls/" + uuid)).contains("数字不符，由监票人核查后决定", "请监票人核查后决定");
  }
}
