package org.zhijia.registry;

/// How many members there are in a subtree, counted from one query for every page that shows it.
///
/// @param organisations that exist in the subtree, itself included
/// @param retained memberships that are merely retained, apart from the members
public record Headcount(long organisations, long members, long women, long retained) {}
