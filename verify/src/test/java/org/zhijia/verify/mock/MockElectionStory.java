package org.zhijia.verify.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.verify.Terminal;

/// `mock-election` and `verify` as a stranger uses them.
class MockElectionStory {
  private static final String CANDIDATES = "id,name\nc1,安晨\nc2,白歌\nc3,柏云\n";
  private static final String BALLOTS =
      """
      voter,approve,against
      v1,c1|c2,c3
      v2,c1,
      v3,,c1|c2|c3
      v4,c2|c3,
      v5,c1|c3,c2
      v5,c1,
      v6,c1|c9,
      """;

  @TempDir Path directory;
  private final Terminal terminal = Terminal.english();

  @Test
  void realChoicesAreCountedExactlyAndTheArchiveHolds() throws IOException {
    Path out = mock(CANDIDATES, BALLOTS);
    assertThat(terminal.out()).contains("Verified").contains("do not count: 2");
    assertThat(Files.readString(out.resolve("result.json")))
        .startsWith("{\"ballots\":5,\"rejected\":2,\"seats\":2,")
        .contains("{\"id\":\"c1\",\"name\":\"安晨\",\"approve\":3,\"against\":1}")
        .contains("{\"id\":\"c2\",\"name\":\"白歌\",\"approve\":2,\"against\":2}")
        .contains("{\"id\":\"c3\",\"name\":\"柏云\",\"approve\":2,\"against\":2}");
    assertThat(Files.readAllLines(out.resolve("rejected.csv")))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("7,v5,voter-twice,"))
        .anyMatch(line -> line.startsWith("8,v6,unknown-candidate,"));

    assertThat(terminal.run("verify", archive(out))).isZero();
    assertThat(terminal.out())
        .contains("–  6", "✓  7", "✓ 28", "Verified: all checks hold", "any 2 of 3");
    assertThat(terminal.run("verify", "--json", archive(out))).isZero();
    assertThat(terminal.out()).contains("\"verdict\":\"holds\"").contains("\"ballots\":5");
  }

  @Test
  void itIsHeldInAnyGroupOfTheProtocol() throws IOException {
    Path out = directory.resolve("finite");
    assertThat(terminal.run("mock-election", "--group=BELENIOS-2048", "--seed=1", "--out=" + out))
        .isZero();
    assertThat(terminal.run("verify", archive(out))).isZero();
    assertThat(terminal.out()).contains("Verified: all checks hold");
    assertThat(terminal.run("mock-election", "--group=Ed448", "--out=" + directory.resolve("no")))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("Ed448", "BELENIOS-2048");
  }

  @Test
  void writeInsAreShuffledCountedByNameAndTheirLimitsSaid() throws IOException {
    Path out = directory.resolve("written");
    assertThat(terminal.run("mock-election", "--write-in", "--seed=7", "--out=" + out)).isZero();
    assertThat(terminal.out()).contains("Written in:", "Verified");
    assertThat(terminal.err()).contains("Mind the limits of a write-in", "one by one");
    assertThat(Files.readString(out.resolve("result.json")))
        .containsPattern("\"write_ins\":\\[\\{\"name\":\"...\",\"ballots\":\\d");

    assertThat(terminal.run("verify", archive(out))).isZero();
    assertThat(terminal.out())
        .contains(
            "Shuffled by trustees", "✓ 33", "✓ 34", "✓ 35", "另选他人", "Verified: all checks hold");
    Path refused = directory.resolve("refused");
    assertThat(
            terminal.run(
                "mock-election", "--write-in", "--group=BELENIOS-2048", "--out=" + refused))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("BELENIOS-2048 cannot hold");
  }

  @Test
  void aTamperedArchiveIsAnsweredWithNo() throws IOException {
    Path out = mock(CANDIDATES, BALLOTS);
    Path archive = archive(out);
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    assertThat(terminal.run("verify", archive)).isEqualTo(1);
    assertThat(terminal.out()).contains("✗", "Do not rely on this archive");
  }

  @Test
  void withoutItsCompanionASlateIsNotVerified() throws IOException {
    Path out = mock(CANDIDATES, BALLOTS);
    Path archive = archive(out);
    Files.delete(Path.of(archive.toString().replace(".bel", ".companion")));
    assertThat(terminal.run("verify", archive)).isEqualTo(1);
    assertThat(terminal.out()).contains("✗ 26", "companion was not checked");
  }

  @Test
  void tooFewBallotsAreNeverDecrypted() throws IOException {
    Path out = directory.resolve("few");
    String few = "voter,approve,against\nv1,c1,\nv2,c2,\n";
    int exitCode =
        terminal.run(
            "mock-election",
            "--candidates",
            write("c", CANDIDATES),
            "--ballots",
            write("b", few),
            "--out",
            out);
    assertThat(exitCode).isEqualTo(1);
    assertThat(terminal.out()).contains("Only 2 ballots");
    assertThat(Files.readString(out.resolve("result.json"))).doesNotContain("approve\":");
  }

  @Test
  void theSeedRepeatsTheChoicesAndNotTheKeys() throws IOException {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    for (Path out : List.of(first, second)) {
      assertThat(terminal.run("mock-election", "--seed", 42, "--out", out)).isZero();
    }
    String pattern = "\"uuid\":\"\\w+\",\"archive\":\"[^\"]+\"";
    assertThat(Files.readString(first.resolve("result.json")).replaceAll(pattern, ""))
        .isEqualTo(Files.readString(second.resolve("result.json")).replaceAll(pattern, ""));
    assertThat(archive(first).getFileName()).isNotEqualTo(archive(second).getFileName());
  }

  @Test
  void anElectionIsNeverOverwritten() throws IOException {
    Path out = mock(CANDIDATES, BALLOTS);
    assertThat(terminal.run("mock-election", "--out", out)).isEqualTo(2);
    assertThat(terminal.err()).contains("choose another folder");
  }

  private Path mock(String candidates, String ballots) throws IOException {
    Path out = directory.resolve("out");
    int exitCode =
        terminal.run(
            "mock-election",
            "--candidates",
            write("candidates", candidates),
            "--ballots",
            write("ballots", ballots),
            "--out",
            out);
    assertThat(exitCode).as(terminal.err()).isZero();
    return out;
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name + ".csv"), content);
  }

  private static Path archive(Path out) throws IOException {
    try (var files = Files.list(out)) {
      return files.filter(file -> file.toString().endsWith(".bel")).findFirst().orElseThrow();
    }
  }
}
