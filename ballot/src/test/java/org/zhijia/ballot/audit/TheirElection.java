package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijia.ballot.audit.BeleniosTool.Peer;
import org.zhijia.ballot.audit.BeleniosTool.Version;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// An election made step by step with belenios-tool.
final class TheirElection {
  final BeleniosTool tool;
  final Path archive;
  private final Path directory;
  private final String uuid;
  private final String group;
  private final Version version;

  TheirElection(Path directory, Peer peer) throws IOException {
    this.directory = directory;
    this.group = "--group=" + peer.group();
    version = peer.version();
    tool = BeleniosTool.in(directory, version);
    uuid = tool.must("", "setup", "generate-token").strip();
    archive = directory.resolve(uuid + ".bel");
  }

  Verdict verdict() throws IOException {
    return Audit.verify(archive, AuditOptions.onAllCores());
  }

  List<String> credentials(String how) throws IOException, Malformed {
    tool.must("", "setup", "generate-credentials", "--uuid=" + uuid, group, how);
    Files.move(only(".pubcreds"), directory.resolve("public_creds.json"));
    return secrets(Files.readString(only(".privcreds")));
  }

  /// 2.0 writes a line for each voter, 3.0 an object.
  private static List<String> secrets(String text) throws Malformed {
    if (!text.startsWith("{")) {
      return text.lines().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    }
    JsonNode secrets = JsonNode.parse(text.getBytes(StandardCharsets.UTF_8));
    List<String> credentials = new ArrayList<>();
    for (String name : secrets.fieldNames()) {
      credentials.add(secrets.field(name).text());
    }
    return credentials;
  }

  void mandatoryTrustees(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      tool.must("", "setup", "generate-trustee-key", group);
    }
    StringBuilder keys = new StringBuilder();
    for (Path key : all(".pubkey")) {
      keys.append(Files.readString(key));
    }
    Files.writeString(directory.resolve("public_keys.jsons"), keys);
  }

  List<String> thresholdTrustees(int threshold, int size) throws IOException {
    List<String> ids = new ArrayList<>();
    StringBuilder certificates = new StringBuilder();
    for (int i = 1; i <= size; i++) {
      List<Path> before = all(".cert");
      ceremony("", version == Version.V2 ? "" : context(i, threshold, size), "--step=1");
      Path certificate =
          all(".cert").stream().filter(path -> !before.contains(path)).findFirst().orElseThrow();
      ids.add(certificate.getFileName().toString().replace(".cert", ""));
      certificates.append(Files.readString(certificate));
    }
    Files.writeString(directory.resolve("certs.jsons"), certificates);
    ceremony("", "--certs=certs.jsons", "--step=2");
    StringBuilder polynomials = new StringBuilder();
    for (int i = 1; i <= size; i++) {
      String rule =
          version == Version.V2 ? "--threshold=" + threshold : context(i, threshold, size);
      String key = "--key=" + ids.get(i - 1) + ".key";
      polynomials.append(ceremony("", rule, "--certs=certs.jsons", key, "--step=3"));
    }
    Files.writeString(directory.resolve("polynomials.jsons"), polynomials);
    ceremony("", "--certs=certs.jsons", "--step=4", "--polynomials=polynomials.jsons");
    StringBuilder outputs = new StringBuilder();
    for (String id : ids) {
      String input = Files.readString(directory.resolve(id + ".vinput"));
      String key = "--key=" + id + ".key";
      outputs.append(ceremony(input, "--certs=certs.jsons", key, "--step=5"));
    }
    String parameters =
        ceremony(
            outputs.toString(),
            "--certs=certs.jsons",
            "--step=6",
            "--polynomials=polynomials.jsons");
    Files.writeString(directory.resolve("threshold.json"), parameters);
    return ids;
  }

  private static String context(int index, int threshold, int size) {
    return "--threshold-context=" + index + "/" + threshold + "/" + size;
  }

  String ceremony(String input, String... arguments) throws IOException {
    Stream<String> all =
        Stream.concat(
            Stream.of("setup", "generate-trustee-key-threshold", group),
            Stream.of(arguments).filter(argument -> !argument.isEmpty()));
    return tool.must(input, all.toArray(String[]::new));
  }

  void open(String... questions) throws IOException {
    tool.must("", "setup", "make-trustees");
    Files.deleteIfExists(directory.resolve("threshold.json"));
    String template =
        "{\"description\":\"说明\",\"name\":\"选举\",\"questions\":["
            + String.join(",", questions)
            + "]}";
    Files.writeString(directory.resolve("template.json"), template);
    tool.must("", "setup", "make-election", "--uuid=" + uuid, group, "--template=template.json");
    tool.must("", "archive", "init");
  }

  void cast(String credential, String vote) throws IOException {
    Files.writeString(directory.resolve("credential.txt"), credential);
    Files.writeString(directory.resolve("vote.json"), vote);
    addEvent(
        "Ballot",
        tool.must(
            "",
            "election",
            "generate-ballot",
            "--privcred=credential.txt",
            version.choice + "vote.json"));
  }

  void tallyAndDecrypt() throws IOException {
    tally();
    decryptMandatory();
    result();
  }

  void tally() throws IOException {
    addEvent("EndBallots", "");
    addEvent("EncryptedTally", tool.must("", "election", "compute-encrypted-tally"));
  }

  void shuffle(int trustee) throws IOException {
    addEvent("Shuffle", tool.must("", "election", "shuffle", "--trustee-id=" + trustee));
  }

  void endShuffles() throws IOException {
    addEvent("EndShuffles", "");
  }

  void decryptMandatory() throws IOException {
    List<Path> keys = all(".privkey");
    List<Integer> numbers = IntStream.rangeClosed(1, keys.size()).boxed().toList();
    for (int number : numbers) {
      String key = "--privkey=" + keys.get(number - 1).getFileName();
      addEvent(
          "PartialDecryption", tool.must("", "election", "decrypt", key, "--trustee-id=" + number));
    }
  }

  void result() throws IOException {
    addEvent("Result", tool.must("", "election", "compute-result"));
    assertThat(tool.run("", "election", "verify").remarks()).contains("all checks passed");
  }

  void addEvent(String type, String payload) throws IOException {
    tool.must(payload, "archive", "add-event", "--type=" + type);
  }

  private Path only(String suffix) throws IOException {
    return all(suffix).getFirst();
  }

  private List<Path> all(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
