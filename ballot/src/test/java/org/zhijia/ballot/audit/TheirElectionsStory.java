package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijia.ballot.audit.BeleniosTool.Peer;
import org.zhijia.ballot.audit.BeleniosTool.Version;
import org.zhijia.ballot.json.Malformed;

/// belenios-tool makes, 2.0 and 3.0, we check.
class TheirElectionsStory {
  private static final String PLAIN =
      "{\"answers\":[\"甲\",\"乙\",\"丙\"],\"min\":0,\"max\":2,\"question\":\"推选\"}";
  private static final String BLANK =
      "{\"answers\":[\"赞成\",\"反对\"],\"blank\":true,\"min\":1,\"max\":1,\"question\":\"决议\"}";

  private static final Peer ED25519 = new Peer(Version.V3, "Ed25519");

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("org.zhijia.ballot.audit.BeleniosTool$Peer#all")
  void aPlainElectionWithBlanksHolds(Peer peer) throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, peer);
    List<String> credentials = their.credentials("--count=4");
    their.mandatoryTrustees(2);
    their.open(PLAIN, BLANK);
    their.cast(credentials.get(0), "[[1,1,0],[0,1,0]]");
    their.cast(credentials.get(1), "[[0,0,0],[1,0,0]]");
    their.cast(credentials.get(2), "[[0,1,0],[0,0,1]]");
    their.tallyAndDecrypt();

    Verdict verdict = their.verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(1L, 2L, 0L), List.of(1L, 1L, 1L));
  }

  @Test
  void revotesHold() throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, ED25519);
    List<String> credentials = their.credentials("--count=2");
    their.mandatoryTrustees(1);
    their.open(PLAIN);
    their.cast(credentials.get(0), "[[1,1,0]]");
    their.cast(credentials.get(1), "[[1,0,0]]");
    their.cast(credentials.get(0), "[[0,0,1]]");
    their.tallyAndDecrypt();

    Verdict verdict = their.verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().counted()).isEqualTo(2);
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(1L, 0L, 1L));
  }

  @ParameterizedTest
  @MethodSource("org.zhijia.ballot.audit.BeleniosTool$Peer#all")
  void weightsHold(Peer peer) throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, peer);
    Files.writeString(
        directory.resolve("voters.txt"),
        """
        a@example.org,a,1
        b@example.org,b,1073741823
        c@example.org,c,1073741824
        d@example.org,d,99999999999
        """);
    List<String> credentials = their.credentials("--file=voters.txt");
    assertThat(credentials).hasSize(4);
    their.mandatoryTrustees(1);
    their.open(PLAIN);
    for (String credential : credentials) {
      their.cast(credential, "[[1,0,0]]");
    }
    their.cast(credentials.getFirst(), "[[1,1,0]]");
    their.tallyAndDecrypt();

    Verdict verdict = their.verdict();

    assertThat(verdict.failure()).isEmpty();
    List<Long> sums = verdict.findings().result().orElseThrow().rows().getFirst();
    assertThat(sums.get(0)).isEqualTo(1L + 1_073_741_823L + 1_073_741_824L + 99_999_999_999L);
    assertThat(sums.get(1)).isIn(1L, 1_073_741_823L, 1_073_741_824L, 99_999_999_999L);
    assertThat(sums.get(2)).isZero();
  }

  @ParameterizedTest
  @FieldSource("org.zhijia.ballot.group.Group#NAMES")
  void twoOfThreeTrusteesAndAMandatoryOneHold(String group) throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, new Peer(Version.V3, group));
    List<String> credentials = their.credentials("--count=3");
    List<String> seats = their.thresholdTrustees(2, 3);
    their.mandatoryTrustees(1);
    their.open(PLAIN, BLANK);
    their.cast(credentials.get(0), "[[1,1,0],[0,1,0]]");
    their.cast(credentials.get(2), "[[1,0,1],[0,0,1]]");
    their.tally();
    for (int index : List.of(1, 3)) {
      String id = seats.get(index - 1);
      their.addEvent(
          "PartialDecryption",
          their.tool.must(
              "",
              "election",
              "decrypt-threshold",
              "--key=" + id + ".key",
              "--decryption-key=" + id + ".dkey",
              "--trustee-id=" + (index + 1)));
    }
    their.decryptMandatory();
    their.result();

    Verdict verdict = their.verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().decryptions()).containsExactly(1, 2, 4);
    assertThat(verdict.findings().result().orElseThrow().rows())
        .containsExactly(List.of(2L, 1L, 1L), List.of(0L, 1L, 1L));
  }

  /// In 2.0 nobody signs the list of certificates nor a share, and a certificate does not say its
  /// place. Who may leave these out of a newer ceremony could change it, so all of them are
  /// demanded.
  @Test
  void aThresholdOfTheOlderKindIsRefusedPlainly() throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, new Peer(Version.V2, "BELENIOS-2048"));
    their.credentials("--count=2");
    their.thresholdTrustees(2, 3);
    their.mandatoryTrustees(1);
    their.open(PLAIN);

    Verdict.Fails fails = their.verdict().failure().orElseThrow();

    assertThat(fails.check()).isEqualTo(Check.TRUSTEE_KEYS);
    assertThat(fails.causes()).containsExactly("the field \"context\" is missing");
  }

  @Test
  void anElectionStillOpenHoldsSoFar() throws IOException, Malformed {
    TheirElection their = new TheirElection(directory, ED25519);
    List<String> credentials = their.credentials("--count=2");
    their.mandatoryTrustees(1);
    their.open(BLANK);
    their.cast(credentials.get(1), "[[1,0,0]]");

    Verdict verdict = their.verdict();

    assertThat(verdict.failure()).isEmpty();
    assertThat(verdict.findings().result()).isEmpty();
    assertThat(verdict.findings().ballots()).isEqualTo(1);
  }
}
