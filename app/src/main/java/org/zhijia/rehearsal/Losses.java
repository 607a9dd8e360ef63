package org.zhijia.rehearsal;

import java.util.Random;

/// A network that loses requests and replies.
final class Losses {
  private final int percent;
  private final Random random;
  private long lost;

  Losses(int percent, long seed) {
    this.percent = percent;
    this.random = new Random(seed);
  }

  /// Whether the next message is lost.
  synchronized boolean next() {
    boolean gone = percent > 0 && random.nextInt(100) < percent;
    lost += gone ? 1 : 0;
    return gone;
  }

  /// How many were lost so far.
  synchronized long lost() {
    return lost;
  }
}
