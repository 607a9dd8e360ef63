package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// belenios-tool 3.0 makes, we check.
class TheirElectionsStory {
  private static final String PLAIN =
      "{\"answers\":[\"甲\",\"乙\",\"丙\"],\"min\":0,\"max\":2,\"question\":\"推选\"}";
  private static final String BLANK =
      "{\"answers\":[\"赞成\",\"反对\"],\"blank\":true,\"min\":1,\"max\":1,\"question\":\"决议\"}";

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // set before each test
  private BeleniosTool tool;

  @SuppressWarnings("NullAway.Init")
  private String uuid;

  private String group = "--group=Ed25519";

  @BeforeEach
  void findTool() throws IOException {
    tool = BeleniosTool.in(directory);
    uuid = tool.must("", "setup", "generate-token").strip();
  }

  @ParameterizedTest
  @FieldSource("org.zhijia.ballot.group.Group#NAMES")
  void aPlainElectionWithBlanksHolds(String name) throws IOException, Malformed {
    group = "--group=" + name;
    List<String> credentials = credentials("--count=4");
    mandatoryTrustees(2);
    open(PLAIN, BLANK);
    cast(credentials.get(0), "[[1,1,0],[0,1,0]]");
    cast(credentials.get(1), "[[0,0,0],[1,0,0]]");
    cast(credentials.get(2), "[[0,1,0],[0,0,1]]");
    tallyAndDecrypt();

    Verdict verdict = verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(1L, 2L, 0L), List.of(1L, 1L, 1L));
  }

  @Test
  void revotesHold() throws IOException, Malformed {
    List<String> credentials = credentials("--count=2");
    mandatoryTrustees(1);
    open(PLAIN);
    cast(credentials.get(0), "[[1,1,0]]");
    cast(credentials.get(1), "[[1,0,0]]");
    cast(credentials.get(0), "[[0,0,1]]");
    tallyAndDecrypt();

    Verdict verdict = verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().counted()).isEqualTo(2);
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(1L, 0L, 1L));
  }

  @ParameterizedTest
  @FieldSource("org.zhijia.ballot.group.Group#NAMES")
  void weightsHold(String name) throws IOException, Malformed {
    group = "--group=" + name;
    Files.writeString(
        directory.resolve("voters.txt"),
        "a@example.org,a,1\nb@example.org,b,5\nc@example.org,c,1073741824\n");
    List<String> credentials = credentials("--file=voters.txt");
    mandatoryTrustees(1);
    open(PLAIN);
    for (String credential : credentials) {
      cast(credential, "[[1,0,0]]");
    }
    tallyAndDecrypt();

    Verdict verdict = verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(1_073_741_830L, 0L, 0L));
  }

  @ParameterizedTest
  @FieldSource("org.zhijia.ballot.group.Group#NAMES")
  void twoOfThreeTrusteesAndAMandatoryOneHold(String name) throws IOException, Malformed {
    group = "--group=" + name;
    List<String> credentials = credentials("--count=3");
    List<String> seats = thresholdTrustees(2, 3);
    mandatoryTrustees(1);
    open(PLAIN, BLANK);
    cast(credentials.get(0), "[[1,1,0],[0,1,0]]");
    cast(credentials.get(2), "[[1,0,1],[0,0,1]]");
    tally();
    for (int index : List.of(1, 3)) {
      String id = seats.get(index - 1);
      addEvent(
          "PartialDecryption",
          tool.must(
              "",
              "election",
              "decrypt-threshold",
              "--key=" + id + ".key",
              "--decryption-key=" + id + ".dkey",
              "--trustee-id=" + (index + 1)));
    }
    decryptMandatory();
    result();

    Verdict verdict = verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().decryptions()).containsExactly(1, 2, 4);
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(2L, 1L, 1L), List.of(0L, 1L, 1L));
  }

  @Test
  void anElectionStillOpenHoldsSoFar() throws IOException, Malformed {
    List<String> credentials = credentials("--count=2");
    mandatoryTrustees(1);
    open(BLANK);
    cast(credentials.get(1), "[[1,0,0]]");

    Verdict verdict = verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().result()).isEmpty();
    assertThat(verdict.findings().ballots()).isEqualTo(1);
  }

  private Verdict verdict() throws IOException {
    return Audit.verify(directory.resolve(uuid + ".bel"), AuditOptions.onAllCores());
  }

  private List<String> credentials(String how) throws IOException, Malformed {
    tool.must("", "setup", "generate-credentials", "--uuid=" + uuid, group, how);
    Files.move(only(".pubcreds"), directory.resolve("public_creds.json"));
    JsonNode secrets = JsonNode.parse(Files.readAllBytes(only(".privcreds")));
    List<String> credentials = new ArrayList<>();
    for (String name : secrets.fieldNames()) {
      credentials.add(secrets.field(name).text());
    }
    return credentials;
  }

  private void mandatoryTrustees(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      tool.must("", "setup", "generate-trustee-key", group);
    }
    StringBuilder keys = new StringBuilder();
    for (Path key : all(".pubkey")) {
      keys.append(Files.readString(key));
    }
    Files.writeString(directory.resolve("public_keys.jsons"), keys);
  }

  private List<String> thresholdTrustees(int threshold, int size) throws IOException {
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

  private String ceremony(String input, String... arguments) throws IOException {
    Stream<String> all =
        Stream.concat(
            Stream.of("setup", "generate-trustee-key-threshold", group), Stream.of(arguments));
    return tool.must(input, all.toArray(String[]::new));
  }

  private void open(String... questions) throws IOException {
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

  private void cast(String credential, String vote) throws IOException {
    Files.writeString(directory.resolve("credential.txt"), credential);
    Files.writeString(directory.resolve("vote.json"), vote);
    addEvent(
        "Ballot",
        tool.must(
            "", "election", "generate-ballot", "--privcred=credential.txt", "--choice=vote.json"));
  }

  private void tallyAndDecrypt() throws IOException {
    tally();
    decryptMandatory();
    result();
  }

  private void tally() throws IOException {
    addEvent("EndBallots", "");
    addEvent("EncryptedTally", tool.must("", "election", "compute-encrypted-tally"));
  }

  private void decryptMandatory() throws IOException {
    List<Path> keys = all(".privkey");
    List<Integer> numbers = IntStream.rangeClosed(1, keys.size()).boxed().toList();
    for (int number : numbers) {
      String key = "--privkey=" + keys.get(number - 1).getFileName();
      addEvent(
          "PartialDecryption", tool.must("", "election", "decrypt", key, "--trustee-id=" + number));
    }
  }

  private void result() throws IOException {
    addEvent("Result", tool.must("", "election", "compute-result"));
    assertThat(tool.run("", "election", "verify").remarks()).contains("all checks passed");
  }

  private void addEvent(String type, String payload) throws IOException {
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
