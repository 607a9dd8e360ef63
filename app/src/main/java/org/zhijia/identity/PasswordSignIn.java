package org.zhijia.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Signs in with name and password. An unknown name costs as much time as a wrong password, and
/// both get the same answer.
@Component
class PasswordSignIn implements AuthenticationProvider {
  private static final int ALLOWED_FAILURES = 5;
  private static final Duration LOCKED_FOR = Duration.ofMinutes(15);
  private static final int TRIES_PER_MINUTE = 10;

  private final AccountStore store;
  private final PasswordEncoder encoder;
  private final Attempts attempts;
  private final Clock clock;
  private final String nobodysHash;

  PasswordSignIn(AccountStore store, PasswordEncoder encoder, Attempts attempts, Clock clock) {
    this.store = store;
    this.encoder = encoder;
    this.attempts = attempts;
    this.clock = clock;
    this.nobodysHash = encoder.encode("nobody's password");
  }

  @Override
  public Authentication authenticate(Authentication wish) {
    String name = wish.getName().strip();
    String password = String.valueOf(wish.getCredentials());
    if (!attempts.within("account " + name, TRIES_PER_MINUTE)) {
      throw new LockedException("too many attempts");
    }
    Optional<Account> found = store.named(name);
    String hash = found.flatMap(account -> store.password(account.id())).orElse(nobodysHash);
    boolean right = encoder.matches(password, hash);
    if (found.isEmpty()) {
      store.log(null, "UNKNOWN");
      throw new BadCredentialsException("unknown");
    }
    Account account = found.get();
    Instant now = Instant.now(clock);
    if (account.disabled() || account.lockedUntil().filter(now::isBefore).isPresent()) {
      store.log(account.id(), "LOCKED");
      throw new LockedException("locked");
    }
    if (!right) {
      store.failed(account.id(), ALLOWED_FAILURES, now.plus(LOCKED_FOR));
      store.log(account.id(), "WRONG");
      throw new BadCredentialsException("wrong");
    }
    store.succeeded(account.id(), now);
    store.log(account.id(), "DONE");
    return UsernamePasswordAuthenticationToken.authenticated(
        String.valueOf(account.id()), null, List.of());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
