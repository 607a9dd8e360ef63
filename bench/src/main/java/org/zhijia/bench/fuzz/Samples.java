package org.zhijia.bench.fuzz;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.bench.fuzz.SampleElection.Shape;

/// The elections from which a run begins.
final class Samples {
  private static final long WEIGHT = 1_073_741_824L;
  private static final List<String> NAMES = List.of("甲", "乙");

  private final Path directory;
  private final Randomness random;
  private final Group ed = Group.named("Ed25519").orElseThrow();

  private Samples(Path directory, Randomness random) {
    this.directory = directory;
    this.random = random;
  }

  /// A slate with a threshold of trustees, a weighted election with blanks, one with numbers and a
  /// shuffle, a slate with a write-in, one of lists with a certificate of its credentials, one in
  /// each field.
  static List<SampleElection> of(long seed, Path directory) throws Exception {
    Samples samples = new Samples(directory, fromSeed(seed));
    List<SampleElection> all = new ArrayList<>();
    all.add(samples.slate());
    all.add(samples.weighted());
    all.add(samples.numbers());
    all.add(samples.writeIn());
    all.add(samples.lists());
    for (String field : Group.NAMES.subList(1, Group.NAMES.size())) {
      all.add(samples.field(Group.named(field).orElseThrow()));
    }
    return all;
  }

  private SampleElection slate() throws Exception {
    List<Question> questions =
        List.of(UnionSlate.approvals("委员", NAMES, 1), UnionSlate.oppositions("委员", NAMES));
    Vote vote = new Vote(List.of(List.of(1, 0), List.of(0, 1)));
    Shape shape = new Shape(ed, questions, Optional.of(new UnionSlate(0, 1)), true);
    return held(shape, vote, 1);
  }

  private SampleElection weighted() throws Exception {
    List<Question> questions =
        List.of(
            new Question.Homomorphic("推选", NAMES, true, 1, 2),
            new Question.Homomorphic("决议", NAMES, false, 0, 1));
    Vote vote = new Vote(List.of(List.of(0, 1, 0), List.of(1, 0)));
    return held(new Shape(ed, questions, Optional.empty(), false), vote, WEIGHT);
  }

  private SampleElection numbers() throws Exception {
    List<Question> questions =
        List.of(
            new Question.Homomorphic("决议", NAMES, true, 1, 1),
            new Question.NonHomomorphic("另选", NAMES));
    Vote vote = new Vote(List.of(List.of(0, 1, 0), List.of(7, 255)));
    return held(new Shape(ed, questions, Optional.empty(), false), vote, 1);
  }

  private SampleElection writeIn() throws Exception {
    List<String> places = WriteIn.withPlace(NAMES);
    WriteIn writeIn = new WriteIn(2, List.of("丙", "丁"));
    List<Question> questions =
        List.of(
            UnionSlate.approvals("委员", places, 2),
            UnionSlate.oppositions("委员", places),
            writeIn.question("另选他人"));
    Optional<UnionSlate> slate = Optional.of(new UnionSlate(0, 1, Optional.of(writeIn)));
    Vote vote = new Vote(List.of(List.of(1, 0, 1), List.of(0, 1, 0), List.of(2)));
    return held(new Shape(ed, questions, slate, false), vote, 1);
  }

  private SampleElection lists() throws Exception {
    ListVector vector = ListVector.read();
    return SampleElection.of(vector, random).held(directory, vector.ballots()).certified();
  }

  private SampleElection field(Group group) throws Exception {
    List<Question> questions = List.of(new Question.Homomorphic("决议", NAMES, true, 1, 1));
    Vote vote = new Vote(List.of(List.of(0, 0, 1)));
    return held(new Shape(group, questions, Optional.empty(), false), vote, 1);
  }

  private SampleElection held(Shape shape, Vote vote, long weight) throws Exception {
    return SampleElection.of(shape, weight, random).held(directory, vote, weight);
  }

  /// Bytes that depend on the seed alone: nothing here is secret.
  private static Randomness fromSeed(long seed) {
    long[] count = {0};
    return bytes -> {
      for (int i = 0; i < bytes.length; i += 32) {
        MessageDigest digest = Sha256.digest();
        byte[] block =
            digest.digest(
                ("fuzz|" + seed + "|" + count[0]++)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        System.arraycopy(block, 0, bytes, i, Math.min(32, bytes.length - i));
      }
    };
  }
}
