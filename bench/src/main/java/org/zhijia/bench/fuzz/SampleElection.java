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
import org.zhijia.ballot.shuffle.ShuffleProver;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.trustee.ResultMaker;

/// A whole election, from a seed: every document of every kind, valid, to begin with.
final class SampleElection {
  private static final long TIME = 1_790_000_000L;
  private static final String UUID = "1111111111111A";

  final Group group;
  final Randomness randomness;
  final List<UnionSlate> slates;
  final Election election;
  final byte[] document;
  final byte[] trusteesDocument;
  final byte[] credentialsDocument;
  final Optional<SampleCeremony> ceremony;
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
  private final Scalar mandatory;
  private final List<Credential> credentials = new ArrayList<>();
  private final BallotMaker maker;

  /// @param slate what the first questions make, if it is a union slate
  /// @param threshold whether two of three trustees are there beside a mandatory one
  record Shape(
      Group group, List<Question> questions, Optional<UnionSlate> slate, boolean threshold) {}

  SampleElection(Shape shape, long weight, Randomness randomness) throws Exception {
    this.group = shape.group();
    this.randomness = randomness;
    this.slates = shape.slate().stream().toList();
    this.mandatory = group.randomScalar(randomness);
    this.ceremony =
        shape.threshold() ? Optional.of(SampleCeremony.of(group, randomness)) : Optional.empty();
    this.trustees = new Trustees(items());
    String description = shape.slate().map(UnionSlate::declaration).orElse("说明 \"…\" /");
    this.election =
        new Election(
            description,
            "选举",
            group,
            trustees.electionKey(group),
            shape.questions(),
            UUID,
            Optional.of("工会"),
            Optional.empty());
    this.document = JsonText.bytesOf(election);
    this.trusteesDocument = JsonText.bytesOf(trustees);
    List<PublicCredential> list = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      credentials.add(Credential.parse(Base58.random(22, randomness)).orElseThrow());
      String key = credentials.getLast().publicCredential(group, UUID);
      list.add(new PublicCredential(key, i == 0 ? weight : 1));
    }
    this.credentialsDocument = JsonText.bytesOf(new CredentialList(list));
    this.maker = new BallotMaker(election, Election.fingerprint(document), randomness);
  }

  /// What is particular about it, for the names of targets.
  String label() {
    boolean numbers =
        election.questions().stream().anyMatch(Question.NonHomomorphic.class::isInstance);
    return group.name() + (slates.isEmpty() ? "" : "-slate") + (numbers ? "-numbers" : "");
  }

  private List<Trustees.Item> items() {
    List<Trustees.Item> items = new ArrayList<>();
    items.add(
        new Trustees.Single(TrusteePublicKey.of(group, mandatory, Optional.of("监票人"), randomness)));
    ceremony.ifPresent(made -> items.add(new Trustees.Threshold(made.key())));
    return items;
  }

  /// Holds the election: three ballots, of which one replaces another, tally, decryptions, result.
  SampleElection held(Path directory, Vote vote, long weight) throws IOException {
    Path file = directory.resolve(UUID + ".bel");
    if (!slates.isEmpty()) {
      CompanionFile.create(CompanionFile.beside(file), Election.fingerprint(document));
    }
    Tally sum = Tally.ofNothing(group, election.questions());
    try (ArchiveWriter writer = ArchiveWriter.create(file, TIME)) {
      writer.setup(document, trusteesDocument, credentialsDocument);
      cast(writer, file, maker.make(credentials.get(1), vote));
      BallotMaker.Made heavy = maker.make(credentials.get(0), vote);
      sum = sum.plus(tallyOf(heavy, weight));
      cast(writer, file, heavy);
      BallotMaker.Made last = maker.make(credentials.get(1), vote);
      sum = sum.plus(tallyOf(last, 1));
      cast(writer, file, last);
      open = Files.readAllBytes(file);
      end(writer, sum);
    }
    archive = Files.readAllBytes(file);
    if (!slates.isEmpty()) {
      companionFile = Files.readAllBytes(CompanionFile.beside(file));
      Files.delete(CompanionFile.beside(file));
    }
    Files.delete(file);
    return this;
  }

  /// A ballot that is not cast.
  byte[] ballot(int voter, Vote vote) {
    return maker.make(credentials.get(voter), vote).bytes();
  }

  /// The secret behind a public credential of this election.
  Optional<Scalar> secretOf(String publicCredential) {
    return credentials.stream()
        .filter(one -> one.publicCredential(group, UUID).equals(publicCredential))
        .map(one -> one.exponent(group, UUID))
        .findFirst();
  }

  /// An archive that is set up and holds no ballot.
  Path setUp(Path directory) throws IOException {
    Path file = directory.resolve(UUID + ".bel");
    try (ArchiveWriter writer = ArchiveWriter.create(file, TIME)) {
      writer.setup(document, trusteesDocument, credentialsDocument);
    }
    return file;
  }

  private void cast(ArchiveWriter writer, Path file, BallotMaker.Made made) throws IOException {
    writer.ballot(made.bytes());
    ballots.add(made.bytes());
    if (!slates.isEmpty()) {
      Companion companion = Companion.make(slates, maker, made);
      companions.add(JsonText.bytesOf(companion));
      CompanionFile.append(CompanionFile.beside(file), companion);
    }
  }

  private Tally tallyOf(BallotMaker.Made made, long weight) {
    var rows =
        made.sealed().stream()
            .map(row -> row.stream().map(BallotMaker.Sealed::ciphertext).toList())
            .toList();
    return Tally.ofOne(group, election.questions(), rows, weight);
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
    List<Scalar> keys = new ArrayList<>(List.of(mandatory));
    ceremony.ifPresent(made -> keys.addAll(made.shares().subList(0, 2)));
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
