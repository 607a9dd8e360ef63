package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhijia.ballot.group.Group;

/// Whether a ballot costs the same in a large box as in a small one: boxes of 1,000 ballots, ten
/// times as many, and so on, verified by hints and directly in a heap of 256 MB, as a table and as
/// bars. The making takes most of the time: a quarter of an hour for 100,000 ballots on two cores.
final class BallotScale {
  private static final String HEAP = "-Xmx256m";
  private static final int SMALLEST = 1000;

  /// A bar of this length stands for 20 ms.
  private static final int BAR = 60;

  private static final double BAR_MILLISECONDS = 20;

  private BallotScale() {}

  private record Row(int ballots, String mode, double milliseconds, double wall, String heap) {}

  static void run(int most) throws IOException {
    List<Row> rows = new ArrayList<>();
    System.out.println("reference ballot, user CPU on one thread, the start included");
    System.out.println("ballots  mode    ms a ballot  on all cores  size of the heap");
    for (int ballots = SMALLEST; ballots <= most; ballots *= 10) {
      Path folder = Files.createTempDirectory("zhijia-scale");
      try {
        CpuSeconds.of(folder, PeerComparison.make(ballots, folder, Group.NAMES.getFirst()));
        rows.add(measure(ballots, "IGNORE", "direct", folder));
        verify(folder, "WRITE", 1);
        rows.add(measure(ballots, "READ", "hinted", folder));
      } finally {
        Bench.deleteAll(folder);
      }
    }
    for (Row row : rows) {
      int length = (int) Math.round(row.milliseconds() / BAR_MILLISECONDS * BAR);
      System.out.printf("%7d  %s  %s%n", row.ballots(), row.mode(), "█".repeat(length));
    }
  }

  private static Row measure(int ballots, String hints, String mode, Path folder)
      throws IOException {
    CpuSeconds one = verify(folder, hints, 1);
    CpuSeconds all = verify(folder, hints, Runtime.getRuntime().availableProcessors());
    String heap = all.output().lines().filter(line -> line.startsWith("heap")).findFirst().get();
    Row row =
        new Row(ballots, mode, 1000 * one.user() / ballots, 1000 * all.wall() / ballots, heap);
    System.out.printf(
        Locale.ROOT,
        "%7d  %s  %11.2f  %12.2f  %s%n",
        ballots,
        mode,
        row.milliseconds(),
        row.wall(),
        heap);
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
