package org.zhijia.bench.timing;

import java.util.Arrays;

/// Whether two samples have different means: Welch's t, over all times and over those below some
/// percentiles, since what interrupts a measurement makes it longer by far more than a leak does.
///
/// Source: Reparaz, Balasch, Verbauwhede, "Dude, is my code constant time?", 2017.
final class WelchTest {
  private static final int CROPS = 20;
  private static final int ENOUGH = 200;

  private final Sample[][] samples = new Sample[CROPS + 1][2];
  private long[] crops = {};

  WelchTest() {
    for (Sample[] pair : samples) {
      pair[0] = new Sample();
      pair[1] = new Sample();
    }
  }

  private static final class Sample {
    long n;
    double mean;
    double squares;

    void add(double value) {
      n++;
      double off = value - mean;
      mean += off / n;
      squares += off * (value - mean);
    }

    double varianceOfMean() {
      return n < 2 ? Double.NaN : squares / (n - 1) / n;
    }
  }

  /// Takes times of a batch, with the class (0 or 1) of each. The first batch sets the percentiles.
  void add(long[] times, int[] classes) {
    if (crops.length == 0) {
      long[] sorted = times.clone();
      Arrays.sort(sorted);
      crops = new long[CROPS];
      for (int i = 0; i < CROPS; i++) {
        double part = 1 - Math.pow(0.5, 10.0 * (i + 1) / CROPS);
        crops[i] = sorted[(int) (part * (sorted.length - 1))];
      }
    }
    for (int i = 0; i < times.length; i++) {
      samples[CROPS][classes[i]].add((double) times[i]);
      for (int crop = 0; crop < CROPS; crop++) {
        if (times[i] <= crops[crop]) {
          samples[crop][classes[i]].add((double) times[i]);
        }
      }
    }
  }

  long measurements() {
    return samples[CROPS][0].n + samples[CROPS][1].n;
  }

  /// The t that is farthest from zero, of all crops with enough in them.
  double worst() {
    double worst = 0;
    for (Sample[] pair : samples) {
      double t = t(pair);
      if (Math.min(pair[0].n, pair[1].n) >= ENOUGH && Math.abs(t) > Math.abs(worst)) {
        worst = t;
      }
    }
    return worst;
  }

  /// The t over the times below the ninth of ten parts or so.
  double cropped() {
    return t(samples[CROPS / 3]);
  }

  /// Mean of all times below the median or so, in nanoseconds: what the operation takes when
  /// nothing disturbs it.
  double usual() {
    return (samples[1][0].mean + samples[1][1].mean) / 2;
  }

  /// Difference of the means where t is farthest from zero, in nanoseconds.
  double difference() {
    Sample[] at = samples[CROPS / 3];
    return at[0].mean - at[1].mean;
  }

  private static double t(Sample[] pair) {
    double t =
        (pair[0].mean - pair[1].mean)
            / Math.sqrt(pair[0].varianceOfMean() + pair[1].varianceOfMean());
    return Double.isFinite(t) ? t : 0;
  }
}
