package org.zhijia.verify.mock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhijia.ballot.archive.ArchiveWriter;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.CredentialsDeclaration;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.CredentialList;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.PublicCredential;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.ballot.trustee.Decryption;
import org.zhijia.ballot.trustee.DecryptionMemory;
import org.zhijia.ballot.trustee.ResultMaker;
import org.zhijia.ballot.trustee.Shuffling;

/// Plays all roles of one election: key ceremony, credentials, voters, box, trustees, verifier.
///
/// Keys and randomness are always fresh and secure; what may be repeated are the choices.
final class MockElection {
  private final Group group;
  private final Randomness randomness = Randomness.secure();
  private final MockPlan plan;
  private final Listener listener;

  MockElection(MockPlan plan, Listener listener) {
    this.plan = plan;
    this.group = plan.group();
    this.listener = listener;
  }

  /// Is told how the election goes on.
  interface Listener {
    /// A stage begins; `total` units of work are ahead, 0 if that is not known.
    void begins(Stage stage, long total);

    /// So much of the stage is done.
    void reached(long done);
  }

  /// The stages, in order.
  enum Stage {
    CEREMONY,
    CREDENTIALS,
    VOTING,
    SHUFFLES,
    DECRYPTION,
    VERIFICATION
  }

  /// What came of it.
  ///
  /// @param result empty if the trustees did not decrypt, for the reason that `decryption` gives
  record Outcome(
      Path archive,
      Election election,
      Optional<Result> result,
      Optional<Decryption.Outcome> decryption,
      Verdict verdict) {}

  /// @param directory must exist; the archive and its companion are written into it
  Outcome run(Path directory) throws IOException {
    listener.begins(Stage.CEREMONY, 0);
    MockTrustees trustees = MockTrustees.of(group, plan, randomness);
    String uuid = Base58.electionId(randomness);
    List<Credential> credentials = new ArrayList<>();
    byte[] listed = JsonText.bytesOf(listed(uuid, credentials));
    Election election = election(uuid, trustees, listed);
    byte[] document = JsonText.bytesOf(election);
    String fingerprint = Election.fingerprint(document);
    Path archive = directory.resolve(election.uuid() + ".bel");
    long now = System.currentTimeMillis() / 1000;
    try (ArchiveWriter writer = ArchiveWriter.create(archive, now)) {
      writer.setup(document, JsonText.bytesOf(trustees.trustees()), listed);
      CompanionFile.create(CompanionFile.beside(archive), fingerprint);
      Tally tally = vote(election, fingerprint, credentials, writer, archive);
      writer.endBallots();
      EncryptedTally encrypted = tally.encrypted(group, election.questions());
      writer.encryptedTally(encrypted, tally.ballots(), tally.weight());
      writer.sync();
      EncryptedTally toOpen = shuffle(encrypted, election, trustees, writer, archive);
      return decrypt(election, trustees, toOpen, writer, archive);
    }
  }

  /// Makes the voters' credentials.
  ///
  /// @param secret gets them, in the order of the ballots
  private CredentialList listed(String uuid, List<Credential> secret) {
    listener.begins(Stage.CREDENTIALS, plan.ballots().size());
    List<PublicCredential> list = new ArrayList<>();
    for (int i = 0; i < plan.ballots().size(); i++) {
      Credential credential = Credential.random(randomness);
      secret.add(credential);
      list.add(new PublicCredential(credential.publicCredential(group, uuid), 1));
      listener.reached(i + 1L);
    }
    return new CredentialList(list);
  }

  private Election election(String uuid, MockTrustees trustees, byte[] listed) {
    String description;
    try {
      description =
          CredentialsDeclaration.of(listed)
              .after(plan.description() + "\n" + plan.slate().declaration());
    } catch (Malformed impossible) {
      throw new IllegalStateException("a mock election's description is ours", impossible);
    }
    return new Election(
        description,
        plan.name(),
        group,
        trustees.electionKey(),
        plan.questions(),
        uuid,
        Optional.empty(),
        Optional.empty());
  }

  private record Cast(BallotMaker.Made made, Companion companion) {}

  /// Encrypts on all cores and writes in order; few ballots are in memory at a time.
  private Tally vote(
      Election election,
      String fingerprint,
      List<Credential> credentials,
      ArchiveWriter writer,
      Path archive)
      throws IOException {
    List<Vote> votes = plan.votes();
    listener.begins(Stage.VOTING, votes.size());
    BallotMaker maker = new BallotMaker(election, fingerprint, randomness);
    Tally tally = Tally.ofNothing(group, election.questions());
    Path companions = CompanionFile.beside(archive);
    int threads = plan.threads();
    Queue<Future<Cast>> running = new ArrayDeque<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      int next = 0;
      for (int written = 0; written < votes.size(); written++) {
        while (next < votes.size() && running.size() < 4 * threads) {
          Credential credential = credentials.get(next);
          Vote vote = votes.get(next++);
          running.add(pool.submit(() -> cast(maker, credential, vote)));
        }
        Cast cast = await(running.remove());
        CompanionFile.append(companions, cast.companion());
        writer.ballot(cast.made().bytes());
        tally = tally.plus(tallyOf(election, cast.made()));
        listener.reached(written + 1L);
      }
    }
    return tally;
  }

  private Cast cast(BallotMaker maker, Credential credential, Vote vote) {
    BallotMaker.Made made = maker.make(credential, vote);
    return new Cast(made, Companion.make(List.of(plan.slate()), maker, made));
  }

  private Tally tallyOf(Election election, BallotMaker.Made made) {
    var rows =
        made.sealed().stream()
            .map(row -> row.stream().map(BallotMaker.Sealed::ciphertext).toList())
            .toList();
    return Tally.ofOne(group, election.questions(), rows, 1);
  }

  /// Whoever decrypts shuffles first, where there is something to shuffle.
  private EncryptedTally shuffle(
      EncryptedTally tally,
      Election election,
      MockTrustees trustees,
      ArchiveWriter writer,
      Path archive)
      throws IOException {
    EncryptedTally last = tally;
    if (plan.writeIns().isEmpty()) {
      return last;
    }
    Shuffling shuffling = new Shuffling(archive, verifying(Stage.SHUFFLES));
    for (int owner = 1; owner <= trustees.enoughKeys().size(); owner++) {
      if (shuffling.shuffle(owner, randomness)
          instanceof Shuffling.Outcome.Shuffled(Shuffle shuffle)) {
        writer.shuffle(owner, shuffle);
        writer.sync();
        last = last.shuffled(election.questions(), shuffle.ciphertexts());
      } else {
        throw new IllegalStateException("an election of honest people could not be shuffled");
      }
    }
    writer.endShuffles();
    writer.sync();
    return last;
  }

  private Outcome decrypt(
      Election election,
      MockTrustees trustees,
      EncryptedTally tally,
      ArchiveWriter writer,
      Path archive)
      throws IOException {
    Decryption decryption =
        new Decryption(archive, plan.minimumBallots(), forgetful(), verifying(Stage.DECRYPTION));
    Map<Integer, PartialDecryption> decryptions = new HashMap<>();
    for (Scalar key : trustees.enoughKeys()) {
      switch (decryption.decrypt(key, randomness)) {
        case Decryption.Outcome.Decrypted decrypted -> {
          decryptions.put(decrypted.owner(), decrypted.decryption());
          writer.partialDecryption(decrypted.owner(), decrypted.decryption());
        }
        case Decryption.Outcome refused -> {
          Verdict verdict = Audit.verify(archive, verifying(Stage.VERIFICATION));
          return new Outcome(archive, election, Optional.empty(), Optional.of(refused), verdict);
        }
      }
    }
    Result result =
        ResultMaker.make(election, trustees.trustees(), tally, plan.ballots().size(), decryptions);
    writer.result(result);
    writer.sync();
    Verdict verdict = Audit.verify(archive, verifying(Stage.VERIFICATION));
    return new Outcome(archive, election, Optional.of(result), Optional.empty(), verdict);
  }

  private AuditOptions verifying(Stage stage) {
    listener.begins(stage, plan.ballots().size());
    return new AuditOptions(plan.threads(), (bytes, ofBytes, ballots) -> listener.reached(ballots));
  }

  /// An election that is made up is decrypted once and forgotten.
  private static DecryptionMemory forgetful() {
    Map<String, String> memory = new HashMap<>();
    return new DecryptionMemory() {
      @Override
      public Optional<String> decryptedTally(String electionUuid) {
        return Optional.ofNullable(memory.get(electionUuid));
      }

      @Override
      public void remember(String electionUuid, String tallyHash) {
        memory.put(electionUuid, tallyHash);
      }
    };
  }

  private static Cast await(Future<Cast> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while voting", interrupted);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a ballot could not be made", bug.getCause());
    }
  }
}
