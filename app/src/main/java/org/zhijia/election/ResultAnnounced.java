package org.zhijia.election;

import org.zhijia.acts.PublicAct;

/// The result of a vote was announced. Names are in the result file, to which the hash is bound.
///
/// @param assembly whose vote it was
/// @param uuid of the archive
/// @param body what was filled or decided, as [Body#word]
/// @param fingerprint of the election
/// @param resultSha256 of the result file that the chief scrutineer signed
/// @param adopted for a resolution
public record ResultAnnounced(
    long organisation,
    long assembly,
    long poll,
    String uuid,
    String body,
    String title,
    String fingerprint,
    String resultSha256,
    boolean adopted)
    implements PublicAct {}
