package org.zhijia.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.shuffle.ShuffleProver;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.ballot.trustee.TrusteeSeed;

/// A scrutineer with the seed that a real one keeps in the browser.
final class SimulatedScrutineer {
  private static final Group GROUP = Ed25519.group();

  private final Client client;
  private final String home;
  private final Randomness randomness = Randomness.secure();
  final TrusteeSeed seed = TrusteeSeed.random(GROUP, randomness);
  private @Nullable ThresholdShare share;

  SimulatedScrutineer(Client client, long assembly) {
    this.client = client;
    this.home = "/scrutiny/" + assembly;
    client.get(home);
  }

  private tools.jackson.databind.JsonNode state() {
    return client.get(home + "/state").json();
  }

  private void send(String path, JsonText.Writable content) {
    demandDone(path, client.json(home + path, Map.of("text", text(content))));
  }

  private static String text(JsonText.Writable content) {
    return new String(JsonText.bytesOf(content), StandardCharsets.UTF_8);
  }

  private void demandDone(String path, Client.Answer answer) {
    if (!answer.isDone()) {
      throw new Stuck(home + path, answer);
    }
  }

  /// First round.
  void certify() {
    var state = state();
    var context =
        new Certificate.Context(
            GROUP.name(),
            state.get("size").intValue(),
            state.get("threshold").intValue(),
            state.get("me").intValue());
    send("/certificate", seed.certificate(context, randomness));
  }

  /// Second round, once all have certified.
  void deal() {
    try {
      send("/polynomial", ceremony().polynomial(seed, randomness));
    } catch (CeremonyFault | Malformed fault) {
      throw new IllegalStateException(fault);
    }
  }

  /// Third round, once all have dealt.
  void accept() {
    try {
      List<Polynomial> polynomials = new ArrayList<>();
      for (JsonNode node : messages("polynomials")) {
        polynomials.add(Polynomial.read(GROUP, node));
      }
      ThresholdShare made = ceremony().share(seed, polynomials, randomness);
      send("/share", made);
      share = made;
    } catch (CeremonyFault | Malformed fault) {
      throw new IllegalStateException(fault);
    }
  }

  private ThresholdCeremony ceremony() throws Malformed, CeremonyFault {
    List<Certificate> certificates = new ArrayList<>();
    for (JsonNode node : messages("certificates")) {
      certificates.add(Certificate.read(GROUP, node));
    }
    return new ThresholdCeremony(GROUP, certificates);
  }

  private List<JsonNode> messages(String round) throws Malformed {
    List<JsonNode> nodes = new ArrayList<>();
    for (var text : state().get(round)) {
      nodes.add(node(text.stringValue()));
    }
    return nodes;
  }

  private static JsonNode node(String text) throws Malformed {
    return JsonNode.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A shuffle as it is sent.
  ///
  /// @param base SHA-256 of the tally over which it was made
  record Shuffled(String base, String text) {
    Map<String, String> content() {
      return Map.of("base", base, "text", text);
    }
  }

  /// Verifies the whole archive and shuffles what is decrypted ballot by ballot; sends nothing.
  Shuffled shuffled(String uuid) {
    try {
      Findings findings = verified(uuid);
      Election election = findings.election().orElseThrow();
      EncryptedTally tally = findings.tally().orElseThrow();
      ShuffleProver prover =
          new ShuffleProver(election, findings.fingerprint().orElseThrow(), randomness);
      return new Shuffled(
          Sha256.hex(tally.bytes()), text(prover.shuffle(tally.answers(election.questions()))));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  Client.Answer send(String uuid, Shuffled shuffled) {
    return client.json(home + shufflePath(uuid), shuffled.content());
  }

  private static String shufflePath(String uuid) {
    return "/polls/" + uuid + "/shuffle";
  }

  /// Shuffles, where this vote waits for a shuffle by this scrutineer.
  void shuffle(String uuid) {
    var state = state();
    var shuffles = vote(state, uuid).get("shuffles");
    if (shuffles == null || shuffles.isNull()) {
      return;
    }
    List<Integer> places = new ArrayList<>();
    shuffles.get("places").forEach(place -> places.add(place.intValue()));
    boolean ended = places.size() >= shuffles.get("needed").intValue();
    if (!ended && !places.contains(state.get("me").intValue())) {
      demandDone(shufflePath(uuid), send(uuid, shuffled(uuid)));
    }
  }

  /// Verifies the whole archive and decrypts its sum.
  void decrypt(String uuid) {
    try {
      Findings findings = verified(uuid);
      Scalar key = ThresholdCeremony.openShare(seed, Objects.requireNonNull(share));
      PartialDecryption decryption =
          PartialDecryption.make(
              GROUP,
              findings.fingerprint().orElseThrow(),
              key,
              findings.tally().orElseThrow(),
              randomness);
      send("/polls/" + uuid + "/decryption", decryption);
    } catch (Malformed | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Findings verified(String uuid) throws IOException {
    Path directory = Files.createTempDirectory("zhijia-scrutiny-");
    Path archive = directory.resolve(uuid + ".bel");
    Path companion = CompanionFile.beside(archive);
    try {
      Files.write(archive, client.bytes(home + "/polls/" + uuid + "/archive"));
      if (vote(uuid).hasNonNull("companion")) {
        Files.write(companion, client.bytes(home + "/polls/" + uuid + "/companion"));
      }
      Verdict verdict = Audit.verify(archive, AuditOptions.onAllCores());
      if (verdict instanceof Verdict.Fails fails) {
        throw new Stuck("the archive fails: " + fails.check() + " " + fails.where());
      }
      return verdict.findings();
    } finally {
      Files.deleteIfExists(archive);
      Files.deleteIfExists(companion);
      Files.delete(directory);
    }
  }

  private tools.jackson.databind.JsonNode vote(String uuid) {
    return vote(state(), uuid);
  }

  private static tools.jackson.databind.JsonNode vote(
      tools.jackson.databind.JsonNode state, String uuid) {
    for (var vote : state.get("polls")) {
      if (vote.get("uuid").stringValue().equals(uuid)) {
        return vote;
      }
    }
    throw new Stuck("no vote " + uuid + " for the scrutineers");
  }

  /// How far the vote is, as the scrutineers see it.
  String stage(String uuid) {
    return vote(uuid).get("state").stringValue();
  }

  /// Signs the count; only the chief's signature is taken.
  void sign(String uuid) {
    String message = vote(uuid).get("message").stringValue();
    send("/polls/" + uuid + "/signature", seed.sign(message, randomness));
  }
}
