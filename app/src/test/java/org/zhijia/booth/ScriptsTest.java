package org.zhijia.booth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.SignedMessage;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.ResultMaker;
import org.zhijia.ballot.trustee.ThresholdCeremony;

/// The scripts of booth, scrutiny and slips speak the formats of the Java library: what either
/// makes, the other accepts, and refuses as soon as anything in it is changed.
class ScriptsTest {
  private static final Group GROUP = Ed25519.group();
  private static final Randomness RANDOM = Randomness.secure();

  @TempDir Path directory;

  @BeforeAll
  static void nodeIsThere() {
    Node.demand();
  }

  @Test
  void theScriptsPassTheirOwnTests() throws IOException, InterruptedException {
    Node.runTests();
  }

  @Test
  void credentialsAreDerivedAlike() {
    List<Credential> credentials = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      credentials.add(Credential.random(RANDOM));
    }
    String uuid = "ZhijiaRound123";
    var answers =
        Node.ask(
            "credentials",
            Map.of(
                "uuid",
                uuid,
                "credentials",
                credentials.stream().map(Credential::secretText).toList()));
    for (int i = 0; i < credentials.size(); i++) {
      Credential credential = credentials.get(i);
      var answer = answers.get(i);
      assertThat(answer.get("exponent").asString())
          .isEqualTo(credential.exponent(GROUP, uuid).decimal());
      assertThat(answer.get("key").asString()).isEqualTo(credential.publicCredential(GROUP, uuid));
      assertThat(credential.slipText()).endsWith("-" + answer.get("digit").asString());
      assertThat(answer.get("parsed").asString()).isEqualTo(credential.secretText());
    }
  }

  @Test
  void aWholeElectionOfASlateOf40IsMadeByBothAndCheckedByBoth() throws Exception {
    ScriptedElection election = ScriptedElection.slate(directory, 40, 36, 4);
    List<Vote> votes = election.votes();
    cast(election, votes.subList(0, 3));
    cast(election, List.of(votes.get(0)));
    election.castByJava(3, votes.get(3));
    finish(election);
  }

  @Test
  void aResolutionIsMadeByBothAndCheckedByBoth() throws Exception {
    ScriptedElection election = ScriptedElection.resolution(directory, 3);
    cast(
        election,
        List.of(new Vote(List.of(List.of(0, 1, 0))), new Vote(List.of(List.of(1, 0, 0)))));
    election.castByJava(2, new Vote(List.of(List.of(0, 0, 1))));
    finish(election);
  }

  /// JavaScript encrypts, voter i the i-th vote.
  static void cast(ScriptedElection election, List<Vote> votes) throws IOException, Malformed {
    List<Map<String, Object>> given = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) {
      given.add(
          Map.of(
              "credential",
              election.credentials().get(i).secretText(),
              "vote",
              votes.get(i).rows()));
    }
    var answers = Node.ask("ballots", Map.of("election", election.documentText(), "votes", given));
    for (int i = 0; i < votes.size(); i++) {
      var answer = answers.get(i);
      String tracker = answer.get("tracker").asString();
      election.cast(
          i, answer.get("ballot").asString(), answer.get("companion").asString(), tracker);
    }
  }

  /// JavaScript verifies and one of its trustees decrypts with a Java trustee; Java verifies all.
  private void finish(ScriptedElection election) throws Exception {
    EncryptedTally tally = election.close();
    String tallyText = text(tally.bytes());
    for (int chunk : new int[] {1 << 16, 10_007}) {
      var verified = verify(election, chunk);
      assertThat(verified.path("tally").asString()).as(verified.toString()).isEqualTo(tallyText);
      assertThat(verified.get("counted").asInt()).isEqualTo(election.credentials().size());
    }
    assertRefusedWhenChanged(election);

    Map<Integer, PartialDecryption> parts = new HashMap<>();
    var made =
        Node.ask(
            "decryption",
            Map.of(
                "seed",
                election.ceremony().seeds().get(0).secretText(),
                "share",
                text(JsonText.bytesOf(election.ceremony().shares().get(0))),
                "fingerprint",
                election.fingerprint(),
                "tally",
                tallyText));
    byte[] document = made.asString().getBytes(UTF_8);
    var byScript = PartialDecryption.read(GROUP, election.election().questions(), document);
    assertThat(JsonText.bytesOf(byScript)).isEqualTo(document);
    parts.put(1, byScript);
    var share =
        ThresholdCeremony.openShare(
            election.ceremony().seeds().get(2), election.ceremony().shares().get(2));
    parts.put(3, PartialDecryption.make(GROUP, election.fingerprint(), share, tally, RANDOM));
    election.announce(
        parts,
        ResultMaker.make(
            election.election(), election.trustees(), tally, election.credentials().size(), parts));
    Verdict verdict = Audit.verify(election.archive(), AuditOptions.onAllCores());
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    var verified = verify(election, 1 << 16);
    assertThat(verified.path("tally").asString()).isEqualTo(tallyText);
    assertThat(verified.path("result").asString()).contains("{\"result\":[[");
  }

  static tools.jackson.databind.JsonNode verify(ScriptedElection election, int chunk) {
    return verify(election.archive(), election.companion(), chunk);
  }

  static tools.jackson.databind.JsonNode verify(Path archive, Optional<Path> companion, int chunk) {
    Map<String, Object> given = new HashMap<>();
    given.put("archive", archive.toString());
    companion.ifPresent(path -> given.put("companion", path.toString()));
    given.put("chunk", chunk);
    return Node.ask("verification", given);
  }

  /// Negative twins: each number of a ballot and of its companion is changed in turn, and Java's
  /// own archive around it is made anew, so that the ballot's own checks have to notice.
  private void assertRefusedWhenChanged(ScriptedElection election) throws Exception {
    List<String> markers =
        new ArrayList<>(
            List.of(
                "\"alpha\":\"",
                "\"individual_proofs\":[[{\"challenge\":\"",
                "\"overall_proof\":[{\"challenge\":\"",
                "\"proof\":{\"challenge\":\"",
                "\"hash\":\"",
                "\"election_hash\":\"",
                "\"credential\":\""));
    if (election.companion().isEmpty()) {
      markers.add("\"blank_proof\":[{\"challenge\":\"");
    }
    for (String marker : markers) {
      Path changed = election.withFirstBallotChanged(directory, marker);
      var answer = verify(changed, election.companion(), 1 << 16);
      assertThat(answer.path("check").asInt()).as(marker + answer).isBetween(10, 18);
    }
    if (election.companion().isPresent()) {
      assertThat(verify(election.archive(), Optional.empty(), 1 << 16).path("check").asInt())
          .isEqualTo(26);
      Path lines = election.withCompanionChanged(directory);
      assertThat(verify(election.archive(), Optional.of(lines), 1 << 16).path("check").asInt())
          .isEqualTo(28);
    }
    byte[] bytes = Files.readAllBytes(election.archive());
    bytes[bytes.length / 2] ^= 1;
    Path broken = Files.write(directory.resolve("broken.bel"), bytes);
    assertThat(verify(broken, election.companion(), 1 << 16).path("check").asInt()).isBetween(1, 4);
  }

  @Test
  void theChiefScrutineersSignatureIsOneThatJavaChecks() throws Malformed, IOException {
    ScriptedElection election = ScriptedElection.resolution(directory, 1);
    var answer =
        Node.ask(
            "signature",
            Map.of(
                "seed",
                election.ceremony().seeds().get(0).secretText(),
                "uuid",
                "ZhijiaRound123",
                "hash",
                "0a".repeat(32)));
    SignedMessage signed =
        SignedMessage.read(GROUP, JsonNode.parse(answer.asString().getBytes(UTF_8)));
    Certificate chief = election.ceremony().certificates().get(0);
    assertThat(signed.isSignedBy(GROUP, chief.verification())).isTrue();
    assertThat(signed.message()).isEqualTo("zhijia-result|1|ZhijiaRound123|" + "0a".repeat(32));
    Certificate other = election.ceremony().certificates().get(1);
    assertThat(signed.isSignedBy(GROUP, other.verification())).isFalse();
  }

  private static String text(byte[] document) {
    return new String(document, UTF_8);
  }
}
