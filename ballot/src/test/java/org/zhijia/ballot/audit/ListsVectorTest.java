package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.CredentialList;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.PublicCredential;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.slate.PublishedVector;
import org.zhijia.ballot.slate.VectorRandomness;
import org.zhijia.ballot.trustee.ResultMaker;

/// The vector of lists that `docs/spec/ballot.md` §4.2 publishes, made again and checked. The
/// library makes no ballot of lists; whoever needs one, as the fuzzer of `bench/` does, takes it
/// from here.
class ListsVectorTest {
  private static final Path VECTOR = Path.of("../docs/spec/vectors/lists.json");
  private static final Group GROUP = Ed25519.group();
  private static final Scalar KEY = GROUP.scalar(20261127);

  private final Randomness random = VectorRandomness.counted();
  private final Election election =
      new Election(
          "",
          "Vector of lists",
          GROUP,
          GROUP.generatorPower(KEY),
          List.of(
              new Question.Lists(
                  "名单", List.of(List.of("甲组", "安晨", "白歌"), List.of("乙组", "柏云", "程远")))),
          "ZhijiaVector44",
          Optional.empty(),
          Optional.empty());
  private final String fingerprint = Election.fingerprint(JsonText.bytesOf(election));
  private final List<Credential> credentials =
      List.of(credential('1'), credential('2'), credential('3'));

  /// In the order in which they are cast; the second voter comes again.
  private final List<BallotMaker.Made> ballots =
      List.of(
          ballot(1, List.of(List.of(1, 1, 1), List.of(0, 0, 0))),
          ballot(0, List.of(List.of(1, 0, 1), List.of(0, 0, 0))),
          ballot(1, List.of(List.of(0, 0, 0), List.of(1, 1, 0))));

  private final EncryptedTally tally =
      tallyOf(ballots.get(1)).plus(tallyOf(ballots.get(2))).encrypted(GROUP, election.questions());
  private final PartialDecryption decryption =
      PartialDecryption.make(GROUP, fingerprint, KEY, tally, random);
  private final Trustees trustees =
      new Trustees(
          List.of(
              new Trustees.Single(
                  TrusteePublicKey.of(GROUP, KEY, Optional.empty(), Randomness.secure()))));
  private final Result result =
      ResultMaker.make(election, trustees, tally, 2, Map.of(1, decryption));

  private static Credential credential(char letter) {
    String text = "11111-111111-11111-111111".replace('1', letter);
    return Credential.parse(text).orElseThrow();
  }

  private BallotMaker.Made ballot(int voter, List<List<Integer>> marks) {
    BallotMaker maker = new BallotMaker(election, fingerprint, random);
    ListAnswers answers =
        new ListAnswers(election, fingerprint, credentials.get(voter), maker, random);
    return answers.ballot(List.of(answers.make(marks)));
  }

  private Tally tallyOf(BallotMaker.Made made) {
    List<List<Ciphertext>> rows =
        made.sealed().stream()
            .map(row -> row.stream().map(BallotMaker.Sealed::ciphertext).toList())
            .toList();
    return Tally.ofOne(GROUP, election.questions(), rows, 1);
  }

  @Test
  void thePublishedVectorIsMadeAgainByteForByte() throws IOException {
    PublishedVector.assertMadeAgain(VECTOR, vector());
  }

  private String vector() {
    JsonText json = new JsonText().open();
    json.field("key").text(KEY.decimal());
    json.field("election").text(text(JsonText.bytesOf(election)));
    json.field("fingerprint").text(fingerprint);
    json.field("credentials").texts(credentials.stream().map(Credential::secretText).toList());
    json.field("ballots").texts(ballots.stream().map(made -> text(made.bytes())).toList());
    json.field("tally").text(text(tally.bytes()));
    json.field("decryption").text(text(JsonText.bytesOf(decryption)));
    json.field("result").text(text(JsonText.bytesOf(result)));
    return json.close().toString();
  }

  private static String text(byte[] document) {
    return new String(document, UTF_8);
  }

  @Test
  void theVectorIsAnElectionThatHolds(@TempDir Path directory) throws IOException {
    Path archive = directory.resolve(election.uuid() + ".bel");
    List<PublicCredential> keys = new ArrayList<>();
    for (Credential credential : credentials) {
      keys.add(new PublicCredential(credential.publicCredential(GROUP, election.uuid()), 1));
    }
    try (ArchiveWriter writer = ArchiveWriter.create(archive, 1_790_000_000L)) {
      writer.setup(
          JsonText.bytesOf(election),
          JsonText.bytesOf(trustees),
          JsonText.bytesOf(new CredentialList(keys)));
      for (BallotMaker.Made made : ballots) {
        writer.ballot(made.bytes());
      }
      writer.endBallots();
      writer.encryptedTally(tally, 2, 2);
      writer.partialDecryption(1, decryption);
      writer.result(result);
    }

    assertThat(Audit.verify(archive, AuditOptions.onAllCores())).isInstanceOf(Verdict.Holds.class);
    assertThat(JsonText.bytesOf(result)).asString(UTF_8).contains("[[[1,0,1],[1,1,0]]]");
  }
}
