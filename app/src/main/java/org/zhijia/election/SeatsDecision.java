package org.zhijia.election;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What was decided on seats that a vote left open (缺额), instead of another vote.
///
/// @param open seats left over
/// @param size of the body from now on
/// @param due of whom more than half had to be for it
/// @param vote by show of hands; empty where the adopted method itself says so
/// @param by who wrote it down
public record SeatsDecision(
    Choice choice, int open, int size, int due, Optional<Method.Vote> vote, String by, Instant at) {

  /// The ways on besides another vote.
  public enum Choice {
    /// The body has so many seats less (减少名额).
    REDUCED,
    /// The seats stay open (暂缺).
    VACANT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
