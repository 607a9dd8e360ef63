package org.zhijia.election;

import org.zhijia.acts.PublicAct;

/// One way of voting had more ballots returned than issued, none too many in all, and the chief
/// scrutineer let them count. The reason stands in the result file, to which the hash of
/// [ResultAnnounced] is bound.
///
/// @param channel `electronic` or `paper`
public record SurplusAccepted(
    long organisation,
    long assembly,
    long poll,
    String uuid,
    String title,
    String channel,
    int issued,
    int returned)
    implements PublicAct {}
