package org.zhijia.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.CompanionFile;

/// A slate that takes a write-in: ballots and companions of scripts and Java hold for both.
class WriteInScriptsTest {
  private static final int WHOLE = 1 << 16;

  @TempDir Path directory;

  @BeforeAll
  static void nodeIsThere() {
    Node.demand();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 300})
  void writeInsOfBothHoldForBoth(int listed) throws Exception {
    List<String> people = IntStream.range(0, listed).mapToObj(i -> "某某" + i).toList();
    ScriptedElection election = ScriptedElection.writeIn(directory, people, 4);
    List<Integer> nobody = listed < 256 ? List.of(0) : List.of(0, 0);
    List<Integer> second = listed < 256 ? List.of(2) : List.of(0, 2);
    Vote plain = vote(List.of(1, 1, 0, 0, 0), List.of(0, 0, 0, 0, 0), nobody);
    Vote written = vote(List.of(1, 0, 0, 0, 1), List.of(0, 1, 1, 1, 0), second);
    Vote placeAlone = vote(List.of(0, 0, 0, 0, 1), List.of(0, 0, 0, 1, 0), nobody);
    ScriptsTest.cast(election, List.of(plain, written, placeAlone));
    election.castByJava(3, written);
    EncryptedTally tally = election.close();

    assertThat(checks(election.archive())).isEqualTo("0 0");
    var verified = ScriptsTest.verify(election, WHOLE);
    assertThat(verified.path("toShuffle").asString())
        .isEqualTo(new String(tally.bytes(), java.nio.charset.StandardCharsets.UTF_8));
    for (String marker :
        List.of(
            "\"spent\":[{\"challenge\":\"",
            "\"against\":[{\"challenge\":\"",
            "},{\"challenge\":\"")) {
      assertThat(checks(changed(election, marker))).as(marker).isEqualTo("35 35");
    }
  }

  private static Vote vote(List<Integer> approve, List<Integer> against, List<Integer> person) {
    return new Vote(List.of(approve, against, person));
  }

  /// A copy in whose last companion line the digit after the last such marker is another.
  private Path changed(ScriptedElection election, String marker) throws IOException {
    Path folder = Files.createTempDirectory(directory, "changed");
    Path archive = Files.copy(election.archive(), folder.resolve(election.archive().getFileName()));
    String lines = Files.readString(CompanionFile.beside(election.archive()));
    int at = lines.lastIndexOf(marker) + marker.length();
    char other = lines.charAt(at) == '2' ? '3' : '2';
    Files.writeString(
        CompanionFile.beside(archive), lines.substring(0, at) + other + lines.substring(at + 1));
    return archive;
  }

  /// Which checks fail for Java and for the scripts; 0 for none.
  private static String checks(Path archive) throws IOException, Malformed {
    Verdict verdict = Audit.verify(archive, AuditOptions.onAllCores());
    int byJava = verdict instanceof Verdict.Fails fails ? fails.check().number() : 0;
    var companion = Optional.of(CompanionFile.beside(archive));
    return byJava + " " + ScriptsTest.verify(archive, companion, WHOLE).path("check").asInt(0);
  }
}
