package org.zhijia.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A union organisation and its place in the tree.
///
/// @param number its own short number, unique in the federation
/// @param path ids from the root to itself, as in `.1.7.`: a subtree is a prefix
/// @param termEndsOn last day of the committee's term; none where it is not known
public record Organisation(
    long id,
    String number,
    OrganisationKind kind,
    String name,
    @Nullable Long parent,
    String path,
    String employer,
    String creditCode,
    Optional<LocalDate> foundedOn,
    Optional<LocalDate> termEndsOn) {

  /// Ids from the root down to, but not including, this one.
  List<Long> ancestors() {
    return Arrays.stream(path.split("\\.", -1))
        .filter(step -> !step.isEmpty())
        .map(Long::valueOf)
        .filter(step -> step != id)
        .toList();
  }
}
