package org.zhijia.identity;

import java.time.Instant;
import java.util.Optional;

/// Somebody who can sign in.
///
/// @param name as it is shown
/// @param activated whether a password has been set
/// @param lockedUntil after too many wrong passwords
public record Account(
    long id,
    String signInName,
    String name,
    Optional<Long> person,
    boolean activated,
    boolean disabled,
    Optional<Instant> lockedUntil,
    Optional<Instant> lastSignIn) {}
