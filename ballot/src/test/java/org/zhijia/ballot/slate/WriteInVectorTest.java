package org.zhijia.ballot.slate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonText;

/// The vector that `docs/spec/ballot.md` §7.5 publishes, made again: two ballots of a slate with a
/// write-in, one that writes somebody in and one that does not. That such ballots hold, and what
/// does not, is tested in `WriteInProofTest`.
class WriteInVectorTest {
  private static final Path VECTOR = Path.of("../docs/spec/vectors/write-in.json");
  private static final Group GROUP = Ed25519.group();
  private static final List<String> ANSWERS = WriteIn.withPlace(List.of("安晨", "白歌", "柏云"));
  private static final WriteIn WRITE_IN = new WriteIn(2, List.of("丁远", "方禾"));
  private static final UnionSlate SLATE = new UnionSlate(0, 1, Optional.of(WRITE_IN));
  private static final List<Vote> VOTES =
      List.of(
          new Vote(List.of(List.of(1, 0, 0, 1), List.of(0, 1, 0, 0), List.of(2))),
          new Vote(List.of(List.of(1, 1, 0, 0), List.of(0, 0, 0, 0), List.of(0))));

  private final Election election =
      new Election(
          SLATE.declaration(),
          "Vector of a write-in",
          GROUP,
          GROUP.generatorPower(GROUP.scalar(20261129)),
          List.of(
              UnionSlate.approvals("赞成", ANSWERS, 2),
              UnionSlate.oppositions("反对", ANSWERS),
              WRITE_IN.question("另选他人")),
          "ZhijiaVector44",
          Optional.empty(),
          Optional.empty());
  private final String fingerprint = Election.fingerprint(JsonText.bytesOf(election));
  private final Credential credential = Credential.parse("11111-111111-11111-111111").orElseThrow();

  @Test
  void thePublishedVectorIsMadeAgainByteForByte() throws IOException {
    PublishedVector.assertMadeAgain(VECTOR, vector());
  }

  private String vector() {
    BallotMaker maker = new BallotMaker(election, fingerprint, VectorRandomness.counted());
    List<String> ballots = new ArrayList<>();
    List<String> companions = new ArrayList<>();
    for (Vote vote : VOTES) {
      BallotMaker.Made made = maker.make(credential, vote);
      ballots.add(new String(made.bytes(), UTF_8));
      companions.add(new JsonText().value(Companion.make(List.of(SLATE), maker, made)).toString());
    }
    JsonText json = new JsonText().open();
    json.field("election").text(new JsonText().value(election).toString());
    json.field("fingerprint").text(fingerprint).field("credential").text(credential.secretText());
    json.field("votes").openList();
    for (Vote vote : VOTES) {
      json.openList();
      for (List<Integer> row : vote.rows()) {
        json.openList();
        row.forEach(json::number);
        json.closeList();
      }
      json.closeList();
    }
    json.closeList().field("ballots").texts(ballots).field("companions").texts(companions);
    return json.close().toString();
  }
}
