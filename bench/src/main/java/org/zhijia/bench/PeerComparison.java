package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.zhijia.ballot.group.Group;

/// Encrypting and verifying the reference ballot, side by side with belenios-tool 3.0.
///
/// *Per core* is user CPU on one thread, *on the clock* the time on all cores; belenios-tool uses
/// one. Start-up is taken off on both sides. Of theirs it is the same command with
/// `--skip-ballot-check`, or one that does nothing. Ours is a virtual machine that compiles while
/// it runs, so what is compared is the cost of a further ballot: an archive of four times as many
/// ballots less the one that both verify. The whole run over that one, compiler and all, is told
/// beside it.
final class PeerComparison {
  private static final int ROUNDS = 3;
  private static final int THEIR_BALLOTS = 20;

  /// How many times as many ballots the archives hold that only ours verifies.
  private static final int MORE = 4;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private PeerComparison() {}

  static void run(int ballots, String group) throws IOException {
    String tool = tool().toString();
    Path scratch = Files.createTempDirectory("zhijia-bench");
    try {
      Path both = Files.createDirectory(scratch.resolve("both"));
      Path more = Files.createDirectory(scratch.resolve("more"));
      CpuSeconds.of(scratch, make(ballots, both, group));
      CpuSeconds.of(scratch, make(MORE * ballots, more, group));
      System.out.printf(
          "reference ballot (44 ciphertexts), %s, %d ballots, %d rounds, %d cores%n",
          group, ballots, ROUNDS, CORES);
      Verification verification = new Verification(tool, both, more, ballots);
      verification.compare("IGNORE", "direct");
      if (Group.named(group).orElseThrow().hints().isPresent()) {
        verification.writeHints();
        verification.compare("READ", "hinted");
      }
      encryption(ballots, group, tool, scratch);
    } finally {
      Bench.deleteAll(scratch);
    }
  }

  private record Verification(String tool, Path both, Path more, int ballots) {

    void writeHints() throws IOException {
      ours(both, "WRITE", CORES);
      ours(more, "WRITE", CORES);
    }

    void compare(String hints, String name) throws IOException {
      List<Double> perCore = new ArrayList<>();
      List<Double> onTheClock = new ArrayList<>();
      List<Double> whole = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        CpuSeconds all = theirs();
        CpuSeconds skipped = theirs("--skip-ballot-check");
        double theirs = (all.user() - skipped.user()) / ballots;
        double theirsWall = (all.wall() - skipped.wall()) / ballots;
        double further = (MORE - 1) * ballots;
        CpuSeconds one = ours(both, hints, 1);
        double ours = (ours(more, hints, 1).user() - one.user()) / further;
        double oursWall =
            (ours(more, hints, CORES).wall() - ours(both, hints, CORES).wall()) / further;
        perCore.add(theirs / ours);
        onTheClock.add(theirsWall / oursWall);
        whole.add(all.user() / one.user());
        tell(name, theirs, ours);
        tell("  clock", theirsWall, oursWall);
      }
      tellMedian(name + ", per core", perCore);
      tellMedian(name + ", on the clock", onTheClock);
      tellMedian(name + ", the whole run with its start", whole);
    }

    private CpuSeconds theirs(String... options) throws IOException {
      List<String> command = new ArrayList<>(List.of(tool, "election", "verify"));
      command.addAll(List.of(options));
      return CpuSeconds.measure(both, command);
    }

    private static CpuSeconds ours(Path folder, String hints, int threads) throws IOException {
      return CpuSeconds.measure(
          folder,
          CpuSeconds.ours(List.of(), "verify", archive(folder), hints, Integer.toString(threads)));
    }
  }

  private static void encryption(int ballots, String group, String tool, Path scratch)
      throws IOException {
    Path both = scratch.resolve("both");
    List<Double> ratios = new ArrayList<>();
    List<String> generate =
        List.of(
            tool, "election", "generate-ballot", "--privcred=credential.txt", "--choice=vote.json");
    for (int round = 0; round < ROUNDS; round++) {
      double theirs = 0;
      for (int i = 0; i < THEIR_BALLOTS; i++) {
        theirs += CpuSeconds.of(both, generate) - CpuSeconds.of(both, List.of(tool, "--version"));
      }
      Path few = Files.createDirectory(scratch.resolve("few" + round));
      Path many = Files.createDirectory(scratch.resolve("many" + round));
      double ours =
          CpuSeconds.of(scratch, make(MORE * ballots, many, group))
              - CpuSeconds.of(scratch, make(ballots, few, group));
      double theirsEach = theirs / THEIR_BALLOTS;
      double oursEach = ours / ((MORE - 1) * ballots);
      ratios.add(theirsEach / oursEach);
      tell("encrypt", theirsEach, oursEach);
    }
    tellMedian("encryption, per core", ratios);
  }

  private static void tell(String what, double theirs, double ours) {
    System.out.printf(
        "  %-8s belenios-tool %.4f s a ballot   zhijia %.4f s a ballot   ratio %.2f%n",
        what, theirs, ours, theirs / ours);
  }

  private static void tellMedian(String what, List<Double> ratios) {
    double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
    System.out.printf("%s: %.2f times as fast (median)%n", what, median);
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
