package org.zhijia.registry;

import org.zhijia.acts.PublicAct;

/// The good rows of a roster were added to the register of members.
///
/// @param organisation number of the organisation whose roster it was
/// @param fileDigest SHA-256 of the file, hexadecimal
public record RosterTaken(String organisation, String fileDigest, long added)
    implements PublicAct {}
