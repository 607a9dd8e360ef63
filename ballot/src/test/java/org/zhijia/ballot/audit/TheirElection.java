package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// An election made step by step with belenios-tool 3.0.
final class TheirElection {
  final BeleniosTool tool;
  final Path archive;
  private final Path directory;
  private final String uuid;
  private final String group;

  /// @param name of the group
  TheirElection(Path directory, String name) throws IOException {
    this.directory = directory;
    this.group = "--group=" + name;
    tool = BeleniosTool.in(directory);
    uuid = tool.must("", "setup", "generate-token").strip();
    archive = directory.resolve(uuid + ".bel");
  }

  Verdict verdict() throws IOException {
    return Audit.verify(archive, AuditOptions.onAllCores());
  }

  List<String> credentials(String how) throws IOException, Malformed {
    tool.must("", "setup", "generate-credentials", "--uuid=" + uuid, group, how);
    Files.move(only(".pubcreds"), directory.resolve("public_creds.json"));
    JsonNode secrets = JsonNode.parse(Files.readAllBytes(only(".privcreds")));
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
      String context = "--threshold-context=" + i + "/" + threshold + "/" + size;
      String output = ceremony("", context, "--step=1");
      ids.add(
          output.lines().filter(line -> line.matches("[0-9a-f]{64}")).findFirst().orElseThrow());
      certificates.append(Files.readString(directory.resolve(ids.getLast() + ".cert")));
    }
    Files.writeString(directory.resolve("certs.jsons"), certificates);
    ceremony("", "--certs=certs.jsons", "--step=2");
    StringBuilder polynomials = new StringBuilder();
    for (int i = 1; i <= size; i++) {
      String context = "--threshold-context=" + i + "/" + threshold + "/" + size;
      String key = "--key=" + ids.get(i - 1) + ".key";
      polynomials.append(ceremony("", context, "--certs=certs.jsons", key, "--step=3"));
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

  String ceremony(String input, String... arguments) throws IOException {
    Stream<String> all =
        Stream.concat(
            Stream.of("setup", "generate-trustee-key-threshold", group), Stream.of(arguments));
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
            "", "election", "generate-ballot", "--privcred=credential.txt", "--choice=vote.json"));
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
