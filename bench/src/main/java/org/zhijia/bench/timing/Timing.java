package org.zhijia.bench.timing;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.group.Group;

/// `./zhijia bench timing [PERCENT [NAME]]`: Welch's t between running times over a fixed and over
/// random secrets, for everything that the library does in constant time, and for a twin that
/// leaks. With fewer than 100 percent of the measurements it is quicker and sees less; with a name,
/// only the operations whose names contain it are timed.
public final class Timing {
  private static final int LARGEST_BATCH = 1000;
  private static final int BATCHES = 20;
  /// How many times fewer measurements there are in the finite field.
  private static final int FIELD = 20;

  private static final double EVIDENCE = 4.5;
  private static final double LEAK = 10;

  private final Random random = new Random();

  @SuppressWarnings("UnusedVariable") // written, so that no result is computed for nothing
  private volatile @Nullable Object sink;

  private Timing() {}

  /// @param percent of the measurements of a full run
  /// @param name part of the names of those that are wanted
  public static void run(int percent, String name) {
    System.out.printf(
        "%-50s %10s %12s %10s %8s %8s%n",
        "operation", "times", "usual/ns", "differ/ns", "t", "worst t");
    Timing timing = new Timing();
    List<Subject> subjects =
        new java.util.ArrayList<>(Subjects.of(Group.named("Ed25519").orElseThrow(), 1));
    subjects.addAll(Subjects.of(Group.named("BELENIOS-2048").orElseThrow(), FIELD));
    for (Subject subject : subjects) {
      if (!subject.name().contains(name)) {
        continue;
      }
      timing.time(subject, (int) (subject.measurements() * (long) percent / 100));
    }
  }

  private void time(Subject subject, int measurements) {
    int batch = Math.clamp(measurements / BATCHES, 1, LARGEST_BATCH);
    WelchTest warmUp = new WelchTest();
    for (int i = 0; i < BATCHES; i++) {
      batch(subject, batch, warmUp);
    }
    WelchTest test = new WelchTest();
    for (int i = 0; i < measurements; i += batch) {
      batch(subject, batch, test);
    }
    double worst = test.worst();
    String means =
        Math.abs(worst) < EVIDENCE
            ? "no evidence"
            : Math.abs(worst) < LEAK ? "some evidence" : "a leak";
    System.out.printf(
        Locale.ROOT,
        "%-50s %10d %12.0f %10.1f %8.2f %8.2f  %s%n",
        subject.name(),
        test.measurements(),
        test.usual(),
        test.difference(),
        test.cropped(),
        worst,
        means);
  }

  private void batch(Subject subject, int size, WelchTest test) {
    int[] classes = new int[size];
    long[] times = new long[size];
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array, so that reading it takes no calls
    Supplier<Object>[] trials = new Supplier[size];
    for (int i = 0; i < size; i++) {
      classes[i] = random.nextInt(2);
      trials[i] = subject.trials().trial(classes[i] == 0);
    }
    for (int i = 0; i < size; i++) {
      long start = System.nanoTime();
      sink = trials[i].get();
      times[i] = System.nanoTime() - start;
    }
    test.add(times, classes);
  }
}
