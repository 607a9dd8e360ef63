package org.zhijia.statute;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The law of a place on a day: its packs from the nearest to the national one, and the calendar.
///
/// @param jurisdiction e.g. `cn/henan`
/// @param on the day whose law counts
/// @param packs nearest first
public record Law(String jurisdiction, LocalDate on, List<Pack> packs, WorkingDays workingDays) {

  public Law {
    packs = List.copyOf(packs);
  }

  /// What the nearest jurisdiction says; within it, what is said for this very kind of body.
  ///
  /// @throws BadFacts if none of them says anything on that day
  public Threshold threshold(String id, BodyKind kind) throws BadFacts {
    for (Pack pack : packs) {
      Optional<Threshold> found = pack.find(id, kind, on);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw BadFacts.of(
        "%1$s 在 %2$s 没有“%3$s”的数据，请换一个日期或地区，或先补充规则包。",
        "%1$s has no figure for \"%3$s\" on %2$s. Choose another day or place, or add to the pack.",
        jurisdiction,
        on,
        id,
        id);
  }

  /// Whether this place has such a rule on that day, for any kind of body.
  public boolean has(String id) {
    return packs.stream()
        .flatMap(pack -> pack.thresholds().stream())
        .anyMatch(threshold -> threshold.id().equals(id) && !on.isBefore(threshold.since()));
  }
}
