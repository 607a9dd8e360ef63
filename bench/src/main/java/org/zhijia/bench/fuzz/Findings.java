package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What broke, on disk: the input, and beside it seed, target and stack.
final class Findings {
  private static final long HANGS_NANOS = 60_000_000_000L;
  private static final long LOOK_SECONDS = 1;
  private static final int HUNG = 3;

  private final Path directory;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final long watchedThread = Thread.currentThread().threadId();
  private final AtomicReference<@Nullable Watched> watched = new AtomicReference<>();
  private int count;

  /// @param directory is made when there is something to write; what the calling thread reads is
  ///     watched
  @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong there ends the program
  Findings(Path directory) {
    this.directory = directory;
    var thread = Thread.ofPlatform().daemon().name("watch").factory();
    Executors.newSingleThreadScheduledExecutor(thread)
        .scheduleWithFixedDelay(this::endIfHung, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Watched(String target, byte[] input, long sinceCpu) {}

  int count() {
    return count;
  }

  void write(String target, long seed, byte[] input, Throwable broken) throws IOException {
    count++;
    Files.createDirectories(directory);
    String name = target + "-" + seed + "-" + count;
    StringWriter told = new StringWriter();
    broken.printStackTrace(new PrintWriter(told, true));
    Files.write(directory.resolve(name + ".input"), input);
    Files.writeString(
        directory.resolve(name + ".txt"), "target " + target + ", seed " + seed + "\n" + told);
    System.out.printf("FINDING %s: %s%n", directory.resolve(name + ".input"), broken);
  }

  void watch(String target, byte[] input) {
    watched.set(new Watched(target, input, cpu()));
  }

  private long cpu() {
    return clock.getThreadCpuTime(watchedThread);
  }

  void unwatch() {
    watched.set(null);
  }

  /// A reader that never returns can only be ended with the whole program, whether it could be
  /// written or not. Its CPU time counts, since a busy machine may let it wait for minutes; nobody
  /// tells of CPU time that has passed, so it is looked at again and again.
  private void endIfHung() {
    Watched now = watched.get();
    if (now == null || cpu() - now.sinceCpu() <= HANGS_NANOS) {
      return;
    }
    try {
      write(now.target(), 0, now.input(), new IllegalStateException("hangs"));
    } catch (IOException failure) {
      System.err.println("hangs, and cannot be written: " + failure);
    } finally {
      Runtime.getRuntime().halt(HUNG);
    }
  }
}
