package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.CredentialsDeclaration;
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
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.shuffle.ShuffleProver;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.trustee.ResultMaker;

/// A whole election, from a seed: every document of every kind, valid, to begin with.
final class SampleElection {
  private static final long TIME = 1_790_000_000L;
  private static final int VOTERS = 3;
  private static final String UUID = "1111111111111A";

  final Group group;
  final Randomness randomness;
  final List<UnionSlate> slates;
  final Election election;
  final byte[] document;
  final byte[] trusteesDocument;
  final byte[] credentialsDocument;
  final List<byte[]> ballots = new ArrayList<>();
  final List<byte[]> companions = new ArrayList<>();
  byte[] tally = {};
  List<List<Ciphertext>> before = List.of();
  byte[] shuffle = {};
  byte[] decryption = {};
  byte[] result = {};
  byte[] archive = {};
  byte[] open = {};
  byte[] companionFile = {};
  Optional<EncryptedTally> toOpen = Optional.empty();
  private final Trustees trustees;
  private final Secrets secrets;
  private final BallotMaker maker;

  /// @param slate what the first questions make, if it is a union slate
  /// @param threshold whether two of three trustees are there beside a mandatory one
  record Shape(
      Group group, List<Question> questions, Optional<UnionSlate> slate, boolean threshold) {}

  /// What its people keep to themselves.
  private record Secrets(
      Scalar mandatory, Optional<SampleCeremony> ceremony, List<Credential> voters) {

    /// The public credentials.
    ///
    /// @param weight of the first voter
    CredentialList listed(Group group, String uuid, long weight) {
      List<PublicCredential> list = new ArrayList<>();
      for (Credential voter : voters) {
        String key = voter.publicCredential(group, uuid);
        list.add(new PublicCredential(key, list.isEmpty() ? weight : 1));
      }
      return new CredentialList(list);
    }

    Trustees trustees(Group group, Randomness randomness) {
      List<Trustees.Item> items = new ArrayList<>();
      items.add(
          new Trustees.Single(
              TrusteePublicKey.of(group, mandatory, Optional.of("监票人"), randomness)));
      ceremony.ifPresent(made -> items.add(new Trustees.Threshold(made.key())));
      return new Trustees(items);
    }
  }

  /// An election of this shape.
  ///
  /// @param weight of the first voter; the others have 1
  static SampleElection of(Shape shape, long weight, Randomness randomness) throws Exception {
    Group group = shape.group();
    Scalar mandatory = group.randomScalar(randomness);
    Optional<SampleCeremony> ceremony =
        shape.threshold() ? Optional.of(SampleCeremony.of(group, randomness)) : Optional.empty();
    List<Credential> voters = new ArrayList<>();
    for (int i = 0; i < VOTERS; i++) {
      voters.add(Credential.parse(Base58.random(22, randomness)).orElseThrow());
    }
    Secrets secrets = new Secrets(mandatory, ceremony, voters);
    Trustees trustees = secrets.trustees(group, randomness);
    byte[] listed = JsonText.bytesOf(secrets.listed(group, UUID, weight));
    Election election =
        new Election(
            shape.slate().isPresent() ? described(shape.slate().get(), listed) : "说明 \"…\" /",
            "选举",
            group,
            trustees.electionKey(group),
            shape.questions(),
            UUID,
            Optional.of("工会"),
            Optional.empty());
    return new SampleElection(election, trustees, secrets, weight, randomness);
  }

  /// An election with a slate names its credentials; those without can have their lists changed.
  private static String described(UnionSlate slate, byte[] listed) throws Malformed {
    return CredentialsDeclaration.of(listed).after(slate.declaration());
  }

  /// The published election of lists, to be held with its own ballots.
  static SampleElection of(ListVector vector, Randomness randomness) throws Exception {
    Secrets secrets = new Secrets(vector.key(), Optional.empty(), vector.credentials());
    Election election = vector.election();
    Trustees trustees = secrets.trustees(election.group(), randomness);
    return new SampleElection(election, trustees, secrets, 1, randomness);
  }

  private SampleElection(
      Election election, Trustees trustees, Secrets secrets, long weight, Randomness randomness)
      throws Malformed {
    this.group = election.group();
    this.randomness = randomness;
    this.slates = UnionSlate.of(election);
    this.election = election;
    this.trustees = trustees;
    this.secrets = secrets;
    this.document = JsonText.bytesOf(election);
    this.trusteesDocument = JsonText.bytesOf(trustees);
    this.credentialsDocument = JsonText.bytesOf(secrets.listed(group, election.uuid(), weight));
    this.maker = new BallotMaker(election, Election.fingerprint(document), randomness);
  }

  /// What is particular about it, for the names of targets.
  String label() {
    return group.name()
        + (slates.isEmpty() ? "" : "-slate")
        + (asks(Question.NonHomomorphic.class) ? "-numbers" : "")
        + (asks(Question.Lists.class) ? "-lists" : "");
  }

  private boolean asks(Class<? extends Question> kind) {
    return election.questions().stream().anyMatch(kind::isInstance);
  }

  Optional<SampleCeremony> ceremony() {
    return secrets.ceremony();
  }

  /// Holds the election: three ballots of this vote, of which one replaces another, tally,
  /// decryptions, result.
  SampleElection held(Path directory, Vote vote, long weight) throws IOException, Malformed {
    List<Cast> all = new ArrayList<>();
    for (int voter : List.of(1, 0, 1)) {
      BallotMaker.Made made = maker.make(secrets.voters().get(voter), vote);
      Optional<Companion> companion =
          slates.isEmpty() ? Optional.empty() : Optional.of(Companion.make(slates, maker, made));
      all.add(new Cast(made.bytes(), companion));
    }
    return held(directory, all, weight);
  }

  /// Holds the election with ballots that were made before, by the same voters, without slates.
  SampleElection held(Path directory, List<byte[]> made) throws IOException, Malformed {
    return held(directory, made.stream().map(one -> new Cast(one, Optional.empty())).toList(), 1);
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Cast(byte[] ballot, Optional<Companion> companion) {}

  private SampleElection held(Path directory, List<Cast> all, long weight)
      throws IOException, Malformed {
    Path file = directory.resolve(election.uuid() + ".bel");
    if (!slates.isEmpty()) {
      CompanionFile.create(CompanionFile.beside(file), Election.fingerprint(document));
    }
    try (ArchiveWriter writer = ArchiveWriter.create(file, TIME)) {
      writer.setup(document, trusteesDocument, credentialsDocument);
      for (Cast one : all) {
        cast(writer, file, one);
      }
      open = Files.readAllBytes(file);
      end(writer, tallyOf(ballots.get(1), weight).plus(tallyOf(ballots.get(2), 1)));
    }
    archive = Files.readAllBytes(file);
    if (!slates.isEmpty()) {
      companionFile = Files.readAllBytes(CompanionFile.beside(file));
      Files.delete(CompanionFile.beside(file));
    }
    Files.delete(file);
    return this;
  }

  /// The same with a certificate of the credentials in its archives.
  SampleElection certified() {
    archive = certified(archive);
    open = certified(open);
    return this;
  }

  private static byte[] certified(byte[] archive) {
    TarRecords records = TarRecords.of(archive);
    records.certify();
    return records.bytes();
  }

  /// A ballot that is not cast.
  byte[] ballot(int voter, Vote vote) {
    return maker.make(secrets.voters().get(voter), vote).bytes();
  }

  /// The secret behind a public credential of this election.
  Optional<Scalar> secretOf(String publicCredential) {
    String uuid = election.uuid();
    return secrets.voters().stream()
        .filter(one -> one.publicCredential(group, uuid).equals(publicCredential))
        .map(one -> one.exponent(group, uuid))
        .findFirst();
  }

  /// An archive that is set up and holds no ballot.
  Path setUp(Path directory) throws IOException {
    Path file = directory.resolve(election.uuid() + ".bel");
    try (ArchiveWriter writer = ArchiveWriter.create(file, TIME)) {
      writer.setup(document, trusteesDocument, credentialsDocument);
    }
    return file;
  }

  private void cast(ArchiveWriter writer, Path file, Cast one) throws IOException {
    writer.ballot(one.ballot());
    ballots.add(one.ballot());
    if (one.companion().isPresent()) {
      companions.add(JsonText.bytesOf(one.companion().get()));
      CompanionFile.append(CompanionFile.beside(file), one.companion().get());
    }
  }

  private Tally tallyOf(byte[] ballot, long weight) throws Malformed {
    List<Question> questions = election.questions();
    List<List<Ciphertext>> rows =
        Ballot.read(group, questions, ballot).answers().stream()
            .map(answer -> answer.choices().stream().map(this::decoded).toList())
            .toList();
    return Tally.ofOne(group, questions, rows, weight);
  }

  private Ciphertext decoded(Ciphertext.Encoded choice) {
    return new Ciphertext(
        group.element(choice.alpha()).orElseThrow(), group.element(choice.beta()).orElseThrow());
  }

  private void end(ArchiveWriter writer, Tally sum) throws IOException {
    var encrypted = sum.encrypted(group, election.questions());
    writer.endBallots();
    writer.encryptedTally(encrypted, sum.ballots(), sum.weight());
    tally = encrypted.bytes();
    before = encrypted.answers(election.questions());
    if (!before.isEmpty()) {
      String fingerprint = Election.fingerprint(document);
      Shuffle shuffled = new ShuffleProver(election, fingerprint, randomness).shuffle(before);
      shuffle = JsonText.bytesOf(shuffled);
      writer.shuffle(1, shuffled);
      writer.endShuffles();
      encrypted = encrypted.shuffled(election.questions(), shuffled.ciphertexts());
    }
    toOpen = Optional.of(encrypted);
    Map<Integer, PartialDecryption> parts = new HashMap<>();
    List<Scalar> keys = new ArrayList<>(List.of(secrets.mandatory()));
    ceremony().ifPresent(made -> keys.addAll(made.shares().subList(0, 2)));
    for (Scalar key : keys) {
      int owner = trustees.numberOf(group.generatorPower(key)).orElseThrow();
      var part =
          PartialDecryption.make(group, Election.fingerprint(document), key, encrypted, randomness);
      parts.put(owner, part);
      writer.partialDecryption(owner, part);
      decryption = JsonText.bytesOf(part);
    }
    Result sums = ResultMaker.make(election, trustees, encrypted, sum.weight(), parts);
    writer.result(sums);
    result = JsonText.bytesOf(sums);
  }
}
