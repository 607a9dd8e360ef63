package org.zhijia.ballot.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.belenios.v1.Certificate;
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
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.shuffle.ShuffleProver;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ResultMaker;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.ballot.trustee.TrusteeSeed;

/// An election made step by step for tests, with all its secrets at hand.
public final class SmallElection {
  public static final Group GROUP = Ed25519.group();
  public static final Randomness RANDOM = Randomness.secure();

  /// Made for many tests at once: how an election is to be made.
  ///
  /// @param weights one for each voter
  /// @param mandatory number of mandatory trustees
  /// @param threshold 0 for none, else that many of `ofTrustees`
  public record Plan(
      Group group,
      List<Question> questions,
      List<UnionSlate> slates,
      List<Long> weights,
      int mandatory,
      int threshold,
      int ofTrustees) {

    public static Plan of(List<Question> questions, int voters) {
      List<Long> weights = java.util.Collections.nCopies(voters, 1L);
      return new Plan(GROUP, questions, List.of(), weights, 1, 0, 0);
    }

    public Plan in(Group other) {
      return new Plan(other, questions, slates, weights, mandatory, threshold, ofTrustees);
    }

    public Plan withSlates(UnionSlate... declared) {
      return new Plan(
          group, questions, List.of(declared), weights, mandatory, threshold, ofTrustees);
    }

    public Plan withWeights(Long... given) {
      return new Plan(group, questions, slates, List.of(given), mandatory, threshold, ofTrustees);
    }

    public Plan withTrustees(int mandatoryOnes, int enough, int of) {
      return new Plan(group, questions, slates, weights, mandatoryOnes, enough, of);
    }
  }

  public final Group group;
  public final Election election;
  public final String fingerprint;
  public final Trustees trustees;
  public final List<Credential> credentials = new ArrayList<>();
  private final Map<Integer, Scalar> keys = new HashMap<>();
  public final Path archive;
  public final Path companion;
  public final List<UnionSlate> slates;
  public final ArchiveWriter writer;
  public final BallotMaker maker;
  private final Map<Credential, Long> weights = new HashMap<>();
  private final Map<Credential, Tally> last = new HashMap<>();

  public SmallElection(Path directory, Plan plan) {
    try {
      group = plan.group();
      String uuid = Base58.electionId(RANDOM);
      trustees = makeTrustees(plan);
      slates = plan.slates();
      StringBuilder description = new StringBuilder("测试 \"quoted\" / slash");
      slates.forEach(slate -> description.append('\n').append(slate.declaration()));
      byte[] listed = JsonText.bytesOf(listed(uuid, plan));
      election =
          new Election(
              CredentialsDeclaration.of(listed).after(description.toString()),
              "第五届委员会选举",
              group,
              trustees.electionKey(group),
              plan.questions(),
              uuid,
              Optional.of("示例区总工会"),
              Optional.empty());
      byte[] document = JsonText.bytesOf(election);
      fingerprint = Election.fingerprint(document);
      archive = directory.resolve(uuid + ".bel");
      companion = CompanionFile.beside(archive);
      writer = ArchiveWriter.create(archive, 1_790_000_000L);
      writer.setup(document, JsonText.bytesOf(trustees), listed);
      if (!slates.isEmpty()) {
        CompanionFile.create(companion, fingerprint);
      }
      maker = new BallotMaker(election, fingerprint, RANDOM);
    } catch (IOException | Malformed | CeremonyFault failure) {
      throw new AssertionError(failure);
    }
  }

  /// Makes a credential for each voter.
  private CredentialList listed(String uuid, Plan plan) {
    List<PublicCredential> list = new ArrayList<>();
    for (long weight : plan.weights()) {
      Credential credential = Credential.random(RANDOM);
      credentials.add(credential);
      weights.put(credential, weight);
      list.add(new PublicCredential(credential.publicCredential(group, uuid), weight));
    }
    return new CredentialList(list);
  }

  /// A vote from rows of digits: `vote("0110", "10")`.
  public static Vote vote(String... rows) {
    List<List<Integer>> marks = new ArrayList<>();
    for (String row : rows) {
      marks.add(row.chars().mapToObj(c -> c - '0').toList());
    }
    return new Vote(marks);
  }

  public BallotMaker.Made cast(int voter, String... rows) throws IOException {
    return cast(voter, vote(rows));
  }

  public BallotMaker.Made cast(int voter, Vote vote) throws IOException {
    BallotMaker.Made made = maker.make(credentials.get(voter), vote);
    cast(voter, made);
    return made;
  }

  public void cast(int voter, BallotMaker.Made made) throws IOException {
    writer.ballot(made.bytes());
    if (!slates.isEmpty()) {
      CompanionFile.append(companion, Companion.make(slates, maker, made));
    }
    Credential credential = credentials.get(voter);
    var rows =
        made.sealed().stream()
            .map(row -> row.stream().map(BallotMaker.Sealed::ciphertext).toList())
            .toList();
    last.put(
        credential,
        Tally.ofOne(group, election.questions(), rows, weights.getOrDefault(credential, 1L)));
  }

  public Tally tally() {
    return last.values().stream().reduce(Tally.ofNothing(group, election.questions()), Tally::plus);
  }

  /// The tally as published.
  public EncryptedTally encrypted() {
    return tally().encrypted(group, election.questions());
  }

  public void close() throws IOException {
    writer.endBallots();
    Tally tally = tally();
    writer.encryptedTally(encrypted(), tally.ballots(), tally.weight());
  }

  /// Takes the last voter's ballot out of the tally that is about to be made.
  public void forgetLastVoter() {
    last.remove(credentials.getLast());
  }

  /// Closes an archive whose file was changed behind the writer's back.
  public void closeAnew() throws IOException {
    try (ArchiveWriter anew = ArchiveWriter.resume(archive)) {
      anew.endBallots();
      Tally tally = tally();
      anew.encryptedTally(encrypted(), tally.ballots(), tally.weight());
    } catch (Malformed malformed) {
      throw new AssertionError(malformed);
    }
  }

  /// Ends the election; the trustees of these numbers shuffle, if there is something to shuffle,
  /// and decrypt.
  public Result finish(Integer... owners) throws IOException {
    close();
    EncryptedTally toOpen = shuffle(encrypted(), owners);
    Map<Integer, PartialDecryption> decryptions = new HashMap<>();
    for (int owner : owners) {
      PartialDecryption decryption =
          PartialDecryption.make(group, fingerprint, key(owner), toOpen, RANDOM);
      decryptions.put(owner, decryption);
      writer.partialDecryption(owner, decryption);
    }
    Result result = ResultMaker.make(election, trustees, toOpen, tally().weight(), decryptions);
    writer.result(result);
    writer.close();
    return result;
  }

  private EncryptedTally shuffle(EncryptedTally tally, Integer... owners) throws IOException {
    EncryptedTally last = tally;
    if (tally.answers(election.questions()).isEmpty()) {
      return last;
    }
    ShuffleProver prover = new ShuffleProver(election, fingerprint, RANDOM);
    for (int owner : owners) {
      Shuffle shuffle = prover.shuffle(last.answers(election.questions()));
      writer.shuffle(owner, shuffle);
      last = last.shuffled(election.questions(), shuffle.ciphertexts());
    }
    writer.endShuffles();
    return last;
  }

  public Verdict verify() throws IOException {
    return Audit.verify(archive, AuditOptions.onAllCores());
  }

  /// The secret of trustee number `owner`, from 1.
  public Scalar key(int owner) {
    return Objects.requireNonNull(keys.get(owner));
  }

  private Trustees makeTrustees(Plan plan) throws CeremonyFault, Malformed {
    List<Trustees.Item> items = new ArrayList<>();
    for (int i = 1; i <= plan.mandatory(); i++) {
      Scalar key = group.randomScalar(RANDOM);
      keys.put(i, key);
      items.add(
          new Trustees.Single(TrusteePublicKey.of(group, key, Optional.of("监票人" + i), RANDOM)));
    }
    if (plan.threshold() > 0) {
      items.add(threshold(plan));
    }
    return new Trustees(items);
  }

  private Trustees.Threshold threshold(Plan plan) throws CeremonyFault, Malformed {
    int n = plan.ofTrustees();
    List<TrusteeSeed> seeds = new ArrayList<>();
    List<Certificate> certificates = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      seeds.add(TrusteeSeed.random(group, RANDOM));
      var context = new Certificate.Context(group.name(), n, plan.threshold(), i);
      certificates.add(seeds.getLast().certificate(context, RANDOM));
    }
    ThresholdCeremony ceremony = new ThresholdCeremony(group, certificates);
    List<Polynomial> polynomials = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      polynomials.add(ceremony.polynomial(seed, RANDOM));
    }
    List<ThresholdShare> shares = new ArrayList<>();
    for (TrusteeSeed seed : seeds) {
      shares.add(ceremony.share(seed, polynomials, RANDOM));
    }
    for (int i = 0; i < n; i++) {
      keys.put(plan.mandatory() + i + 1, ThresholdCeremony.openShare(seeds.get(i), shares.get(i)));
    }
    return new Trustees.Threshold(ceremony.key(polynomials, shares));
  }
}
