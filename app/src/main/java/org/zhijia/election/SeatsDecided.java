package org.zhijia.election;

import org.zhijia.acts.PublicAct;

/// It was decided what becomes of seats that a vote left open: the body has so many less, or they
/// stay vacant.
///
/// @param uuid of the vote
/// @param body that the seats belong to, as [Body#word]
/// @param choice `reduced` or `vacant`
/// @param open seats left over
/// @param size of the body from now on
/// @param byMethod whether the adopted method says so, so that no hands were counted
public record SeatsDecided(
    long organisation,
    long assembly,
    long poll,
    String uuid,
    String body,
    String choice,
    int open,
    int size,
    int due,
    boolean byMethod,
    int approve,
    int against,
    int abstain)
    implements PublicAct {}
