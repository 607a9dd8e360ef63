package org.zhijia.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A key with which a program acts for an account, within scopes and for one organisation.
///
/// @param label what its owner calls it
record Token(
    long id,
    long account,
    long organisation,
    String label,
    Set<Scope> scopes,
    Instant expiresAt,
    Optional<Instant> lastUsed) {
  Token {
    scopes = Set.copyOf(scopes);
  }
}
