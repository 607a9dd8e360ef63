package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// One run over all targets, with what it says on the way and at the end. Loaded by
/// [ProbedClasses].
final class FuzzRun {
  private static final long REPORT_NANOS = 60_000_000_000L;
  private static final long MEGABYTE = 1 << 20;

  private final Fuzzer fuzzer;
  private final Findings findings;
  private final List<Long> heap = new ArrayList<>();

  private FuzzRun(Fuzzer fuzzer, Findings findings) {
    this.fuzzer = fuzzer;
    this.findings = findings;
  }

  /// Runs for this many seconds; how many findings there were.
  ///
  /// @param keep where to write the inputs that reached new places, if anywhere
  /// @param only part of the names of the targets that are wanted
  static int run(
      long seconds, long seed, Supplier<List<boolean[]>> probes, Optional<Path> keep, String only)
      throws Exception {
    Path directory = Files.createTempDirectory("zhijia-fuzz");
    Findings findings = new Findings(Path.of("fuzz-findings"));
    List<SampleElection> samples = Samples.of(seed, directory);
    List<Target> targets = new ArrayList<>(Readers.of(samples));
    targets.addAll(Ceremonies.of(samples.getFirst()));
    targets.addAll(Doors.of(samples, directory));
    targets.removeIf(target -> !target.name().contains(only));
    Fuzzer fuzzer = new Fuzzer(targets, seed, new Places(probes), findings);
    FuzzRun run = new FuzzRun(fuzzer, findings);
    run.go(seconds);
    run.tell(seed, seconds);
    if (keep.isPresent()) {
      run.keep(keep.get());
    }
    return findings.count();
  }

  private void go(long seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long next = System.nanoTime();
    while (System.nanoTime() < end) {
      fuzzer.round();
      if (System.nanoTime() >= next) {
        next = System.nanoTime() + REPORT_NANOS;
        progress();
      }
    }
  }

  /// What is in use after the collector has been through; it should not grow.
  private void progress() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    heap.add((runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
    System.out.printf(
        Locale.ROOT,
        "%,d inputs, %d of %d branches, %d findings, %d MB in use%n",
        sum("inputs"),
        fuzzer.places().allBranches(),
        fuzzer.places().size(),
        findings.count(),
        heap.getLast());
  }

  private void tell(long seed, long seconds) {
    progress();
    System.out.printf("seed %d, %d s%n", seed, seconds);
    System.out.printf(
        "%-30s %10s %9s %9s %8s %6s %10s %9s%n",
        "target", "inputs", "answered", "branches", "answers", "kept", "slowest/ms", "findings");
    for (Fuzzer.Track track : fuzzer.tracks()) {
      String name = track.target.name();
      System.out.printf(
          "%-30s %10d %9d %9d %8d %6d %10d %9d%n",
          name,
          track.count("inputs"),
          track.count("answered"),
          fuzzer.places().branches(name),
          fuzzer.places().answers(name),
          track.count("kept"),
          track.count("slowest"),
          track.count("findings"));
    }
    System.out.println("heap after collection, MB, minute by minute: " + heap);
  }

  private long sum(String what) {
    return fuzzer.tracks().stream().mapToLong(track -> track.count(what)).sum();
  }

  private void keep(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Fuzzer.Track track : fuzzer.tracks()) {
      for (int i = 0; i < track.corpus.size(); i++) {
        String name = String.format("%s-%04d", track.target.name(), i);
        Files.write(directory.resolve(name), track.corpus.get(i));
      }
    }
  }
}
