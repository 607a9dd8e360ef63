package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zhijia.ballot.group.Group;

/// Verifies an archive far larger than the heap it is given.
final class SmallHeap {
  private static final String HEAP = "-Xmx256m";

  private SmallHeap() {}

  static void run(int ballots) throws IOException {
    Path scratch = Files.createTempDirectory("zhijia-bench");
    try {
      CpuSeconds.of(scratch, PeerComparison.make(ballots, scratch, Group.NAMES.getFirst()));
      String archive = PeerComparison.archive(scratch);
      long megabytes = Files.size(Path.of(archive)) >> 20;
      System.out.printf("%d ballots, %d MB, heap %s%n", ballots, megabytes, HEAP);
      double seconds =
          CpuSeconds.of(scratch, CpuSeconds.ours(List.of(HEAP), "verify", archive, "IGNORE", "1"));
      System.out.printf("verified, %.1f s user CPU%n", seconds);
    } finally {
      Bench.deleteAll(scratch);
    }
  }
}
