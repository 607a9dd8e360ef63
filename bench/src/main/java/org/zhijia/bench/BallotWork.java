package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.CredentialList;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.PublicCredential;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.trustee.ResultMaker;

/// The work that is measured, as programs of their own: making an election of the reference ballot
/// (40 candidates, 1 to 36 marks or blank, and a resolution) and verifying one, on one thread.
final class BallotWork {
  private static final Randomness RANDOM = Randomness.secure();
  private static final int CANDIDATES = 40;
  private static final int SEATS = 36;

  /// Ballots are made on all cores, so many at once.
  private static final int CHUNK = 200;

  private BallotWork() {}

  /// `make BALLOTS DIR group` or `verify ARCHIVE READ|IGNORE|WRITE THREADS`.
  static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "make" -> make(Integer.parseInt(arguments[1]), Path.of(arguments[2]), arguments[3]);
      case "verify" ->
          verify(
              Path.of(arguments[1]),
              AuditOptions.HintUse.valueOf(arguments[2]),
              Integer.parseInt(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void verify(Path archive, AuditOptions.HintUse hints, int threads)
      throws IOException {
    AuditOptions options = new AuditOptions(threads, hints, AuditOptions.Progress.SILENT);
    Verdict verdict = Audit.verify(archive, options);
    if (!verdict.holds()) {
      throw new IllegalStateException("the archive does not verify: " + verdict);
    }
    System.out.println(
        verdict.findings().ballots() + " ballots hold, by hints " + verdict.findings().hinted());
    long heap = Runtime.getRuntime().totalMemory();
    System.out.println("heap at most " + (heap >> 20) + " MB");
  }

  private static void make(int ballots, Path directory, String name) throws IOException {
    Group group = Group.named(name).orElseThrow();
    String uuid = Base58.electionId(RANDOM);
    Scalar secret = group.randomScalar(RANDOM);
    var key = TrusteePublicKey.of(group, secret, Optional.empty(), RANDOM);
    Trustees trustees = new Trustees(List.of(new Trustees.Single(key)));
    Election election =
        new Election(
            "bench",
            "bench",
            group,
            key.publicKey(),
            questions(),
            uuid,
            Optional.empty(),
            Optional.empty());
    byte[] document = JsonText.bytesOf(election);
    List<Credential> credentials = new ArrayList<>();
    List<PublicCredential> list = new ArrayList<>();
    for (int i = 0; i < Math.max(1, ballots); i++) {
      credentials.add(Credential.random(RANDOM));
      list.add(new PublicCredential(credentials.getLast().publicCredential(group, uuid), 1));
    }
    Path archive = directory.resolve(uuid + ".bel");
    try (ArchiveWriter writer = ArchiveWriter.create(archive, System.currentTimeMillis() / 1000)) {
      writer.setup(
          document, JsonText.bytesOf(trustees), JsonText.bytesOf(new CredentialList(list)));
      BallotMaker maker = new BallotMaker(election, Election.fingerprint(document), RANDOM);
      Tally tally = cast(maker, group, election, credentials.subList(0, ballots), writer);
      finish(writer, trustees, election, secret, tally);
    }
    Files.writeString(directory.resolve("credential.txt"), credentials.getFirst().secretText());
    Files.writeString(directory.resolve("vote.json"), rows(vote(1)));
  }

  private static Tally cast(
      BallotMaker maker,
      Group group,
      Election election,
      List<Credential> voters,
      ArchiveWriter writer)
      throws IOException {
    Tally tally = Tally.ofNothing(group, election.questions());
    for (int from = 0; from < voters.size(); from += CHUNK) {
      var chunk = IntStream.range(from, Math.min(voters.size(), from + CHUNK));
      for (var made : chunk.parallel().mapToObj(i -> maker.make(voters.get(i), vote(i))).toList()) {
        writer.ballot(made.bytes());
        tally = tally.plus(tallyOf(group, made));
      }
    }
    return tally;
  }

  private static Tally tallyOf(Group group, BallotMaker.Made made) {
    var rows =
        made.sealed().stream()
            .map(row -> row.stream().map(BallotMaker.Sealed::ciphertext).toList())
            .toList();
    return Tally.ofOne(group, rows, 1);
  }

  /// belenios-tool checks ballots only in an archive that has come to its tally.
  private static void finish(
      ArchiveWriter writer, Trustees trustees, Election election, Scalar secret, Tally tally)
      throws IOException {
    Group group = election.group();
    String fingerprint = Election.fingerprint(JsonText.bytesOf(election));
    writer.endBallots();
    writer.encryptedTally(tally.encrypted(), tally.ballots(), tally.weight());
    PartialDecryption decryption =
        PartialDecryption.make(group, fingerprint, secret, tally.encrypted(), RANDOM);
    writer.partialDecryption(1, decryption);
    writer.result(
        ResultMaker.make(
            group, trustees, tally.encrypted(), tally.weight(), Map.of(1, decryption)));
  }

  static List<Question> questions() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= CANDIDATES; i++) {
      names.add("候选人" + i);
    }
    return List.of(
        new Question.Homomorphic("委员", names, true, 1, SEATS),
        new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1));
  }

  static Vote vote(int voter) {
    List<Integer> row = new ArrayList<>(List.of(0));
    for (int i = 0; i < CANDIDATES; i++) {
      row.add((i + voter) % CANDIDATES < SEATS - voter % 5 ? 1 : 0);
    }
    return new Vote(List.of(row, List.of(0, 1, 0)));
  }

  private static String rows(Vote vote) {
    return vote.rows().toString().replace(" ", "");
  }
}
