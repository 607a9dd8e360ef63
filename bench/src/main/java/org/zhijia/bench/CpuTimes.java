package org.zhijia.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// CPU time that has been spent, by whom.
///
/// @param machine by all programs on it, the database and strangers included; zero where the
///     operating system does not tell (it is read from `/proc/stat`)
record CpuTimes(Duration server, Duration own, Duration machine) {
  private static final Path STAT = Path.of("/proc/stat");
  private static final long TICK_MILLIS = 10; // USER_HZ of Linux is 100 everywhere
  private static final int USER = 1;
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int STEAL = 8;

  static CpuTimes now(ServerProcess server) throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new CpuTimes(server.cpu(), Duration.ofNanos(system.getProcessCpuTime()), busy());
  }

  private static Duration busy() throws IOException {
    if (!Files.exists(STAT)) {
      return Duration.ZERO;
    }
    String[] words = Files.readAllLines(STAT).getFirst().split("\\s+", -1);
    long ticks = 0;
    for (int i = USER; i <= STEAL; i++) {
      ticks += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(words[i]);
    }
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  CpuTimes minus(CpuTimes earlier) {
    return new CpuTimes(
        server.minus(earlier.server), own.minus(earlier.own), machine.minus(earlier.machine));
  }

  @Override
  public String toString() {
    Duration others = machine.minus(server).minus(own);
    return String.format(
        Locale.ROOT,
        "server %.1f s, this program %.1f s, its database and all others %.1f s",
        seconds(server),
        seconds(own),
        seconds(others));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
