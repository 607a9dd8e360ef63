package org.zhijia.ballot.trustee;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;

/// Finds m with g^m = M for 0 ≤ m ≤ bound by baby steps and giant steps: about 2·√bound additions
/// and √bound table entries (Shanks 1971). Variable time: the sums are about to be published.
final class DiscreteLogs {
  /// Above this the table would outgrow memory; no union counts so many weighted votes.
  static final long LARGEST_BOUND = 1L << 44;

  private final long bound;
  private final int step;
  private final Map<Element, Integer> babySteps = new HashMap<>();
  /// g^−step: dividing once is dear in a finite field, dividing each time would be dearer.
  private final Element giantStep;

  DiscreteLogs(Group group, long bound) {
    if (bound < 0 || bound > LARGEST_BOUND) {
      throw new IllegalArgumentException(
          "the sum of all weights is too large to decrypt: " + bound);
    }
    this.bound = bound;
    this.step = (int) Math.ceil(Math.sqrt(bound + 1.0));
    Element power = group.neutral();
    for (int i = 0; i < step; i++) {
      babySteps.putIfAbsent(power, i);
      power = power.times(group.generator());
    }
    this.giantStep = group.neutral().dividedBy(power);
  }

  OptionalLong of(Element element) {
    Element rest = element;
    for (long giant = 0; giant <= step; giant++) {
      Integer baby = babySteps.get(rest);
      if (baby != null) {
        long log = giant * step + baby;
        return log <= bound ? OptionalLong.of(log) : OptionalLong.empty();
      }
      rest = rest.times(giantStep);
    }
    return OptionalLong.empty();
  }
}
