package org.zhijia.congress;

import java.time.LocalDate;
import org.zhijia.acts.PublicAct;

/// The higher union approved the results of a congress.
///
/// @param number of its reply
public record ResultsApproved(long organisation, long congress, String number, LocalDate givenOn)
    implements PublicAct {}
