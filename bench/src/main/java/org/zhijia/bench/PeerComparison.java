package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.zhijia.ballot.audit.AuditOptions.HintUse;
import org.zhijia.ballot.group.Group;

/// Encrypting and verifying the reference ballot, side by side with belenios-tool 3.0.
///
/// *Per core* is user CPU on one thread, *on the clock* the time on all cores; belenios-tool uses
/// one. Start-up is taken off on both sides. Of theirs it is the same command with
/// `--skip-ballot-check`, or one that does nothing. Ours is a virtual machine that compiles while
/// it runs, so what is compared is the cost of a further ballot: an archive of four times as many
/// ballots less the one that both verify, and a large archive less that of four times as many, by
/// when the compiler has done its work. The whole run over the archive that both verify, compiler
/// and all, is told beside it.
///
/// Theirs is measured over the small archive alone, since a ballot costs it no less in a larger
/// one: 62 and 65 ms among 100 ballots, 67 and 67 ms among 300, user CPU on a busy machine.
final class PeerComparison {
  private static final int ROUNDS = 3;
  private static final int THEIR_BALLOTS = 20;

  /// How many times as many ballots the second archive holds, which only ours verifies.
  private static final int MORE = 4;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final String tool = tool().toString();
  private final Path scratch;
  private final String group;
  private final Box both;
  private final Box more;

  private PeerComparison(int ballots, String group, Path scratch) throws IOException {
    this.scratch = scratch;
    this.group = group;
    this.both = Box.made(ballots, scratch, group);
    this.more = Box.made(MORE * ballots, scratch, group);
  }

  /// @param ballots of the archive that both verify
  /// @param further of the large one; there is none if that is not more than four times as many
  static void run(int ballots, int further, String group) throws IOException {
    Path scratch = Files.createTempDirectory("zhijia-bench");
    try {
      new PeerComparison(ballots, group, scratch).compare(further);
    } finally {
      Bench.deleteAll(scratch);
    }
  }

  private void compare(int further) throws IOException {
    System.out.printf(
        "reference ballot (44 ciphertexts), %s, %d ballots, %d rounds, %d cores%n",
        group, both.ballots(), ROUNDS, CORES);
    List<Interval> intervals = new ArrayList<>(List.of(new Interval(both, more)));
    if (further > more.ballots()) {
      intervals.add(new Interval(more, Box.made(further, scratch, group)));
    }
    for (Interval interval : intervals) {
      verification("direct", HintUse.IGNORE, interval);
    }
    if (Group.named(group).orElseThrow().hints().isPresent()) {
      both.verified(HintUse.WRITE, CORES);
      for (Interval interval : intervals) {
        interval.to().verified(HintUse.WRITE, CORES);
        verification("hinted", HintUse.READ, interval);
      }
    }
    encryption();
  }

  /// An archive that was made to be verified.
  private record Box(int ballots, Path folder) {

    static Box made(int ballots, Path scratch, String group) throws IOException {
      Path folder = Files.createDirectory(scratch.resolve("box" + ballots));
      CpuSeconds.of(scratch, make(ballots, folder, group));
      return new Box(ballots, folder);
    }

    CpuSeconds verified(HintUse hints, int threads) throws IOException {
      return CpuSeconds.measure(
          folder,
          CpuSeconds.ours(
              List.of(), "verify", archive(folder), hints.name(), Integer.toString(threads)));
    }
  }

  /// From a box to a larger one: the ballots whose cost is told.
  private record Interval(Box from, Box to) {

    int further() {
      return to.ballots() - from.ballots();
    }

    String called(String mode) {
      return String.format(
          Locale.ROOT, "%s, %,d to %,d ballots", mode, from.ballots(), to.ballots());
    }
  }

  private void verification(String mode, HintUse hints, Interval interval) throws IOException {
    List<Double> perCore = new ArrayList<>();
    List<Double> onTheClock = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    System.out.println(interval.called(mode));
    for (int round = 0; round < ROUNDS; round++) {
      CpuSeconds all = theirs();
      CpuSeconds skipped = theirs("--skip-ballot-check");
      CpuSeconds one = interval.from().verified(hints, 1);
      double core = interval.to().verified(hints, 1).user() - one.user();
      double clock =
          interval.to().verified(hints, CORES).wall()
              - interval.from().verified(hints, CORES).wall();
      double theirCore = (all.user() - skipped.user()) / both.ballots();
      double theirClock = (all.wall() - skipped.wall()) / both.ballots();
      perCore.add(ratio("per core", theirCore, core / interval.further()));
      onTheClock.add(ratio("clock", theirClock, clock / interval.further()));
      whole.add(all.user() / one.user());
    }
    tellMedian(interval.called(mode) + ", per core", perCore);
    tellMedian(interval.called(mode) + ", on the clock", onTheClock);
    if (interval.from().equals(both)) {
      tellMedian(mode + ", the whole run with its start", whole);
    }
  }

  private CpuSeconds theirs(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(tool, "election", "verify"));
    command.addAll(List.of(options));
    return CpuSeconds.measure(both.folder(), command);
  }

  private void encryption() throws IOException {
    List<Double> ratios = new ArrayList<>();
    System.out.println("encryption");
    for (int round = 0; round < ROUNDS; round++) {
      Path few = Files.createDirectory(scratch.resolve("few" + round));
      Path many = Files.createDirectory(scratch.resolve("many" + round));
      double ours =
          CpuSeconds.of(scratch, make(more.ballots(), many, group))
              - CpuSeconds.of(scratch, make(both.ballots(), few, group));
      ratios.add(ratio("per core", theirEncryption(), ours / (more.ballots() - both.ballots())));
    }
    tellMedian("encryption, per core", ratios);
  }

  private double theirEncryption() throws IOException {
    List<String> generate =
        List.of(
            tool, "election", "generate-ballot", "--privcred=credential.txt", "--choice=vote.json");
    double seconds = 0;
    for (int i = 0; i < THEIR_BALLOTS; i++) {
      seconds +=
          CpuSeconds.of(both.folder(), generate)
              - CpuSeconds.of(both.folder(), List.of(tool, "--version"));
    }
    return seconds / THEIR_BALLOTS;
  }

  /// Tells both costs, in seconds a ballot, and gives how many times as fast ours is.
  private static double ratio(String what, double theirs, double ours) {
    System.out.printf(
        Locale.ROOT,
        "  %-8s  belenios-tool %7.2f ms a ballot   zhijia %7.2f ms a ballot   ratio %.2f%n",
        what,
        1000 * theirs,
        1000 * ours,
        theirs / ours);
    return theirs / ours;
  }

  private static void tellMedian(String what, List<Double> ratios) {
    double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
    System.out.printf(Locale.ROOT, "%s: %.2f times as fast (median)%n", what, median);
  }

  static List<String> make(int ballots, Path directory, String group) {
    return CpuSeconds.ours(
        List.of(), "make", Integer.toString(ballots), directory.toString(), group);
  }

  static String archive(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".bel"))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  static Path tool() {
    String named = System.getenv("BELENIOS_TOOL");
    if (named != null) {
      return Path.of(named);
    }
    String cache =
        Objects.requireNonNullElse(
            System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache");
    Path fetched = Path.of(cache, "zhijia/belenios-3.0/belenios-tool");
    if (!Files.isExecutable(fetched)) {
      System.err.println("belenios-tool is not here: run tools/belenios-tool first");
      System.exit(2);
    }
    return fetched;
  }
}
