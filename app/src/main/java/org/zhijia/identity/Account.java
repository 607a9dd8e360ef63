package org.zhijia.identity;

import java.time.Instant;
import java.util.Optional;

/// Somebody who can sign in.
///
/// @param name as it is shown
/// @param path of the organisation that keeps the account: whose administrators may change it
/// @param activated whether a password has been set
/// @param lockedUntil after too many wrong passwords
public record Account(
    long id,
    String signInName,
    String name,
    Optional<Long> person,
    String path,
    boolean activated,
    boolean disabled,
    Optional<Instant> lockedUntil,
    Optional<Instant> lastSignIn) {}
