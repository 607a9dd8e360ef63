package org.zhijia.election;

import org.zhijia.acts.PublicAct;

/// A vote began.
///
/// @param uuid of the archive
/// @param fingerprint of the election; empty for a vote on paper alone
/// @param issued ballots handed out in both ways
public record PollOpened(
    long organisation,
    long assembly,
    String uuid,
    String body,
    String title,
    String fingerprint,
    int due,
    int present,
    int issued)
    implements PublicAct {}
