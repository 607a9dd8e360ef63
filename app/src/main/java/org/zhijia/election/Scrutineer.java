package org.zhijia.election;

import java.util.Optional;

/// Somebody who holds a part of the key, and the public messages that this person's browser sent.
///
/// @param place in the ceremony, from 1
/// @param chief signs the result
public record Scrutineer(
    int place,
    long account,
    String name,
    boolean chief,
    Optional<String> certificate,
    Optional<String> polynomial,
    Optional<String> share) {}
