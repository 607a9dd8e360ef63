package org.zhijia.registry;

import org.zhijia.acts.PublicAct;

/// A union organisation was entered into the tree.
///
/// @param number its own
/// @param higher number of the one above it, empty for the federation itself
public record OrganisationFounded(String number, OrganisationKind kind, String name, String higher)
    implements PublicAct {}
