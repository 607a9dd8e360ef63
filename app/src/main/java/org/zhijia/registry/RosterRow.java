package org.zhijia.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a roster as it was understood.
///
/// @param key what tells whether two rows are one person: the identity number, or without one
///     name, birth and union; null in rows that are bad
/// @param organisation id of the union; null where it is unknown
/// @param number the member's number, empty where one is to be given
record RosterRow(
    int line,
    List<RowFinding> findings,
    String name,
    boolean female,
    Sensitive sensitive,
    @Nullable String key,
    @Nullable Long organisation,
    String number,
    MembershipState state,
    LocalDate joinedOn) {
  RosterRow {
    findings = List.copyOf(findings);
  }
}
