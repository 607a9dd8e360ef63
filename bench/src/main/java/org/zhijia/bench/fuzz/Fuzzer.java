package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.CeremonyFault;

/// Feeds targets with changed inputs, keeps those that reach new places, and notes what breaks.
///
/// What a target is given depends on the seed and on how many inputs it was given before, not on
/// the clock: the same seed gives the same inputs.
final class Fuzzer {
  private static final long MILLI = 1_000_000;
  private static final int RECENT = 8;
  private static final int LARGEST_KEPT = 1 << 15;
  private static final long MOST_KEPT_BYTES = 1 << 19;

  private final long seed;
  private final Places places;
  private final Findings findings;
  private final List<Track> tracks = new ArrayList<>();
  private final Set<String> found = new HashSet<>();
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  Fuzzer(List<Target> targets, long seed, Places places, Findings findings) {
    this.seed = seed;
    this.places = places;
    this.findings = findings;
    targets.forEach(target -> tracks.add(new Track(target, seed)));
  }

  /// A target with its inputs so far.
  static final class Track {
    final Target target;
    final List<byte[]> corpus;
    final Random random;
    final Mutations mutations;
    final Map<String, Long> counts = new HashMap<>();
    long kept;
    boolean begun;

    Track(Target target, long seed) {
      this.target = target;
      this.corpus = new ArrayList<>(target.inputs().seeds());
      this.random = new Random(seed * 31 + target.name().hashCode());
      this.mutations = new Mutations(random);
    }

    byte[] next() {
      byte[] parent = corpus.get(parent());
      byte[] changed = mutations.of(target.inputs().kind(), parent, corpus);
      boolean mended = random.nextInt(4) > 0;
      return mended ? target.inputs().mending().mend(changed, random::nextBytes) : changed;
    }

    /// A third of the time a valid input, since most kept ones fall at the first hurdle and their
    /// children with them; a third of the time one kept lately; else any.
    private int parent() {
      int size = corpus.size();
      return switch (random.nextInt(3)) {
        case 0 -> random.nextInt(target.inputs().seeds().size());
        case 1 -> size - 1 - random.nextInt(Math.min(size, RECENT));
        default -> random.nextInt(size);
      };
    }

    /// Keeps an input; when there are many, another one that was kept is given up for it.
    void keep(byte[] input) {
      int seeds = target.inputs().seeds().size();
      while (kept + input.length > MOST_KEPT_BYTES && corpus.size() > seeds) {
        int at = seeds + random.nextInt(corpus.size() - seeds);
        kept -= corpus.get(at).length;
        corpus.set(at, corpus.getLast());
        corpus.removeLast();
      }
      kept += input.length;
      corpus.add(input);
      counts.merge("kept", 1L, Long::sum);
    }

    long count(String what) {
      return counts.getOrDefault(what, 0L);
    }
  }

  List<Track> tracks() {
    return tracks;
  }

  Places places() {
    return places;
  }

  /// One slice of time for every target.
  void round() throws IOException {
    for (Track track : tracks) {
      if (!track.begun) {
        track.begun = true;
        for (byte[] valid : track.target.inputs().seeds()) {
          feed(track, valid);
        }
      }
      long end = System.nanoTime() + track.target.effort().turnMillis * MILLI;
      while (System.nanoTime() < end) {
        byte[] input = track.next();
        if (feed(track, input) && input.length <= LARGEST_KEPT) {
          track.keep(input);
        }
      }
    }
  }

  /// Whether the input reached a new place.
  private boolean feed(Track track, byte[] input) throws IOException {
    places.clear();
    findings.watch(track.target.name(), input);
    long start = clock.getCurrentThreadCpuTime();
    String answer = answer(track, input);
    long nanos = clock.getCurrentThreadCpuTime() - start;
    findings.unwatch();
    if (nanos > track.target.effort().mostMillis * MILLI) {
      report(track, input, new Readers.BrokenPromise("took " + nanos / MILLI + " ms"));
    }
    track.counts.merge("inputs", 1L, Long::sum);
    track.counts.merge("slowest", nanos / MILLI, Math::max);
    return places.reached(track.target.name(), answer);
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // whatever is thrown is what is looked for
  private String answer(Track track, byte[] input) throws IOException {
    try {
      String answer = track.target.reader().read(input);
      track.counts.merge("answered", 1L, Long::sum);
      return answer;
    } catch (Malformed | ArchiveFault | CeremonyFault refused) {
      return String.valueOf(refused.getMessage());
    } catch (Throwable broken) {
      report(track, input, broken);
      return "broken: " + broken;
    }
  }

  private void report(Track track, byte[] input, Throwable broken) throws IOException {
    track.counts.merge("findings", 1L, Long::sum);
    StackTraceElement[] trace = broken.getStackTrace();
    String place = track.target.name() + broken.getClass() + (trace.length == 0 ? "" : trace[0]);
    if (found.add(place)) {
      findings.write(track.target.name(), seed, input, broken);
    }
  }
}
