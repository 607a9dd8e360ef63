package org.zhijia.statute;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The numbers of law of one jurisdiction.
///
/// @param jurisdiction its path, e.g. `cn/henan`
public record Pack(String jurisdiction, Text name, List<Threshold> thresholds) {

  public Pack {
    thresholds = List.copyOf(thresholds);
  }

  /// What is said for this very kind before what is said for all.
  Optional<Threshold> find(String id, BodyKind kind, LocalDate on) {
    List<Threshold> fitting =
        thresholds.stream()
            .filter(threshold -> threshold.id().equals(id) && threshold.isFor(kind, on))
            .toList();
    return fitting.stream()
        .filter(threshold -> !threshold.kinds().isEmpty())
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }
}
