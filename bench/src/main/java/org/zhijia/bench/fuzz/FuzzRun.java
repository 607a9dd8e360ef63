package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;

/// One run over all targets, with what it says on the way and at the end. Loaded by
/// [ProbedClasses].
final class FuzzRun {
  private static final long REPORT_NANOS = 60_000_000_000L;
  private static final long MEGABYTE = 1 << 20;
  private static final long WEIGHT = 1_073_741_824L;

  private final Fuzzer fuzzer;
  private final Findings findings;
  private final List<Long> heap = new ArrayList<>();

  private FuzzRun(Fuzzer fuzzer, Findings findings) {
    this.fuzzer = fuzzer;
    this.findings = findings;
  }

  /// Runs for this many seconds; how many findings there were.
  ///
  /// @param keep where to write the inputs that reached new places, if anywhere
  /// @param only part of the names of the targets that are wanted
  static int run(
      long seconds, long seed, Supplier<List<boolean[]>> probes, Optional<Path> keep, String only)
      throws Exception {
    Path directory = Files.createTempDirectory("zhijia-fuzz");
    Findings findings = new Findings(Path.of("fuzz-findings"));
    List<SampleElection> samples = samples(seed, directory);
    List<Target> targets = new ArrayList<>(Readers.of(samples));
    targets.addAll(Ceremonies.of(samples.getFirst()));
    targets.addAll(Doors.of(samples, directory));
    targets.removeIf(target -> !target.name().contains(only));
    Fuzzer fuzzer = new Fuzzer(targets, seed, new Places(probes), findings);
    FuzzRun run = new FuzzRun(fuzzer, findings);
    run.go(seconds);
    run.tell(seed, seconds);
    if (keep.isPresent()) {
      run.keep(keep.get());
    }
    return findings.count();
  }

  private void go(long seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long next = System.nanoTime();
    while (System.nanoTime() < end) {
      fuzzer.round();
      if (System.nanoTime() >= next) {
        next = System.nanoTime() + REPORT_NANOS;
        progress();
      }
    }
  }

  /// What is in use after the collector has been through; it should not grow.
  private void progress() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    heap.add((runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
    System.out.printf(
        Locale.ROOT,
        "%,d inputs, %d of %d branches, %d findings, %d MB in use%n",
        sum("inputs"),
        fuzzer.places().allBranches(),
        fuzzer.places().size(),
        findings.count(),
        heap.getLast());
  }

  private void tell(long seed, long seconds) {
    progress();
    System.out.printf("seed %d, %d s%n", seed, seconds);
    System.out.printf(
        "%-30s %10s %9s %9s %8s %6s %10s %9s%n",
        "target", "inputs", "answered", "branches", "answers", "kept", "slowest/ms", "findings");
    for (Fuzzer.Track track : fuzzer.tracks()) {
      String name = track.target.name();
      System.out.printf(
          "%-30s %10d %9d %9d %8d %6d %10d %9d%n",
          name,
          track.count("inputs"),
          track.count("answered"),
          fuzzer.places().branches(name),
          fuzzer.places().answers(name),
          track.count("kept"),
          track.count("slowest"),
          track.count("findings"));
    }
    System.out.println("heap after collection, MB, minute by minute: " + heap);
  }

  private long sum(String what) {
    return fuzzer.tracks().stream().mapToLong(track -> track.count(what)).sum();
  }

  private void keep(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Fuzzer.Track track : fuzzer.tracks()) {
      for (int i = 0; i < track.corpus.size(); i++) {
        String name = String.format("%s-%04d", track.target.name(), i);
        Files.write(directory.resolve(name), track.corpus.get(i));
      }
    }
  }

  /// A slate with a threshold of trustees, a weighted election with blanks, one with numbers and a
  /// shuffle, a slate with a write-in, one in each field.
  private static List<SampleElection> samples(long seed, Path directory) throws Exception {
    Randomness random = fromSeed(seed);
    List<String> names = List.of("甲", "乙");
    List<Question> slate =
        List.of(UnionSlate.approvals("委员", names, 1), UnionSlate.oppositions("委员", names));
    List<Question> plain =
        List.of(
            new Question.Homomorphic("推选", names, true, 1, 2),
            new Question.Homomorphic("决议", names, false, 0, 1));
    List<Question> short1 = List.of(new Question.Homomorphic("决议", names, true, 1, 1));
    Vote two = new Vote(List.of(List.of(1, 0), List.of(0, 1)));
    Vote mixed = new Vote(List.of(List.of(0, 1, 0), List.of(1, 0)));
    Vote one = new Vote(List.of(List.of(0, 0, 1)));
    Group ed = Group.named("Ed25519").orElseThrow();
    List<SampleElection> samples = new ArrayList<>();
    samples.add(
        new SampleElection(
                new SampleElection.Shape(ed, slate, Optional.of(new UnionSlate(0, 1)), true),
                1,
                random)
            .held(directory, two, 1));
    samples.add(
        new SampleElection(
                new SampleElection.Shape(ed, plain, Optional.empty(), false), WEIGHT, random)
            .held(directory, mixed, WEIGHT));
    Vote numbered = new Vote(List.of(List.of(0, 1, 0), List.of(7, 255)));
    samples.add(numbers(ed, random).held(directory, numbered, 1));
    samples.add(writeIn(ed, random).held(directory, writingIn(), 1));
    for (String field : Group.NAMES.subList(1, Group.NAMES.size())) {
      Group group = Group.named(field).orElseThrow();
      samples.add(
          new SampleElection(
                  new SampleElection.Shape(group, short1, Optional.empty(), false), 1, random)
              .held(directory, one, 1));
    }
    return samples;
  }

  private static SampleElection numbers(Group group, Randomness random) throws Exception {
    List<String> names = List.of("甲", "乙");
    List<Question> questions =
        List.of(
            new Question.Homomorphic("决议", names, true, 1, 1),
            new Question.NonHomomorphic("另选", names));
    var shape = new SampleElection.Shape(group, questions, Optional.empty(), false);
    return new SampleElection(shape, 1, random);
  }

  private static SampleElection writeIn(Group group, Randomness random) throws Exception {
    List<String> names = WriteIn.withPlace(List.of("甲", "乙"));
    WriteIn writeIn = new WriteIn(2, List.of("丙", "丁"));
    List<Question> questions =
        List.of(
            UnionSlate.approvals("委员", names, 2),
            UnionSlate.oppositions("委员", names),
            writeIn.question("另选他人"));
    Optional<UnionSlate> slate = Optional.of(new UnionSlate(0, 1, Optional.of(writeIn)));
    return new SampleElection(new SampleElection.Shape(group, questions, slate, false), 1, random);
  }

  private static Vote writingIn() {
    return new Vote(List.of(List.of(1, 0, 1), List.of(0, 1, 0), List.of(2)));
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
