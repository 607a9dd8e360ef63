package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.SetupData;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;

/// Every reader is given everything that the fuzzer once found worth keeping.
class FuzzCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/org/zhijia/ballot/fuzz");
  private static final AuditOptions ONE_THREAD = new AuditOptions(1, AuditOptions.Progress.SILENT);

  @TempDir Path directory;

  private interface Reader {
    /// Whether what was accepted is what is promised of it.
    boolean read(byte[] input) throws Malformed, ArchiveFault, CeremonyFault, IOException;
  }

  @Test
  void noInputBreaksAReader() throws IOException, Malformed {
    Map<String, Reader> readers = readers();
    assertThat(readers).hasSizeGreaterThan(35);
    List<String> accepted = new ArrayList<>();
    for (Path file : corpus()) {
      byte[] input = Files.readAllBytes(file);
      for (var reader : readers.entrySet()) {
        String what = file.getFileName() + " by " + reader.getKey();
        if (what.contains("admission") && !what.startsWith("credentials")) {
          continue; // the key's tables, laid out anew each time, take most of it
        }
        try {
          assertThat(reader.getValue().read(input)).as(what).isTrue();
          accepted.add(what);
        } catch (Malformed | ArchiveFault | CeremonyFault refused) {
          assertThat(refused.getMessage()).as(what).isNotBlank();
        } catch (RuntimeException | StackOverflowError broken) {
          throw new AssertionError(what, broken);
        }
      }
    }
    assertThat(accepted)
        .contains(
            "ballot-Ed25519-0000 by ballot 1",
            "ballot-Ed25519-slate-0000 by ballot 0",
            "ballot-BELENIOS-2048-0000 by ballot 2",
            "companion-Ed25519-slate-0000 by companion 0",
            "companion-file-Ed25519-slate-0000 by companion file 0",
            "trustees-Ed25519-slate-0000 by trustees 0",
            "credentials-Ed25519-0000 by admission 1",
            "decryption-Ed25519-0000 by decryption 1",
            "tally-Ed25519-0000 by tally 1",
            "ballot-Ed25519-lists-0000 by ballot 4",
            "tally-Ed25519-lists-0000 by tally 4",
            "decryption-Ed25519-lists-0000 by decryption 4",
            "result-Ed25519-lists-0000 by result 4",
            "trustees-Ed25519-lists-0000 by trustees 4",
            "credentials-Ed25519-lists-0000 by admission 4",
            "setup-data-certified-0000 by setup-data",
            "certificate-0000 by certificate",
            "polynomial-0000 by polynomial",
            "share-0000 by share",
            "event-0000 by event")
        .doesNotContain(
            "ballot-Ed25519-0000 by ballot 0",
            "ballot-Ed25519-lists-0000 by ballot 1",
            "ballot-Ed25519-0000 by ballot 4",
            "trustees-Ed25519-0000 by trustees 2");
  }

  private static List<Path> corpus() throws IOException {
    try (var files = Files.list(CORPUS)) {
      return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private Map<String, Reader> readers() throws IOException, Malformed {
    Map<String, Reader> readers = new TreeMap<>();
    readers.put("json", input -> JsonNode.parse(input).path().equals("$"));
    readers.put("event", input -> same(input, Event.read(input).bytes()));
    readers.put("setup-data", input -> SetupData.read(input).certificate().stream().count() < 2);
    readers.put("vote", input -> !Vote.read(input, questions(0)).rows().isEmpty());
    readers.put("owned", input -> PartialDecryption.Owned.read(input).owner() > 0);
    readers.put("sized", input -> EncryptedTally.Sized.read(input).numTallied() >= 0);
    readers.put("credential", FuzzCorpusTest::credential);
    readers.put("election", FuzzCorpusTest::election);
    readers.put("archive", this::archive);
    Group group = read(0).group();
    readers.put("certificate", input -> certificate(group, input));
    readers.put(
        "polynomial", input -> stable(input, Polynomial.read(group, JsonNode.parse(input))));
    readers.put("share", input -> stable(input, ThresholdShare.read(group, JsonNode.parse(input))));
    for (int i = 0; i < 5; i++) {
      ofElection(readers, i);
    }
    return readers;
  }

  private void ofElection(Map<String, Reader> readers, int number) throws IOException, Malformed {
    Election election = read(number);
    byte[] document = document(number);
    Group group = election.group();
    List<Question> questions = election.questions();
    List<UnionSlate> slates = UnionSlate.of(election);
    String of = " " + number;
    readers.put("ballot" + of, input -> same(input, Ballot.read(group, questions, input).bytes()));
    readers.put(
        "tally" + of, input -> same(input, EncryptedTally.read(group, questions, input).bytes()));
    readers.put(
        "decryption" + of, input -> stable(input, PartialDecryption.read(group, questions, input)));
    readers.put("result" + of, input -> stable(input, Result.read(questions, input)));
    readers.put("trustees" + of, input -> stable(input, Trustees.read(group, input)));
    readers.put(
        "companion" + of,
        input -> same(input, JsonText.bytesOf(Companion.read(group, election, slates, input))));
    readers.put("companion file" + of, input -> companionFile(document, input));
    readers.put("scalar" + of, input -> scalar(group, input));
    readers.put("element" + of, input -> element(group, input));
    byte[] trustees = trustees(number);
    readers.put(
        "admission" + of,
        input -> Admission.of(document, trustees, input).check(input, Optional.empty()) != null);
  }

  private static List<Question> questions(int election) throws Malformed {
    try {
      return read(election).questions();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  private static byte[] document(int election) throws IOException {
    return Files.readAllBytes(CORPUS.resolve("election-000" + election));
  }

  private static byte[] trustees(int election) throws IOException {
    List<String> names =
        List.of("Ed25519-slate", "Ed25519", "BELENIOS-2048", "BELENIOS-2048", "Ed25519-lists");
    return Files.readAllBytes(CORPUS.resolve("trustees-" + names.get(election) + "-0000"));
  }

  private static Election read(int election) throws IOException, Malformed {
    return Election.read(document(election));
  }

  private static boolean same(byte[] input, byte[] written) {
    return java.util.Arrays.equals(input, written);
  }

  /// What is written may differ from what was read, but is a document of the same kind.
  private static boolean stable(byte[] input, JsonText.Writable read) throws Malformed {
    byte[] written = JsonText.bytesOf(read);
    return JsonNode.parse(written).path().equals("$") && input.length > 0;
  }

  private static boolean credential(byte[] input) throws Malformed {
    return Credential.parse(new String(input, UTF_8))
        .orElseThrow(() -> new Malformed("$", "no credential"))
        .slipText()
        .startsWith("1");
  }

  private static boolean election(byte[] input) throws Malformed {
    Election election = Election.read(input);
    byte[] written = JsonText.bytesOf(election);
    return UnionSlate.of(election).size() < 3
        && same(written, JsonText.bytesOf(Election.read(written)));
  }

  private static boolean certificate(Group group, byte[] input) throws Malformed, CeremonyFault {
    Certificate certificate = Certificate.read(group, JsonNode.parse(input));
    try {
      new ThresholdCeremony(group, Collections.nCopies(3, certificate));
      return false;
    } catch (CeremonyFault threeTimesTheSame) {
      return certificate.signatureHolds(group) || input.length > 0;
    }
  }

  private static boolean scalar(Group group, byte[] input) throws Malformed {
    String text = new String(input, UTF_8);
    return group
        .scalar(text)
        .orElseThrow(() -> new Malformed("$", "no scalar"))
        .decimal()
        .equals(text);
  }

  private static boolean element(Group group, byte[] input) throws Malformed {
    String text = new String(input, UTF_8);
    return group
        .element(text)
        .orElseThrow(() -> new Malformed("$", "no element"))
        .times(group.neutral())
        .encoding()
        .equals(text);
  }

  private boolean companionFile(byte[] election, byte[] input) throws IOException, Malformed {
    Path file = Files.write(directory.resolve("lines"), input);
    try (CompanionFile lines = CompanionFile.open(file, Election.fingerprint(election))) {
      while (lines.next().isPresent()) {
        assertThat(lines.position()).isLessThanOrEqualTo(input.length);
      }
      return true;
    }
  }

  /// A wrong archive is a verdict, and a box that does not verify is not opened.
  private boolean archive(byte[] input) throws IOException {
    Path file = Files.write(directory.resolve("x.bel"), input);
    Verdict verdict = Audit.verify(file, ONE_THREAD);
    boolean opens = Intake.open(file, ONE_THREAD) instanceof Intake.Opening.Opened;
    return verdict.holds() || !opens;
  }
}
