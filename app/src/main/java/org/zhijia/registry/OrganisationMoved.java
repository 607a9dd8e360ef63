package org.zhijia.registry;

import org.zhijia.acts.PublicAct;

/// A union organisation stands below another one from now on.
///
/// @param higher number of the one that it stands below
public record OrganisationMoved(String number, String name, String higher) implements PublicAct {}
