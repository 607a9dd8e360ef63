package org.zhijia.identity;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The tokens of programs that use the API. A token is shown once; only its digest is kept.
@Service
class Tokens {
  /// Secret scanners know a token by its beginning.
  static final String PREFIX = "zhijia_";

  private static final int BYTES = 32;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String SELECT =
      """
      select id, account, organisation, label, scopes, expires_at, last_used
        from identity.api_token
       where ended_at is null and expires_at > ?
      """;

  private final JdbcClient database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Tokens(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What somebody wishes for.
  record Wish(long account, long organisation, String label, Set<Scope> scopes, Duration lives) {}

  /// @return the token, which is stored nowhere
  String issue(Wish wish) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Duration lives = wish.lives().compareTo(LONGEST) > 0 ? LONGEST : wish.lives();
    database
        .sql(
            """
            insert into identity.api_token
                   (digest, account, organisation, label, scopes, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Digests.of(token),
            wish.account(),
            wish.organisation(),
            wish.label(),
            wish.scopes().stream().map(Scope::word).sorted().toArray(String[]::new),
            Timestamp.from(Instant.now(clock).plus(lives)))
        .update();
    return token;
  }

  /// Whose token this is, as long as it is worth something; its use is noted to the minute.
  Optional<Token> use(String token) {
    Instant now = Instant.now(clock);
    Optional<Token> found =
        database
            .sql(SELECT + " and digest = ?")
            .params(Timestamp.from(now), Digests.of(token))
            .query(Tokens::token)
            .optional();
    found
        .filter(used -> used.lastUsed().isEmpty() || isOld(used.lastUsed().get(), now))
        .ifPresent(used -> noteUse(used.id(), now));
    return found;
  }

  private static boolean isOld(Instant last, Instant now) {
    return last.isBefore(now.minusSeconds(60));
  }

  private void noteUse(long id, Instant now) {
    database
        .sql("update identity.api_token set last_used = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  List<Token> of(long account) {
    return database
        .sql(SELECT + " and account = ? order by id")
        .params(Timestamp.from(Instant.now(clock)), account)
        .query(Tokens::token)
        .list();
  }

  /// Ends one's own token.
  void end(long id, long account) {
    database
        .sql("update identity.api_token set ended_at = ? where id = ? and account = ?")
        .params(Timestamp.from(Instant.now(clock)), id, account)
        .update();
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    Timestamp used = row.getTimestamp("last_used");
    return new Token(
        row.getLong("id"),
        row.getLong("account"),
        row.getLong("organisation"),
        row.getString("label"),
        scopes(row.getArray("scopes")),
        row.getTimestamp("expires_at").toInstant(),
        Optional.ofNullable(used).map(Timestamp::toInstant));
  }

  private static Set<Scope> scopes(Array words) throws SQLException {
    return Arrays.stream((String[]) words.getArray())
        .flatMap(word -> Scope.of(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
