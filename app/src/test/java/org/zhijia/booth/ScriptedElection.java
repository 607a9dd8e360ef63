package org.zhijia.booth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Base58;
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
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;

/// An election under the key of a [MixedCeremony], whose ballots come from JavaScript and Java.
final class ScriptedElection {
  private static final Group GROUP = Ed25519.group();
  private static final Randomness RANDOM = Randomness.secure();

  private final MixedCeremony ceremony = MixedCeremony.make();
  private final Trustees trustees = new Trustees(List.of(new Trustees.Threshold(ceremony.key())));
  private final List<Credential> credentials = new ArrayList<>();
  private final List<UnionSlate> slates;
  private final Election election;
  private final byte[] document;
  private final Path archive;
  private final ArchiveWriter writer;
  private final Map<Integer, Tally> last = new HashMap<>();
  private final List<byte[]> ballots = new ArrayList<>();

  private ScriptedElection(
      Path directory, List<Question> questions, List<UnionSlate> slates, int voters)
      throws IOException, Malformed {
    this.slates = slates;
    String uuid = Base58.electionId(RANDOM);
    this.election =
        new Election(
            "选举 \"引号\" / 斜线\n"
                + String.join("\n", slates.stream().map(UnionSlate::declaration).toList()),
            "第五届委员会选举",
            GROUP,
            trustees.electionKey(GROUP),
            questions,
            uuid,
            Optional.of("示例区总工会"),
            Optional.empty());
    this.document = JsonText.bytesOf(election);
    for (int i = 0; i < voters; i++) {
      credentials.add(Credential.random(RANDOM));
    }
    this.archive = directory.resolve(uuid + ".bel");
    this.writer = begin(archive);
    if (!slates.isEmpty()) {
      CompanionFile.create(CompanionFile.beside(archive), fingerprint());
    }
  }

  static ScriptedElection slate(Path directory, int candidates, int seats, int voters)
      throws IOException, Malformed {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= candidates; i++) {
      names.add("候选人" + i);
    }
    return new ScriptedElection(
        directory,
        List.of(UnionSlate.approvals("赞成", names, seats), UnionSlate.oppositions("反对", names)),
        List.of(new UnionSlate(0, 1)),
        voters);
  }

  static ScriptedElection resolution(Path directory, int voters) throws IOException, Malformed {
    return new ScriptedElection(
        directory,
        List.of(new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1)),
        List.of(),
        voters);
  }

  /// A question of two marks and one of two numbers.
  static ScriptedElection numbers(Path directory, int voters) throws IOException, Malformed {
    return new ScriptedElection(
        directory,
        List.of(
            new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1),
            new Question.NonHomomorphic("打分", List.of("甲", "乙"))),
        List.of(),
        voters);
  }

  /// A slate of four candidates for two seats that takes a write-in.
  static ScriptedElection writeIn(Path directory, List<String> people, int voters)
      throws IOException, Malformed {
    WriteIn writeIn = new WriteIn(2, people);
    List<String> names = WriteIn.withPlace(List.of("候选人1", "候选人2", "候选人3", "候选人4"));
    return new ScriptedElection(
        directory,
        List.of(
            UnionSlate.approvals("赞成", names, 2),
            UnionSlate.oppositions("反对", names),
            writeIn.question("另选他人")),
        List.of(new UnionSlate(0, 1, Optional.of(writeIn))),
        voters);
  }

  private ArchiveWriter begin(Path path) throws IOException {
    ArchiveWriter begun = ArchiveWriter.create(path, 1_790_000_000L);
    List<PublicCredential> keys = new ArrayList<>();
    for (Credential credential : credentials) {
      keys.add(new PublicCredential(credential.publicCredential(GROUP, election.uuid()), 1));
    }
    begun.setup(document, JsonText.bytesOf(trustees), JsonText.bytesOf(new CredentialList(keys)));
    return begun;
  }

  /// A slate's votes: voter i leaves i out, opposes the candidate after that, and so on in turns.
  List<Vote> votes() {
    var approved = (Question.Homomorphic) election.questions().getFirst();
    int n = approved.answers().size();
    int seats = approved.max();
    List<Vote> votes = new ArrayList<>();
    for (int voter = 0; voter < credentials.size(); voter++) {
      List<Integer> approvals = new ArrayList<>();
      List<Integer> oppositions = new ArrayList<>();
      for (int c = 0; c < n; c++) {
        int turn = (c + voter) % n;
        approvals.add(turn < seats ? 1 : 0);
        oppositions.add(turn == seats ? 1 : 0);
      }
      votes.add(new Vote(List.of(approvals, oppositions)));
    }
    return votes;
  }

  void castByJava(int voter, Vote vote) throws IOException, Malformed {
    BallotMaker maker = new BallotMaker(election, fingerprint(), RANDOM);
    BallotMaker.Made made = maker.make(credentials.get(voter), vote);
    String line =
        slates.isEmpty()
            ? ""
            : new String(JsonText.bytesOf(Companion.make(slates, maker, made)), UTF_8);
    cast(voter, new String(made.bytes(), UTF_8), line, made.tracker());
  }

  void cast(int voter, String ballot, String companion, String tracker)
      throws IOException, Malformed {
    byte[] bytes = ballot.getBytes(UTF_8);
    Ballot read = Ballot.read(GROUP, election.questions(), bytes);
    assertThat(Ballot.tracker(bytes)).isEqualTo(tracker);
    writer.ballot(bytes);
    ballots.add(bytes);
    if (!slates.isEmpty()) {
      byte[] line = companion.getBytes(UTF_8);
      assertThat(Companion.read(GROUP, election, slates, line).tracker()).isEqualTo(tracker);
      CompanionFile.appendLine(CompanionFile.beside(archive), line);
    }
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (var answer : read.answers()) {
      rows.add(
          answer.choices().stream()
              .map(one -> new Ciphertext(element(one.alpha()), element(one.beta())))
              .toList());
    }
    last.put(voter, Tally.ofOne(GROUP, election.questions(), rows, 1));
  }

  private static Element element(String encoding) {
    return GROUP.element(encoding).orElseThrow();
  }

  EncryptedTally close() throws IOException {
    Tally tally =
        last.values().stream().reduce(Tally.ofNothing(GROUP, election.questions()), Tally::plus);
    EncryptedTally encrypted = tally.encrypted(GROUP, election.questions());
    writer.endBallots();
    writer.encryptedTally(encrypted, tally.ballots(), tally.weight());
    return encrypted;
  }

  /// For acts that only some elections have.
  ArchiveWriter writer() {
    return writer;
  }

  void announce(Map<Integer, PartialDecryption> parts, Result result) throws IOException {
    for (int owner : parts.keySet().stream().sorted().toList()) {
      writer.partialDecryption(owner, parts.get(owner));
    }
    writer.result(result);
    writer.close();
  }

  /// An archive whose one ballot is the first, with the digit after the marker changed.
  Path withFirstBallotChanged(Path directory, String marker) throws IOException {
    Path path = directory.resolve(Base58.electionId(RANDOM) + ".bel");
    try (ArchiveWriter other = begin(path)) {
      String changed = flipAfter(new String(ballots.getFirst(), UTF_8), marker);
      other.ballot(changed.getBytes(UTF_8));
    }
    return path;
  }

  Path withCompanionChanged(Path directory) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(CompanionFile.beside(archive)));
    lines.set(2, flipAfter(lines.get(2), "\"challenge\":\""));
    return Files.writeString(
        directory.resolve("changed.companion"), String.join("\n", lines) + "\n");
  }

  private static String flipAfter(String text, String marker) {
    int at = text.indexOf(marker) + marker.length();
    assertThat(at).as(marker).isGreaterThan(marker.length());
    char other = text.charAt(at) == '2' ? '3' : '2';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  MixedCeremony ceremony() {
    return ceremony;
  }

  Trustees trustees() {
    return trustees;
  }

  Election election() {
    return election;
  }

  List<Credential> credentials() {
    return credentials;
  }

  String documentText() {
    return new String(document, UTF_8);
  }

  String fingerprint() {
    return Election.fingerprint(document);
  }

  Path archive() {
    return archive;
  }

  Optional<Path> companion() {
    return slates.isEmpty() ? Optional.empty() : Optional.of(CompanionFile.beside(archive));
  }
}
