package org.zhijia.registry;

import org.zhijia.acts.PublicAct;

/// A union organisation came to its end.
///
/// @param ground why, as in the number of the higher union's approval
public record OrganisationDissolved(String number, String name, String ground)
    implements PublicAct {}
