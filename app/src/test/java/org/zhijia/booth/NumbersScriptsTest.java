package org.zhijia.booth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.shuffle.ShuffleProver;
import org.zhijia.ballot.trustee.ResultMaker;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import tools.jackson.databind.JsonNode;

/// Answers of numbers and their shuffles: what the scripts make, the Java library accepts, and the
/// other way round.
class NumbersScriptsTest {
  private static final Group GROUP = Ed25519.group();
  private static final Randomness RANDOM = Randomness.secure();
  private static final int WHOLE = 1 << 16;

  @TempDir Path directory;

  @BeforeAll
  static void nodeIsThere() {
    Node.demand();
  }

  @Test
  void numbersStandInTheSameElements() {
    Embedding embedding = GROUP.embedding().orElseThrow();
    Random random = new Random(20261128);
    List<List<Integer>> rows = new ArrayList<>(List.of(List.of(0), List.of(0, 0, 0)));
    for (int count = 1; count <= 30; count += 4) {
      rows.add(random.ints(count, 0, 256).boxed().toList());
    }
    List<Integer> generators = IntStream.range(-1, 12).boxed().toList();
    List<String> elements =
        IntStream.range(1, 9)
            .mapToObj(i -> GROUP.generatorPower(GROUP.scalar(i * 7919L)).encoding())
            .toList();

    JsonNode answer =
        Node.ask("embedding", Map.of("rows", rows, "generators", generators, "elements", elements));

    for (int i = 0; i < rows.size(); i++) {
      assertThat(answer.get("embedded").get(i).asString())
          .as(rows.get(i).toString())
          .isEqualTo(embedding.embed(rows.get(i)).encoding());
    }
    for (int i = 0; i < generators.size(); i++) {
      assertThat(answer.get("generators").get(i).asString())
          .isEqualTo(embedding.generator(generators.get(i)).encoding());
    }
    for (int i = 0; i < elements.size(); i++) {
      Element element = GROUP.element(elements.get(i)).orElseThrow();
      assertThat(answer.get("numbers").get(i).toString())
          .isEqualTo(embedding.numbers(element, 30).toString().replace(" ", ""));
    }
  }

  @Test
  void bothShuffleOneAfterTheOtherAndBothDecrypt() throws Exception {
    ScriptedElection election = voted();
    EncryptedTally tally = election.close();
    JsonNode verified = ScriptsTest.verify(election, 10_007);
    assertThat(verified.path("toShuffle").asString()).as(verified + "").isEqualTo(text(tally));
    assertThat(verified.path("tally").asString()).isEmpty();

    String byScript = shuffleByScript(election, tally);
    EncryptedTally once = append(election, 2, tally, byScript);
    String byJava =
        text(
            new ShuffleProver(election.election(), election.fingerprint(), RANDOM)
                .shuffle(once.answers(election.election().questions())));
    EncryptedTally twice = append(election, 1, once, byJava);
    verified = ScriptsTest.verify(election, WHOLE);
    assertThat(verified.path("toShuffle").asString()).as(verified + "").isEqualTo(text(twice));
    assertThat(verified.path("tally").asString()).isEmpty();
    assertThat(verified.get("shuffles").toString())
        .isEqualTo(
            "[{\"owner\":2,\"hash\":\"%s\"},{\"owner\":1,\"hash\":\"%s\"}]"
                .formatted(
                    Sha256.hex(byScript.getBytes(UTF_8)), Sha256.hex(byJava.getBytes(UTF_8))));

    election.writer().endShuffles();
    verified = ScriptsTest.verify(election, 10_007);
    assertThat(verified.path("tally").asString()).as(verified + "").isEqualTo(text(twice));
    assertThat(verified.path("toShuffle").asString()).isEmpty();
    decrypt(election, twice);
  }

  /// Voter 1 votes again; the last voter's ballot is Java's.
  private ScriptedElection voted() throws IOException, Malformed {
    ScriptedElection election = ScriptedElection.numbers(directory, 4);
    ScriptsTest.cast(election, List.of(vote(9, 9), vote(1, 2), vote(255, 0)));
    ScriptsTest.cast(election, List.of(vote(0, 0)));
    election.castByJava(3, vote(7, 7));
    return election;
  }

  private static Vote vote(int first, int second) {
    return new Vote(List.of(List.of(0, 1, 0), List.of(first, second)));
  }

  private static String shuffleByScript(ScriptedElection election, EncryptedTally tally) {
    return Node.ask("shuffle", Map.of("election", election.documentText(), "tally", text(tally)))
        .asString();
  }

  /// Appends a shuffle, which Java reads and writes again as it stands.
  private static EncryptedTally append(
      ScriptedElection election, int owner, EncryptedTally before, String document)
      throws IOException, Malformed {
    var questions = election.election().questions();
    List<List<Ciphertext>> answers = before.answers(questions);
    Shuffle shuffle = Shuffle.read(GROUP, answers, document.getBytes(UTF_8));
    assertThat(text(shuffle)).isEqualTo(document);
    election.writer().shuffle(owner, shuffle);
    return before.shuffled(questions, shuffle.ciphertexts());
  }

  private static void decrypt(ScriptedElection election, EncryptedTally tally) throws Exception {
    var questions = election.election().questions();
    byte[] made = decryptByScript(election, tally).getBytes(UTF_8);
    PartialDecryption byScript = PartialDecryption.read(GROUP, questions, made);
    assertThat(JsonText.bytesOf(byScript)).isEqualTo(made);
    PartialDecryption byJava = decryptByJava(election, tally, 2);
    Map<Integer, PartialDecryption> parts = Map.of(1, byScript, 3, byJava);
    Result result = ResultMaker.make(election.election(), election.trustees(), tally, 4, parts);
    assertThat(result.answers().get(1))
        .containsExactlyInAnyOrder(List.of(0, 0), List.of(1, 2), List.of(255, 0), List.of(7, 7));
    election.announce(parts, result);
    Verdict verdict = Audit.verify(election.archive(), AuditOptions.onAllCores());
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    JsonNode verified = ScriptsTest.verify(election, WHOLE);
    assertThat(verified.path("result").asString()).as(verified + "").isEqualTo(text(result));
  }

  private static String decryptByScript(ScriptedElection election, EncryptedTally tally) {
    return Node.ask(
            "decryption",
            Map.of(
                "seed",
                election.ceremony().seeds().get(0).secretText(),
                "share",
                text(election.ceremony().shares().get(0)),
                "fingerprint",
                election.fingerprint(),
                "tally",
                text(tally)))
        .asString();
  }

  /// Each line writes an archive on wrongly; the scripts and Java name the same check.
  @Test
  void wrongTalliesAndShufflesAreRefusedByBoth() throws Exception {
    ScriptedElection election = voted();
    byte[] open = Files.readAllBytes(election.archive());
    EncryptedTally tally = election.close();
    byte[] closed = Files.readAllBytes(election.archive());
    Shuffle good =
        Shuffle.read(
            GROUP,
            tally.answers(election.election().questions()),
            shuffleByScript(election, tally).getBytes(UTF_8));
    List<Ciphertext> row = good.ciphertexts().getFirst();
    Shuffle reversed = new Shuffle(List.of(row.reversed()), good.proofs());
    Shuffle shorter = new Shuffle(List.of(row.subList(1, row.size())), good.proofs());
    EncryptedTally unsorted =
        tally.shuffled(election.election().questions(), List.of(tally.rows().get(1).reversed()));
    PartialDecryption early = decryptByJava(election, tally, 0);

    assertThat(checks(closed, writer -> writer.shuffle(1, good))).isEqualTo("0 0");
    assertThat(checks(open, writer -> writeTally(writer, unsorted))).isEqualTo("20 20");
    assertThat(checks(closed, writer -> writer.shuffle(1, reversed))).isEqualTo("33 33");
    assertThat(checks(closed, writer -> writer.shuffle(1, shorter))).isEqualTo("32 32");
    assertThat(checks(closed, writer -> writer.shuffle(4, good))).isEqualTo("32 32");
    assertThat(checks(closed, writer -> shuffleTwice(writer, good))).isEqualTo("33 33");
    assertThat(checks(closed, ArchiveWriter::endShuffles)).isEqualTo("4 4");
    assertThat(checks(closed, writer -> writer.partialDecryption(1, early))).isEqualTo("4 4");
  }

  private static void writeTally(ArchiveWriter writer, EncryptedTally tally) throws IOException {
    writer.endBallots();
    writer.encryptedTally(tally, 4, 4);
  }

  /// The second shuffle has to be over what the first one gave.
  private static void shuffleTwice(ArchiveWriter writer, Shuffle good) throws IOException {
    writer.shuffle(1, good);
    writer.shuffle(2, good);
  }

  /// Each line ends an archive wrongly; the scripts and Java name the same check.
  @Test
  void wrongDecryptionsAndResultsAreRefusedByBoth() throws Exception {
    ScriptedElection election = voted();
    EncryptedTally tally = election.close();
    EncryptedTally shuffled = append(election, 3, tally, shuffleByScript(election, tally));
    election.writer().endShuffles();
    byte[] before = Files.readAllBytes(election.archive());
    PartialDecryption first = decryptByJava(election, shuffled, 0);
    PartialDecryption third = decryptByJava(election, shuffled, 2);
    Map<Integer, PartialDecryption> parts = Map.of(1, first, 3, third);
    Result good = ResultMaker.make(election.election(), election.trustees(), shuffled, 4, parts);
    var questions = election.election().questions();
    List<Long> sums = good.rows().getFirst();
    List<List<Integer>> numbers = good.answers().get(1);

    assertThat(checks(before, writer -> end(writer, parts, good))).isEqualTo("0 0");
    var wrongKey = new PartialDecryption(third.factors(), first.proofs());
    assertThat(checks(before, writer -> writer.partialDecryption(1, third))).isEqualTo("22 22");
    assertThat(checks(before, writer -> writer.partialDecryption(3, wrongKey))).isEqualTo("22 22");
    assertThat(checks(before, writer -> writer.partialDecryption(4, first))).isEqualTo("21 21");
    var shorter =
        new PartialDecryption(
            List.of(first.factors().get(0), first.factors().get(1).subList(1, 4)),
            List.of(first.proofs().get(0), first.proofs().get(1).subList(1, 4)));
    assertThat(checks(before, writer -> writer.partialDecryption(1, shorter))).isEqualTo("21 21");
    assertThat(checks(before, writer -> decryptTwice(writer, first))).isEqualTo("21 21");
    assertThat(checks(before, writer -> end(writer, Map.of(3, third), good))).isEqualTo("23 23");
    for (var wrong :
        Map.of(
                "24 24", List.of(sums.get(0), 5L, sums.get(2)),
                "25 25", List.of(sums.get(0), sums.get(1) - 1, sums.get(2)))
            .entrySet()) {
      Result lie = new Result(questions, List.of(wrong.getValue(), List.of()), good.answers());
      assertThat(checks(before, writer -> end(writer, parts, lie))).isEqualTo(wrong.getKey());
    }
    for (var wrong : List.of(List.of(1, 3), List.of(255, 255))) {
      List<List<Integer>> others = new ArrayList<>(numbers);
      others.set(2, wrong);
      Result lie = new Result(questions, good.rows(), List.of(List.of(), others));
      assertThat(checks(before, writer -> end(writer, parts, lie))).isEqualTo("34 34");
    }
    Result fewer = new Result(questions, good.rows(), List.of(List.of(), numbers.subList(1, 4)));
    assertThat(checks(before, writer -> end(writer, parts, fewer))).isEqualTo("34 34");
  }

  private static PartialDecryption decryptByJava(
      ScriptedElection election, EncryptedTally tally, int trustee) throws Exception {
    var ceremony = election.ceremony();
    var share =
        ThresholdCeremony.openShare(ceremony.seeds().get(trustee), ceremony.shares().get(trustee));
    return PartialDecryption.make(GROUP, election.fingerprint(), share, tally, RANDOM);
  }

  private static void decryptTwice(ArchiveWriter writer, PartialDecryption decryption)
      throws IOException {
    writer.partialDecryption(1, decryption);
    writer.partialDecryption(1, decryption);
  }

  private static void end(
      ArchiveWriter writer, Map<Integer, PartialDecryption> parts, Result result)
      throws IOException {
    for (int owner : parts.keySet().stream().sorted().toList()) {
      writer.partialDecryption(owner, parts.get(owner));
    }
    writer.result(result);
  }

  private static String text(JsonText.Writable document) {
    return new String(JsonText.bytesOf(document), UTF_8);
  }

  private interface Writing {
    void write(ArchiveWriter writer) throws IOException;
  }

  /// Which checks fail for Java and for the scripts, 0 for none, once an archive is written on.
  private String checks(byte[] before, Writing writing) throws IOException, Malformed {
    Path path = directory.resolve(Base58.electionId(RANDOM) + ".bel");
    Files.write(path, before);
    try (ArchiveWriter writer = ArchiveWriter.resume(path)) {
      writing.write(writer);
    }
    Verdict verdict = Audit.verify(path, AuditOptions.onAllCores());
    int byJava = verdict instanceof Verdict.Fails fails ? fails.check().number() : 0;
    JsonNode verified = ScriptsTest.verify(path, Optional.empty(), WHOLE);
    return byJava + " " + verified.path("check").asInt(0);
  }
}
