package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Encrypting and verifying the reference ballot, side by side with belenios-tool 3.0, in user CPU
/// seconds. Start-up is taken off on both sides: ours by the same program over no ballots, theirs
/// by `verify --skip-ballot-check` and by a start that does nothing. What the compiler of the
/// virtual machine takes is not taken off: over fewer ballots than the default it weighs more.
final class PeerComparison {
  private static final int ROUNDS = 3;
  private static final int THEIR_BALLOTS = 20;

  private PeerComparison() {}

  static void run(int ballots, String group) throws IOException {
    String tool = tool();
    Path scratch = Files.createTempDirectory("zhijia-bench");
    try {
      Path full = Files.createDirectory(scratch.resolve("full"));
      Path empty = Files.createDirectory(scratch.resolve("empty"));
      CpuSeconds.of(scratch, make(ballots, full, group));
      CpuSeconds.of(scratch, make(0, empty, group));
      System.out.printf(
          "reference ballot (44 ciphertexts), %s, %d ballots, %d rounds, user CPU seconds%n",
          group, ballots, ROUNDS);
      verification(ballots, tool, full, empty);
      encryption(ballots, group, tool, scratch);
    } finally {
      Bench.deleteAll(scratch);
    }
  }

  private static void verification(int ballots, String tool, Path full, Path empty)
      throws IOException {
    List<Double> ratios = new ArrayList<>();
    List<String> skipping = List.of(tool, "election", "verify", "--skip-ballot-check");
    for (int round = 0; round < ROUNDS; round++) {
      double theirs =
          CpuSeconds.of(full, List.of(tool, "election", "verify")) - CpuSeconds.of(full, skipping);
      double ours =
          CpuSeconds.of(full, CpuSeconds.ours(List.of(), "verify", archive(full)))
              - CpuSeconds.of(empty, CpuSeconds.ours(List.of(), "verify", archive(empty)));
      ratios.add(theirs / ours);
      tell("verify", theirs / ballots, ours / ballots);
    }
    tellMedian("verification", ratios);
  }

  private static void encryption(int ballots, String group, String tool, Path scratch)
      throws IOException {
    Path empty = scratch.resolve("empty");
    List<Double> ratios = new ArrayList<>();
    List<String> generate =
        List.of(
            tool, "election", "generate-ballot", "--privcred=credential.txt", "--choice=vote.json");
    for (int round = 0; round < ROUNDS; round++) {
      double theirs = 0;
      for (int i = 0; i < THEIR_BALLOTS; i++) {
        theirs += CpuSeconds.of(empty, generate) - CpuSeconds.of(empty, List.of(tool, "--version"));
      }
      Path again = Files.createDirectory(scratch.resolve("again" + round));
      Path none = Files.createDirectory(scratch.resolve("none" + round));
      double ours =
          CpuSeconds.of(scratch, make(ballots, again, group))
              - CpuSeconds.of(scratch, make(0, none, group));
      double theirsEach = theirs / THEIR_BALLOTS;
      double oursEach = ours / ballots;
      ratios.add(theirsEach / oursEach);
      tell("encrypt", theirsEach, oursEach);
    }
    tellMedian("encryption", ratios);
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

  private static String tool() {
    String named = System.getenv("BELENIOS_TOOL");
    if (named != null) {
      return named;
    }
    String cache =
        Objects.requireNonNullElse(
            System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache");
    Path fetched = Path.of(cache, "zhijia/belenios-3.0/belenios-tool");
    if (!Files.isExecutable(fetched)) {
      System.err.println("belenios-tool is not here: run tools/belenios-tool first");
      System.exit(2);
    }
    return fetched.toString();
  }
}
