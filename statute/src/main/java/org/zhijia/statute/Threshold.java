package org.zhijia.statute;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A number of law: what it is, where and since when it holds, and who says so.
///
/// @param id which number, e.g. `congress.quorum`
/// @param kinds the kinds of body that it is for; empty: for all
/// @param value as written: `2/3`, `5%`, `25`; empty for a table, and for an article without number
/// @param bands the rows of a table of ranges, ascending
/// @param steps the rows of a table of growing sizes, ascending
public record Threshold(
    String id,
    List<BodyKind> kinds,
    String value,
    List<Band> bands,
    List<Step> steps,
    Citation citation,
    LocalDate since,
    Optional<LocalDate> until) {

  public Threshold {
    kinds = List.copyOf(kinds);
    bands = List.copyOf(bands);
    steps = List.copyOf(steps);
  }

  public Fraction share() {
    return Fraction.of(value);
  }

  public long count() {
    return Long.parseLong(value);
  }

  /// The row that this number falls into.
  public Band band(long number) {
    return bands.stream().filter(band -> number <= band.upTo()).findFirst().orElseThrow();
  }

  /// The last row that begins at or below this number; none where the table begins above it.
  public Optional<Step> step(long number) {
    return steps.reversed().stream().filter(step -> number >= step.from()).findFirst();
  }

  boolean isFor(BodyKind kind, LocalDate on) {
    return (kinds.isEmpty() || kinds.contains(kind))
        && !on.isBefore(since)
        && until.map(last -> !on.isAfter(last)).orElse(true);
  }
}
