package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What broke, on disk: the input, and beside it seed, target and stack.
final class Findings {
  private static final long HANGS_NANOS = 60_000_000_000L;
  private static final int HUNG = 3;

  private final Path directory;
  private final AtomicReference<@Nullable Watched> watched = new AtomicReference<>();
  private int count;

  Findings(Path directory) {
    this.directory = directory;
    Thread.ofPlatform().daemon().name("watch").start(this::endWhenHung);
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Watched(String target, byte[] input, long since) {}

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
    watched.set(new Watched(target, input, System.nanoTime()));
  }

  void unwatch() {
    watched.set(null);
  }

  /// A reader that never returns can only be ended with the whole program.
  private void endWhenHung() {
    while (true) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException ended) {
        return;
      }
      Watched now = watched.get();
      if (now != null && System.nanoTime() - now.since() > HANGS_NANOS) {
        try {
          write(now.target(), 0, now.input(), new IllegalStateException("hangs"));
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
        Runtime.getRuntime().halt(HUNG);
      }
    }
  }
}
