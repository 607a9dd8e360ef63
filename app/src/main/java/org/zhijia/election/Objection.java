package org.zhijia.election;

import java.time.Instant;
import java.util.Optional;

/// What a member says against a candidate (异议) while the candidates' publicity runs.
///
/// @param account of whoever objects
/// @param name of whoever objects; for the desk alone
/// @param answer of the desk; empty as long as it owes one
public record Objection(
    long id,
    String candidate,
    String text,
    long account,
    String name,
    Instant at,
    Optional<String> answer) {}
