package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.audit.AuditOptions.HintUse;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.AnswerStatements;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Eighths;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.HintedPoints;
import org.zhijia.ballot.group.Hints;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.DirectChecks;
import org.zhijia.ballot.proof.HintedChecks;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;
import org.zhijia.ballot.proof.Sha256;

/// Hints make a verification faster; whatever they say, they never decide it.
class HintTest {
  private static final Question PLAIN =
      new Question.Homomorphic("推选", List.of("甲", "乙"), false, 0, 2);
  private static final Question BLANK =
      new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1);
  private static final Group GROUP = SmallElection.GROUP;
  private static final Hints HINTS = GROUP.hints().orElseThrow();

  /// The first points of a record: credential, signature, α and β of the first mark, and then the
  /// four commitments of its proof.
  private static final int FIRST_MARK = 2 * Hints.POINT_BYTES;

  private static final int FIRST_COMMITMENT = 4 * Hints.POINT_BYTES;

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init")
  private SmallElection election;

  @BeforeEach
  void holdAnElection() throws IOException {
    election =
        new SmallElection(
            Files.createDirectory(directory.resolve("good")), Plan.of(List.of(PLAIN, BLANK), 5));
    election.cast(0, "11", "010");
    election.cast(1, "01", "001");
    election.cast(2, "00", "100");
    election.cast(0, "10", "100");
    election.cast(3, "10", "010");
    election.finish(1);
  }

  @Test
  void whatIsWrittenIsReadAndGivesTheSameVerdict() throws IOException {
    Verdict written = verify(election.archive, HintUse.WRITE, 1);
    Verdict direct = verify(election.archive, HintUse.IGNORE, 2);

    assertThat(Files.size(HintFile.beside(election.archive))).isGreaterThan(1000);
    for (int threads : new int[] {1, 2, 7}) {
      Verdict hinted = verify(election.archive, HintUse.READ, threads);
      assertThat(hinted.failure()).isEmpty();
      assertThat(hinted.findings().hinted()).isEqualTo(5);
      assertThat(((Verdict.Holds) hinted).checks()).isEqualTo(((Verdict.Holds) direct).checks());
      assertThat(hinted.findings().tally().orElseThrow().bytes())
          .isEqualTo(direct.findings().tally().orElseThrow().bytes());
    }
    assertThat(written.findings().hinted()).isZero();
    assertThat(direct.findings().hinted()).isZero();
  }

  /// Any hint file at all, beside an archive that holds: it holds, only more slowly.
  @TestFactory
  Stream<DynamicTest> aBadHintFileChangesNothing() throws IOException {
    verify(election.archive, HintUse.WRITE, 1);
    Path file = HintFile.beside(election.archive);
    byte[] good = Files.readAllBytes(file);
    int header = HintFile.header(election.fingerprint).length;
    int firstRecord = 4 + ByteBuffer.wrap(good).getInt(header) * Hints.POINT_BYTES;
    Map<String, UnaryOperator<byte[]>> mischief = new LinkedHashMap<>();
    mischief.put("empty", bytes -> new byte[0]);
    mischief.put("of another election", bytes -> changed(bytes, header - 5));
    mischief.put("ends early", bytes -> Arrays.copyOf(bytes, header + firstRecord + 100));
    mischief.put("a point off the curve", bytes -> changed(bytes, header + 4 + 64));
    mischief.put("a coordinate not below p", bytes -> filled(bytes, header + 4 + 28, (byte) 0xFF));
    mischief.put("a negative count", bytes -> filled(bytes, header, (byte) 0xFF));
    mischief.put("a huge count", bytes -> filled(bytes, header, (byte) 0x7F));
    mischief.put("a record for nothing", bytes -> inserted(bytes, header, new byte[4]));
    mischief.put(
        "a record twice",
        bytes -> inserted(bytes, header, Arrays.copyOfRange(bytes, header, header + firstRecord)));
    mischief.put(
        "two points exchanged",
        bytes -> exchanged(bytes, header + 4 + FIRST_MARK, header + 4 + FIRST_COMMITMENT));
    return mischief.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      Files.write(file, each.getValue().apply(good));
                      Verdict verdict = verify(election.archive, HintUse.READ, 2);
                      assertThat(verdict.failure()).isEmpty();
                      assertThat(verdict.findings().hinted()).isLessThan(5);
                    }));
  }

  /// Whoever makes both ballot and hint can choose commitments that fit the hash of a proof that
  /// proves nothing. Only the product over all hints tells.
  @Test
  void aHintThatFitsTheHashOfAFalseProofIsFound() throws IOException, Malformed {
    Setup setup = setup();
    Forgery forgery = forge(setup);
    Mutant mutant = new Mutant(election);
    mutant.resigned(1, 1, ballot -> forgery.ballot());
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      records.add(honestHint(setup, mutant.ballot(i)));
    }
    byte[] commitments = forgery.commitments().points();
    System.arraycopy(commitments, 0, records.get(1), FIRST_COMMITMENT, commitments.length);

    HintedPoints points = HINTS.read(records.get(1)).orElseThrow();
    assertThat(failureByHint(setup, mutant.ballot(1), points)).as("the hashes fit").isEmpty();
    assertThat(HintedPoints.hold(List.of(points), setup.generator(), setup.publicKey())).isFalse();

    Path archive = mutant.writeInto(Files.createDirectory(directory.resolve("forged")));
    write(HintFile.beside(archive), records);
    for (int threads : new int[] {1, 3}) {
      Verdict.Fails verdict = verify(archive, HintUse.READ, threads).failure().orElseThrow();
      assertThat(verdict.check()).isEqualTo(Check.INDIVIDUAL_PROOFS);
      assertThat(verdict.where()).isEqualTo("ballot 2, answer 1, choice 1");
      assertThat(verdict.findings().ballots()).isEqualTo(1);
    }
  }

  /// (−x, −y) differs from (x, y) by a point of order 2, so it is an eighth of the same member.
  @Test
  void anyEighthOfAMemberWillDo() throws IOException, Malformed {
    Setup setup = setup();
    List<byte[]> records = new ArrayList<>();
    Mutant same = new Mutant(election);
    for (int i = 0; i < 5; i++) {
      byte[] record = honestHint(setup, same.ballot(i));
      for (int at = 0; at < record.length; at += 32) {
        negate(record, at);
      }
      records.add(record);
    }
    write(HintFile.beside(election.archive), records);

    Verdict verdict = verify(election.archive, HintUse.READ, 1);
    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().hinted()).isEqualTo(5);
  }

  @Test
  void aFiniteFieldKnowsOfNoHints() throws IOException {
    Plan plan = Plan.of(List.of(BLANK), 1).in(Group.named("BELENIOS-2048").orElseThrow());
    SmallElection other = new SmallElection(directory, plan);
    other.cast(0, "010");
    other.finish(1);

    assertThat(verify(other.archive, HintUse.WRITE, 1).failure()).isEmpty();
    Verdict verdict = verify(other.archive, HintUse.READ, 1);
    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().hinted()).isZero();
  }

  private record Forgery(String ballot, Eighths commitments) {}

  private Forgery forge(Setup setup) throws Malformed {
    String text = new Mutant(election).ballot(1);
    Ballot ballot =
        Ballot.read(GROUP, election.election.questions(), text.getBytes(StandardCharsets.UTF_8));
    Eighths anything = HINTS.products();
    for (int i = 0; i < 4; i++) {
      anything.begin().times(setup.generator(), GROUP.randomScalar(SmallElection.RANDOM));
    }
    var statements =
        new AnswerStatements(
            ballot.electionHash(), ballot.credential(), ballot.answers().getFirst());
    Scalar hash =
        Schnorr.challenge(
            GROUP, statements.individual(0) + String.join(",", anything.encodeMembers()));
    Scalar first = GROUP.randomScalar(SmallElection.RANDOM);
    List<Proof> proofs =
        List.of(new Proof(first, GROUP.scalar(5)), new Proof(hash.minus(first), GROUP.scalar(6)));
    String forged = new JsonText().list(proofs).toString();
    String proof = "\\{\"challenge\":\"\\d+\",\"response\":\"\\d+\"}";
    return new Forgery(text.replaceFirst("\\[" + proof + "," + proof + "]", forged), anything);
  }

  private Setup setup() throws IOException {
    Audit audit = new Audit(election.archive, AuditOptions.onAllCores());
    audit.advance();
    return audit.state().orElseThrow().setup();
  }

  private static Ticket ticket(String ballot) {
    byte[] bytes = ballot.getBytes(StandardCharsets.UTF_8);
    return new Ticket(new Document(Sha256.hex(bytes), 0, bytes), Optional.empty(), "ballot");
  }

  /// What a server writes that checks the ballot, whatever comes of it.
  private static byte[] honestHint(Setup setup, String ballot) {
    DirectChecks checks = setup.hintingChecks();
    try {
      BallotCheck.run(setup, ticket(ballot), checks, new CheckCounts());
    } catch (Fault forged) {
      assertThat(forged.check()).isEqualTo(Check.INDIVIDUAL_PROOFS);
    }
    return checks.hint().orElseThrow();
  }

  private static OptionalInt failureByHint(Setup setup, String ballot, HintedPoints points) {
    HintedChecks checks = new HintedChecks(GROUP, points, SmallElection.RANDOM);
    try {
      BallotCheck.run(setup, ticket(ballot), checks, new CheckCounts());
      return OptionalInt.empty();
    } catch (Fault fault) {
      return OptionalInt.of(fault.check().number());
    }
  }

  private void write(Path file, List<byte[]> records) throws IOException {
    try (HintFile.Writer writer = new HintFile.Writer(file, election.fingerprint)) {
      for (byte[] record : records) {
        writer.write(Optional.of(record));
      }
    }
  }

  private static Verdict verify(Path archive, HintUse hints, int threads) throws IOException {
    return Audit.verify(archive, new AuditOptions(threads, hints, AuditOptions.Progress.SILENT));
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 1;
    return copy;
  }

  private static byte[] filled(byte[] bytes, int at, byte value) {
    byte[] copy = bytes.clone();
    Arrays.fill(copy, at, at + 4, value);
    return copy;
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] what) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(what);
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  private static byte[] exchanged(byte[] bytes, int a, int b) {
    byte[] copy = bytes.clone();
    System.arraycopy(bytes, a, copy, b, Hints.POINT_BYTES);
    System.arraycopy(bytes, b, copy, a, Hints.POINT_BYTES);
    return copy;
  }

  /// p less a number of 32 bytes, least significant first.
  private static void negate(byte[] bytes, int at) {
    int borrow = 0;
    for (int i = 0; i < 32; i++) {
      int p = i == 0 ? 0xED : i == 31 ? 0x7F : 0xFF;
      int difference = p - (bytes[at + i] & 0xFF) - borrow;
      bytes[at + i] = (byte) difference;
      borrow = difference < 0 ? 1 : 0;
    }
  }
}
