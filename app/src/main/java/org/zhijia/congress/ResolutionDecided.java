package org.zhijia.congress;

import org.zhijia.acts.PublicAct;

/// A resolution was adopted or not.
///
/// @param textSha256 of the text that was voted on, in UTF-8
/// @param base what the majority was taken of: `due` or `present`
public record ResolutionDecided(
    long organisation, long congress, String title, String textSha256, String base, boolean adopted)
    implements PublicAct {}
