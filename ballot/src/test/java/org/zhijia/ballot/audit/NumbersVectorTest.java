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
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.shuffle.ShuffleProver;
import org.zhijia.ballot.slate.PublishedVector;
import org.zhijia.ballot.slate.VectorRandomness;
import org.zhijia.ballot.trustee.ResultMaker;

/// The vector that `docs/spec/ballot.md` §4.1 publishes, made again and checked: an election with a
/// question of marks and one of numbers, from its ballots to its result, and beside it a ballot of
/// lists.
class NumbersVectorTest {
  private static final Path VECTOR = Path.of("../docs/spec/vectors/numbers.json");
  private static final Group GROUP = Ed25519.group();
  private static final Scalar KEY = GROUP.scalar(20261128);
  private static final List<Vote> VOTES =
      List.of(vote(0, 1, 0, 7, 0), vote(1, 0, 0, 0, 0), vote(0, 0, 1, 255, 200));

  private final Randomness random = VectorRandomness.counted();
  private final Election election =
      election(
          "ZhijiaVector22",
          new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1),
          new Question.NonHomomorphic("打分", List.of("安晨", "白歌")));
  private final String fingerprint = Election.fingerprint(JsonText.bytesOf(election));
  private final List<Credential> credentials =
      List.of(credential('1'), credential('2'), credential('3'));
  private final List<BallotMaker.Made> ballots = ballots();
  private final EncryptedTally tally = tally();
  private final Shuffle shuffle =
      new ShuffleProver(election, fingerprint, random).shuffle(tally.answers(election.questions()));
  private final EncryptedTally shuffled =
      tally.shuffled(election.questions(), shuffle.ciphertexts());
  private final PartialDecryption decryption =
      PartialDecryption.make(GROUP, fingerprint, KEY, shuffled, random);
  private final Trustees trustees =
      new Trustees(
          List.of(
              new Trustees.Single(
                  TrusteePublicKey.of(GROUP, KEY, Optional.empty(), Randomness.secure()))));
  private final Result result =
      ResultMaker.make(election, trustees, shuffled, VOTES.size(), Map.of(1, decryption));

  private final Election lists =
      election(
          "ZhijiaVector33",
          new Question.Lists("名单", List.of(List.of("甲组", "安晨", "白歌"), List.of("乙组", "柏云"))));
  private final BallotMaker.Made listBallot = listBallot();

  private static Vote vote(int blank, int approve, int against, int first, int second) {
    return new Vote(List.of(List.of(blank, approve, against), List.of(first, second)));
  }

  private static Credential credential(char letter) {
    String text = "11111-111111-11111-111111".replace('1', letter);
    return Credential.parse(text).orElseThrow();
  }

  private static Election election(String uuid, Question... questions) {
    return new Election(
        "",
        "Vector of numbers and lists",
        GROUP,
        GROUP.generatorPower(KEY),
        List.of(questions),
        uuid,
        Optional.empty(),
        Optional.empty());
  }

  private List<BallotMaker.Made> ballots() {
    BallotMaker maker = new BallotMaker(election, fingerprint, random);
    List<BallotMaker.Made> made = new ArrayList<>();
    for (int i = 0; i < VOTES.size(); i++) {
      made.add(maker.make(credentials.get(i), VOTES.get(i)));
    }
    return made;
  }

  private EncryptedTally tally() {
    Tally sum = Tally.ofNothing(GROUP, election.questions());
    for (BallotMaker.Made made : ballots) {
      List<List<Ciphertext>> rows =
          made.sealed().stream()
              .map(row -> row.stream().map(BallotMaker.Sealed::ciphertext).toList())
              .toList();
      sum = sum.plus(Tally.ofOne(GROUP, election.questions(), rows, 1));
    }
    return sum.encrypted(GROUP, election.questions());
  }

  private BallotMaker.Made listBallot() {
    String fingerprintOfLists = Election.fingerprint(JsonText.bytesOf(lists));
    BallotMaker maker = new BallotMaker(lists, fingerprintOfLists, random);
    ListAnswers answers =
        new ListAnswers(lists, fingerprintOfLists, credentials.getFirst(), maker, random);
    return answers.ballot(List.of(answers.make(List.of(List.of(1, 0, 1), List.of(0, 0)))));
  }

  @Test
  void thePublishedVectorIsMadeAgainByteForByte() throws IOException {
    PublishedVector.assertMadeAgain(VECTOR, vector());
  }

  private String vector() {
    JsonText json = new JsonText().open();
    json.field("key").text(KEY.decimal());
    json.field("election").text(text(election)).field("fingerprint").text(fingerprint);
    json.field("credentials").texts(credentials.stream().map(Credential::secretText).toList());
    json.field("votes").openList();
    VOTES.forEach(vote -> json.list(vote.rows().stream().map(NumbersVectorTest::numbers).toList()));
    json.closeList().field("ballots").texts(ballots.stream().map(m -> text(m.bytes())).toList());
    json.field("tally").text(text(tally)).field("shuffle").text(text(shuffle));
    json.field("shuffled").text(text(shuffled)).field("decryption").text(text(decryption));
    json.field("result").text(text(result)).field("lists").open();
    json.field("election").text(text(lists));
    json.field("credential").text(credentials.getFirst().secretText());
    json.field("ballot").text(text(listBallot.bytes())).close();
    return json.close().toString();
  }

  private static JsonText.Writable numbers(List<Integer> row) {
    return json -> {
      json.openList();
      row.forEach(json::number);
      json.closeList();
    };
  }

  @Test
  void theVectorIsAnElectionThatHolds(@TempDir Path directory) throws IOException {
    Path archive = directory.resolve(election.uuid() + ".bel");
    try (ArchiveWriter writer = begin(archive, election)) {
      for (BallotMaker.Made made : ballots) {
        writer.ballot(made.bytes());
      }
      writer.endBallots();
      writer.encryptedTally(tally, ballots.size(), ballots.size());
      writer.shuffle(1, shuffle);
      writer.endShuffles();
      writer.partialDecryption(1, decryption);
      writer.result(result);
    }
    Path archiveOfLists = directory.resolve(lists.uuid() + ".bel");
    try (ArchiveWriter writer = begin(archiveOfLists, lists)) {
      writer.ballot(listBallot.bytes());
    }
    for (Path path : List.of(archive, archiveOfLists)) {
      assertThat(Audit.verify(path, AuditOptions.onAllCores())).isInstanceOf(Verdict.Holds.class);
    }
    assertThat(result.rows().getFirst()).containsExactly(1L, 1L, 1L);
    assertThat(result.answers().get(1))
        .containsExactlyInAnyOrder(List.of(7, 0), List.of(0, 0), List.of(255, 200));
  }

  private ArchiveWriter begin(Path archive, Election of) throws IOException {
    ArchiveWriter writer = ArchiveWriter.create(archive, 1_790_000_000L);
    List<PublicCredential> keys = new ArrayList<>();
    for (Credential credential : credentials) {
      keys.add(new PublicCredential(credential.publicCredential(GROUP, of.uuid()), 1));
    }
    writer.setup(
        JsonText.bytesOf(of),
        JsonText.bytesOf(trustees),
        JsonText.bytesOf(new CredentialList(keys)));
    return writer;
  }

  private static String text(JsonText.Writable document) {
    return text(JsonText.bytesOf(document));
  }

  private static String text(byte[] document) {
    return new String(document, UTF_8);
  }
}
