package org.zhijia.registry;

/// An organisation and all below it have another place in the tree. Not an official act by itself
/// ([OrganisationMoved] is): it tells those who keep paths of their own.
///
/// @param from the path before, as in `.1.7.`
public record SubtreeMoved(String from, String to) {}
