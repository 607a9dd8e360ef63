package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhijia.ballot.group.Group;

/// Whether a ballot costs the same in a large box as in a small one: boxes of 1,000 ballots, ten
/// times as many, and so on, verified by hints and directly in a heap of 256 MB, as a table and as
/// bars. For 100,000 ballots on two cores the making takes twenty minutes, the writing of the hints
/// ten, the direct check on one thread another twenty, that by hints five. In a folder that is
/// named, boxes and hints are kept, and used again by a later run.
final class BallotScale {
  private static final String HEAP = "-Xmx256m";
  private static final int SMALLEST = 1000;

  /// A bar of this length stands for 20 ms.
  private static final int BAR = 60;

  private static final double BAR_MILLISECONDS = 20;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private BallotScale() {}

  /// @param milliseconds user CPU a ballot, on one thread
  /// @param wall milliseconds a ballot on the clock, on all cores; NaN if not measured
  private record Row(int ballots, String mode, double milliseconds, double wall, String heap) {
    void print() {
      String clock = Double.isNaN(wall) ? "" : "%.2f".formatted(wall);
      System.out.printf(
          Locale.ROOT, "%7d  %s  %11.2f  %12s  %s%n", ballots, mode, milliseconds, clock, heap);
    }

    void draw() {
      int length = (int) Math.round(milliseconds / BAR_MILLISECONDS * BAR);
      System.out.printf("%7d  %s  %s%n", ballots, mode, "█".repeat(length));
    }
  }

  static void run(int most, Optional<Path> kept) throws IOException {
    System.out.println("reference ballot, user CPU on one thread, the start included");
    System.out.println("ballots  mode    ms a ballot  on all cores  size of the heap");
    Path parent = kept.isEmpty() ? Files.createTempDirectory("zhijia-scale") : kept.get();
    try {
      List<Row> rows = new ArrayList<>();
      for (int ballots = SMALLEST; ballots <= most; ballots *= 10) {
        rows.addAll(measure(ballots, box(ballots, parent)));
      }
      rows.forEach(Row::draw);
    } finally {
      if (kept.isEmpty()) {
        Bench.deleteAll(parent);
      }
    }
  }

  /// The folder of a box of this size with its hints, made if it is not there.
  private static Path box(int ballots, Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(Integer.toString(ballots)));
    if (!hasFile(folder, ".bel")) {
      CpuSeconds.of(folder, PeerComparison.make(ballots, folder, Group.NAMES.getFirst()));
    }
    if (!hasFile(folder, ".hints")) {
      verify(folder, "WRITE", CORES);
    }
    return folder;
  }

  private static boolean hasFile(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(ending));
    }
  }

  private static List<Row> measure(int ballots, Path box) throws IOException {
    CpuSeconds hinted = verify(box, "READ", 1);
    double clock = verify(box, "READ", CORES).wall();
    Row byHints = row(ballots, "hinted", hinted, clock);
    Row directly = row(ballots, "direct", verify(box, "IGNORE", 1), Double.NaN);
    return List.of(byHints, directly);
  }

  private static Row row(int ballots, String mode, CpuSeconds one, double clock) {
    String heap = one.output().lines().filter(line -> line.startsWith("heap")).findFirst().get();
    Row row = new Row(ballots, mode, 1000 * one.user() / ballots, 1000 * clock / ballots, heap);
    row.print();
    return row;
  }

  private static CpuSeconds verify(Path folder, String hints, int threads) throws IOException {
    return CpuSeconds.measure(
        folder,
        CpuSeconds.ours(
            List.of(HEAP),
            "verify",
            PeerComparison.archive(folder),
            hints,
            Integer.toString(threads)));
  }
}
