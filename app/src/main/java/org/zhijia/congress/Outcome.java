package org.zhijia.congress;

import java.util.List;

/// What came of a wish: done, or refused on these grounds.
sealed interface Outcome {
  /// @param id of what was made or changed
  record Done(long id) implements Outcome {}

  record Refused(List<Ground> grounds) implements Outcome {
    public Refused {
      grounds = List.copyOf(grounds);
    }
  }

  static Outcome refused(Ground ground) {
    return new Refused(List.of(ground));
  }

  static Outcome refused(String zh, String en, Object... arguments) {
    return refused(Ground.of(zh, en, arguments));
  }
}
