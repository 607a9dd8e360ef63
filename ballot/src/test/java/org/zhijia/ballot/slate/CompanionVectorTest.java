package org.zhijia.ballot.slate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.DirectChecks;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.ProofChecks;

/// The vector that `docs/spec/ballot.md` §7 publishes, made again and checked.
class CompanionVectorTest {
  private static final Path VECTOR = Path.of("../docs/spec/vectors/union-slate.json");
  private static final Group GROUP = Ed25519.group();
  private static final List<String> CANDIDATES = List.of("安晨", "白歌", "柏云");
  private static final UnionSlate SLATE = new UnionSlate(0, 1);
  private static final String UUID = "ZhijiaVector11";

  private final Election election =
      new Election(
          SLATE.declaration(),
          "Vector of the union slate",
          GROUP,
          GROUP.generatorPower(GROUP.scalar(20261124)),
          List.of(
              UnionSlate.approvals("赞成", CANDIDATES, 2), UnionSlate.oppositions("反对", CANDIDATES)),
          UUID,
          Optional.empty(),
          Optional.empty());
  private final String fingerprint = Election.fingerprint(JsonText.bytesOf(election));
  private final Credential credential = Credential.parse("11111-111111-11111-111111").orElseThrow();
  private final Vote vote = new Vote(List.of(List.of(1, 0, 0), List.of(0, 1, 0)));
  private final BallotMaker maker =
      new BallotMaker(election, fingerprint, VectorRandomness.counted());
  private final BallotMaker.Made made = maker.make(credential, vote);
  private final Companion companion = Companion.make(List.of(SLATE), maker, made);

  @Test
  void thePublishedVectorIsMadeAgainByteForByte() throws IOException {
    assertThat(vector()).isEqualTo(Files.readString(VECTOR).strip());
  }

  private String vector() {
    JsonText json = new JsonText().open();
    json.field("election").text(text(JsonText.bytesOf(election)));
    json.field("fingerprint").text(fingerprint);
    json.field("credential").text(credential.secretText());
    json.field("vote").openList();
    for (List<Integer> row : vote.rows()) {
      json.openList();
      row.forEach(json::number);
      json.closeList();
    }
    json.closeList();
    json.field("ballot").text(text(made.bytes())).field("tracker").text(made.tracker());
    json.field("companion").text(text(JsonText.bytesOf(companion)));
    json.field("prefixes").texts(prefixes(made.ballot(), made.tracker()));
    return json.close().toString();
  }

  private static List<String> prefixes(Ballot ballot, String tracker) {
    List<String> prefixes = new ArrayList<>();
    for (int candidate = 0; candidate < CANDIDATES.size(); candidate++) {
      prefixes.add(Companion.prefix(ballot, tracker, 0, candidate, sum(ballot, candidate)));
    }
    return prefixes;
  }

  private static Ciphertext.Encoded sum(Ballot ballot, int candidate) {
    return ciphertext(ballot, 0, candidate).times(ciphertext(ballot, 1, candidate)).encoded();
  }

  private static Ciphertext ciphertext(Ballot ballot, int question, int candidate) {
    Ciphertext.Encoded encoded = ballot.answers().get(question).choices().get(candidate);
    return new Ciphertext(
        GROUP.element(encoded.alpha()).orElseThrow(), GROUP.element(encoded.beta()).orElseThrow());
  }

  @Test
  void theCompanionHoldsForItsBallotAlone() {
    assertThat(holds(companion, made)).isTrue();
    BallotMaker.Made again = maker.make(credential, vote);
    assertThat(holds(companion, again)).isFalse();
    assertThat(holds(Companion.make(List.of(SLATE), maker, again), again)).isTrue();
  }

  @Test
  void aVoteForAndAgainstOneCandidateHasNoCompanion() {
    Vote both = new Vote(List.of(List.of(1, 0, 0), List.of(1, 0, 0)));
    BallotMaker.Made conflicting = maker.make(credential, both);
    assertThat(holds(Companion.make(List.of(SLATE), maker, conflicting), conflicting)).isFalse();
  }

  @Test
  void everyNumberOfTheCompanionMatters() throws Malformed {
    String line = text(JsonText.bytesOf(companion));
    List<Proof> proofs = companion.proofs().getFirst().stream().flatMap(List::stream).toList();
    assertThat(proofs).hasSize(2 * CANDIDATES.size());
    for (Proof proof : proofs) {
      for (String number : List.of(proof.challenge().decimal(), proof.response().decimal())) {
        String other = number.equals("1") ? "2" : number.substring(0, number.length() - 1);
        assertThat(holds(read(line.replace("\"" + number + "\"", "\"" + other + "\"")), made))
            .as(number)
            .isFalse();
      }
    }
    assertThat(holds(read(line), made)).isTrue();
  }

  private Companion read(String line) throws Malformed {
    return Companion.read(GROUP, election, List.of(SLATE), line.getBytes(UTF_8));
  }

  private boolean holds(Companion claimed, BallotMaker.Made ballot) {
    DirectChecks checks =
        new DirectChecks(
            GROUP, GROUP.vartimeBase(GROUP.generator()), GROUP.vartimeBase(election.publicKey()));
    for (int candidate = 0; candidate < CANDIDATES.size(); candidate++) {
      Ciphertext.Encoded sum = sum(ballot.ballot(), candidate);
      var alpha = checks.base(sum.alpha()).orElseThrow();
      var beta = checks.base(sum.beta()).orElseThrow();
      checks.addDisjunction(
          Companion.prefix(ballot.ballot(), claimed.tracker(), 0, candidate, sum),
          List.of(new ProofChecks.Claim(alpha, beta, 0), new ProofChecks.Claim(alpha, beta, 1)),
          claimed.proofs().getFirst().get(candidate));
    }
    return claimed.tracker().equals(ballot.tracker()) && checks.firstFailure().isEmpty();
  }

  private static String text(byte[] document) {
    return new String(document, UTF_8);
  }
}
