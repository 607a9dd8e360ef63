package org.zhijia.ballot.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Check;
import org.zhijia.ballot.audit.SmallElection;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;
import org.zhijia.ballot.trustee.Decryption.Outcome;

class DecryptionTest {
  private static final Question QUESTION =
      new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1);

  @TempDir Path directory;

  @Test
  void aVerifiedTallyIsDecryptedAndMayBeAgain() throws IOException {
    SmallElection election = election(5);
    election.close();
    assertThat(decrypt(election, 5)).isInstanceOf(Outcome.Decrypted.class);
    assertThat(decrypt(election, 5)).isInstanceOf(Outcome.Decrypted.class);
  }

  @Test
  void tooFewBallotsAreNotDecrypted() throws IOException {
    SmallElection election = election(4);
    election.close();
    assertThat(decrypt(election, 5)).isEqualTo(new Outcome.TooFewBallots(4, 5));
    assertThat(decrypt(election, 4)).isInstanceOf(Outcome.Decrypted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1 1 1 1 1 7, 6, 1", // a weight of one's own
    "2 2 2 2 2 7 7 7 7 7, 9, 4", // four of the five with weight 7 have voted
    "9 8 8 8 8 8 7 7 7 7 7, 11, 1"
  })
  void aWeightThatTooFewHaveIsNotDecrypted(String weights, int cast, long fewest)
      throws IOException {
    SmallElection election = weighted(weights, cast);
    assertThat(decrypt(election, 5)).isEqualTo(new Outcome.TooFewOfOneWeight(fewest, 5));
    assertThat(decrypt(election, (int) fewest)).isInstanceOf(Outcome.Decrypted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2 2 2 2 2 7 7 7 7 7, 10",
    "3 3 3 3 3 9, 5" // who alone has weight 9 has not voted
  })
  void aWeightThatEnoughHaveIsDecrypted(String weights, int cast) throws IOException {
    assertThat(decrypt(weighted(weights, cast), 5)).isInstanceOf(Outcome.Decrypted.class);
  }

  @Test
  void anOpenElectionIsNotDecrypted() throws IOException {
    assertThat(decrypt(election(5), 5)).isInstanceOf(Outcome.NotDue.class);
  }

  @Test
  void aTamperedArchiveIsNotDecrypted() throws IOException {
    SmallElection election = election(5);
    election.close();
    byte[] bytes = Files.readAllBytes(election.archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(election.archive, bytes);
    assertThat(decrypt(election, 5))
        .isInstanceOfSatisfying(
            Outcome.ArchiveFails.class,
            fails -> assertThat(fails.verdict().check()).isEqualTo(Check.RECORDS));
  }

  @Test
  void aStrangersKeyDecryptsNothing() throws IOException {
    SmallElection election = election(5);
    election.close();
    Scalar stranger = SmallElection.GROUP.randomScalar(SmallElection.RANDOM);
    assertThat(decryption(election, 5).decrypt(stranger, SmallElection.RANDOM))
        .isInstanceOf(Outcome.NotATrustee.class);
  }

  @Test
  void anotherTallyOfTheSameElectionIsNeverDecrypted() throws IOException {
    SmallElection election = election(6);
    Path before = Files.copy(election.archive, directory.resolve("before"));
    election.close();
    assertThat(decrypt(election, 5)).isInstanceOf(Outcome.Decrypted.class);

    // The same set-up with one ballot less: the difference would be that voter's vote.
    Files.write(election.archive, cutLastBallot(before));
    election.forgetLastVoter();
    election.closeAnew();
    assertThat(decrypt(election, 5)).isInstanceOf(Outcome.DecryptedAnotherTally.class);
  }

  @Test
  void aLineThatACrashCutShortHidesNoneThatFollows() throws IOException {
    Path file = directory.resolve("cut");
    DecryptionMemory memory = DecryptionMemory.inFile(file);
    memory.remember("11111111111111", "a".repeat(64));
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 20));
    memory.remember("22222222222222", "b".repeat(64));

    assertThat(memory.decryptedTally("22222222222222")).contains("b".repeat(64));
    assertThat(memory.decryptedTally("11111111111111").orElseThrow()).isNotEqualTo("a".repeat(64));
    assertThat(memory.decryptedTally("33333333333333")).isEmpty();
  }

  /// The protocol's hash binds neither α nor F (docs/spec/review.md, 4.20): who knows x can choose
  /// B first and let F follow. What comes of it is no small sum, so the result cannot be made, and
  /// one that is claimed all the same does not fit.
  @Test
  void aWrongFactorWithAProofThatHoldsEndsAtTheResult() throws IOException {
    SmallElection election = election(6);
    election.close();
    var tally = election.tally().encrypted();
    var right =
        PartialDecryption.make(
            election.group, election.fingerprint, election.key(1), tally, SmallElection.RANDOM);
    List<List<Element>> factors = new ArrayList<>(right.factors());
    List<List<Proof>> proofs = new ArrayList<>(right.proofs());
    forge(election, tally.rows().getFirst().getFirst().alpha(), factors, proofs);
    PartialDecryption forged = new PartialDecryption(factors, proofs);

    assertThat(forged.factors()).isNotEqualTo(right.factors());
    assertThatThrownBy(
            () -> ResultMaker.make(election.group, election.trustees, tally, 6, Map.of(1, forged)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a partial decryption does not fit");
    election.writer.partialDecryption(1, forged);
    assertThat(election.verify().failure()).isEmpty();
    election.writer.result(
        ResultMaker.make(election.group, election.trustees, tally, 6, Map.of(1, right)));
    assertThat(election.verify().failure().orElseThrow().check()).isEqualTo(Check.RESULT_SUMS);
  }

  /// A = g^w and B at will; then c is known, ρ = w − x·c, and F = (B / α^ρ)^(1/c).
  private static void forge(
      SmallElection election,
      Element alpha,
      List<List<Element>> factors,
      List<List<Proof>> proofs) {
    Group group = election.group;
    Scalar x = election.key(1);
    Scalar w = group.randomScalar(SmallElection.RANDOM);
    Element b = group.generatorPower(group.randomScalar(SmallElection.RANDOM));
    String prefix =
        "decrypt|" + election.fingerprint + "|" + group.generatorPower(x).encoding() + "|";
    String commitments = group.generatorPower(w).encoding() + "," + b.encoding();
    Scalar challenge = Schnorr.challenge(group, prefix + commitments);
    Scalar response = w.minus(x.times(challenge));
    Element factor = b.dividedBy(alpha.power(response)).power(challenge.inverted());
    List<Element> row = new ArrayList<>(factors.getFirst());
    row.set(0, factor);
    factors.set(0, row);
    List<Proof> proofRow = new ArrayList<>(proofs.getFirst());
    proofRow.set(0, new Proof(challenge, response));
    proofs.set(0, proofRow);
  }

  private static byte[] cutLastBallot(Path archive) throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    int end = bytes.length;
    int event = lastRecord(bytes, end);
    int ballot = lastRecord(bytes, event);
    return java.util.Arrays.copyOf(bytes, ballot);
  }

  private static int lastRecord(byte[] bytes, int end) {
    int last = 0;
    int at = 0;
    while (at < end) {
      last = at;
      String octal = new String(bytes, at + 124, 11, java.nio.charset.StandardCharsets.US_ASCII);
      int size = Integer.parseInt(octal, 8);
      at += 512 + (size + 511) / 512 * 512;
    }
    return last;
  }

  private Outcome decrypt(SmallElection election, int minimum) throws IOException {
    return decryption(election, minimum).decrypt(election.key(1), SmallElection.RANDOM);
  }

  private Decryption decryption(SmallElection election, int minimum) {
    DecryptionMemory memory = DecryptionMemory.inFile(directory.resolve("memory"));
    return new Decryption(election.archive, minimum, memory, AuditOptions.onAllCores());
  }

  /// Closed, with ballots of the first voters.
  private SmallElection weighted(String weights, int ballots) throws IOException {
    Long[] given = Stream.of(weights.split(" ")).map(Long::valueOf).toArray(Long[]::new);
    SmallElection election =
        election(SmallElection.Plan.of(List.of(QUESTION), 0).withWeights(given), ballots);
    election.close();
    return election;
  }

  private SmallElection election(int ballots) throws IOException {
    return election(SmallElection.Plan.of(List.of(QUESTION), ballots), ballots);
  }

  private SmallElection election(SmallElection.Plan plan, int ballots) throws IOException {
    SmallElection election =
        new SmallElection(Files.createTempDirectory(directory, "election"), plan);
    for (int voter = 0; voter < ballots; voter++) {
      election.cast(voter, "010");
    }
    return election;
  }
}
