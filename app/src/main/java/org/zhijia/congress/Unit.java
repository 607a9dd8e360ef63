package org.zhijia.congress;

import java.time.LocalDate;
import java.util.Optional;

/// A unit that elects delegates.
///
/// @param elected delegates on the list now
/// @param heldOn the day of its election; none before
/// @param attended members present at it
/// @param fewest votes that one of its delegates has
record Unit(
    long id,
    String name,
    int members,
    int quota,
    Optional<LocalDate> heldOn,
    int attended,
    int elected,
    int fewest) {}
