package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.audit.Intake.Opening;
import org.zhijia.ballot.audit.Intake.Reception;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;

class IntakeTest {
  @TempDir Path directory;

  @Test
  void whatIsTakenInHolds() throws IOException {
    SmallElection election = slate();
    try (Intake intake = open(election)) {
      assertThat(take(election, intake, 0, "110", "001")).isInstanceOf(Reception.Accepted.class);
      assertThat(take(election, intake, 1, "000", "000")).isInstanceOf(Reception.Accepted.class);
      assertThat(take(election, intake, 0, "100", "000"))
          .isInstanceOfSatisfying(
              Reception.Accepted.class, accepted -> assertThat(accepted.replaced()).isTrue());
      assertThat(intake.counted()).isEqualTo(2);
      intake.closeVoting();
    }
    Verdict verdict = election.verify();
    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().tally()).isPresent();
    assertThat(Intake.open(election.archive, AuditOptions.onAllCores()))
        .isInstanceOf(Opening.Closed.class);
  }

  @Test
  void aSlateBallotWithoutItsCompanionIsRefused() throws IOException {
    SmallElection election = slate();
    try (Intake intake = open(election)) {
      BallotMaker.Made made = made(election, 0, "110", "001");
      assertRefused(intake.take(made.bytes()), Check.COMPANION_BINDING);
      assertThat(intake.counted()).isZero();
    }
  }

  @Test
  void aPlainBallotWithACompanionIsRefused() throws IOException {
    SmallElection election = plain();
    try (Intake intake = open(election)) {
      BallotMaker.Made made = made(election, 0, "010");
      Companion companion = Companion.make(List.of(), election.maker, made);
      assertRefused(intake.take(made.bytes(), companion), Check.COMPANION_BINDING);
      assertThat(intake.take(made.bytes())).isInstanceOf(Reception.Accepted.class);
    }
    assertThat(election.verify().failure()).isEmpty();
  }

  @Test
  void aCandidateBothApprovedAndOpposedIsRefused() throws IOException {
    SmallElection election = slate();
    try (Intake intake = open(election)) {
      assertRefused(take(election, intake, 0, "100", "100"), Check.COMPANION_PROOFS);
    }
    assertThat(election.verify().findings().ballots()).isZero();
  }

  @Test
  void theSameBallotTwiceIsRefused() throws IOException {
    SmallElection election = slate();
    try (Intake intake = open(election)) {
      BallotMaker.Made made = made(election, 0, "110", "001");
      Companion companion = Companion.make(election.slates, election.maker, made);
      assertThat(intake.take(made.bytes(), companion)).isInstanceOf(Reception.Accepted.class);
      take(election, intake, 0, "000", "000");
      assertRefused(intake.take(made.bytes(), companion), Check.BALLOT_ONCE);
    }
    assertThat(election.verify().failure()).isEmpty();
  }

  @Test
  void rubbishIsRefusedAndLeavesNoTrace() throws IOException {
    SmallElection election = plain();
    byte[] before = Files.readAllBytes(election.archive);
    try (Intake intake = open(election)) {
      for (String rubbish : List.of("", "{}", "[", "null", "\u0000")) {
        assertRefused(intake.take(rubbish.getBytes(StandardCharsets.UTF_8)), Check.BALLOT_FORM);
      }
    }
    assertThat(Files.readAllBytes(election.archive)).isEqualTo(before);
  }

  @Test
  void whatACrashLeftBehindIsMended() throws IOException {
    SmallElection election = slate();
    try (Intake intake = open(election)) {
      take(election, intake, 0, "110", "001");
    }
    // The companion's line was written, the ballot's record only half.
    BallotMaker.Made lost = made(election, 1, "010", "000");
    Companion companion = Companion.make(election.slates, election.maker, lost);
    CompanionFile.append(election.companion, companion);
    byte[] whole = Files.readAllBytes(election.archive);
    byte[] firstRecord = Arrays.copyOfRange(whole, 1024, 1024 + 700);
    Files.write(election.archive, firstRecord, StandardOpenOption.APPEND);

    try (Intake intake = open(election)) {
      assertThat(intake.found().ballots()).isEqualTo(1);
      assertThat(intake.take(lost.bytes(), companion)).isInstanceOf(Reception.Accepted.class);
    }
    Verdict verdict = election.verify();
    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().ballots()).isEqualTo(2);
  }

  @Test
  void nothingIsWrittenOverABrokenBox() throws IOException {
    SmallElection election = slate();
    election.cast(0, "110", "001");
    byte[] bytes = Files.readAllBytes(election.archive);
    bytes[bytes.length - 2000] ^= 1;
    Files.write(election.archive, bytes);
    assertThat(Intake.open(election.archive, AuditOptions.onAllCores()))
        .isInstanceOf(Opening.Broken.class);
    assertThat(Files.readAllBytes(election.archive)).isEqualTo(bytes);
  }

  @Test
  void aBoxWithoutItsSetUpIsBroken() throws IOException {
    SmallElection election = plain();
    byte[] whole = Files.readAllBytes(election.archive);
    for (int length : new int[] {1024, 1025, whole.length - 1}) {
      Files.write(election.archive, Arrays.copyOf(whole, length));
      assertThat(Intake.open(election.archive, AuditOptions.onAllCores()))
          .isInstanceOfSatisfying(
              Opening.Broken.class,
              broken -> assertThat(broken.verdict().check()).isEqualTo(Check.RECORDS));
      assertThat(Files.size(election.archive)).isEqualTo(length);
    }
  }

  private static void assertRefused(Reception reception, Check check) {
    assertThat(reception)
        .isInstanceOfSatisfying(
            Reception.Refused.class,
            refused -> assertThat(refused.verdict().check()).isEqualTo(check));
  }

  private static Intake open(SmallElection election) throws IOException {
    Opening opening = Intake.open(election.archive, AuditOptions.onAllCores());
    assertThat(opening).isInstanceOf(Opening.Opened.class);
    return ((Opening.Opened) opening).intake();
  }

  private static BallotMaker.Made made(SmallElection election, int voter, String... rows) {
    return election.maker.make(election.credentials.get(voter), SmallElection.vote(rows));
  }

  private static Reception take(SmallElection election, Intake intake, int voter, String... rows)
      throws IOException {
    BallotMaker.Made made = made(election, voter, rows);
    return intake.take(made.bytes(), Companion.make(election.slates, election.maker, made));
  }

  private SmallElection slate() {
    List<String> candidates = List.of("甲", "乙", "丙");
    return new SmallElection(
        directory,
        SmallElection.Plan.of(
                List.of(
                    UnionSlate.approvals("赞成", candidates, 2),
                    UnionSlate.oppositions("反对", candidates)),
                3)
            .withSlates(new UnionSlate(0, 1)));
  }

  private SmallElection plain() {
    Question question = new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1);
    return new SmallElection(directory, SmallElection.Plan.of(List.of(question), 3));
  }
}
