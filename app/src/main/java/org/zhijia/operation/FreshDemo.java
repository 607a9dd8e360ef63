package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Forgets what was tried in the demo, so that it starts as on the first day.
final class FreshDemo {
  private FreshDemo() {}

  /// The lock, which the caller holds, stays.
  static void clear(Installation demo, Map<String, String> environment) throws IOException {
    Cluster cluster = Cluster.in(demo.data());
    if (cluster.isMade() && Postmaster.of(cluster.folder()).isPresent()) {
      // Left by a demo that was killed: its files must not go from under it.
      PostgresServer.startUnwatched(demo.data(), environment).close();
    }
    List<Path> all;
    try (Stream<Path> files = Files.list(demo.data())) {
      all = files.filter(file -> !file.getFileName().toString().equals(DataLock.FILE)).toList();
    }
    for (Path each : all) {
      ThrowawayServer.deleteAll(each);
    }
    Files.deleteIfExists(demo.fieldKey());
  }
}
