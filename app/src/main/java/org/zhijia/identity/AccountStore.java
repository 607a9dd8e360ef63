package org.zhijia.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhijia.registry.Organisation;

/// All SQL on accounts, appointments and slips.
@Repository
class AccountStore {
  private static final String ACCOUNT =
      """
      select id, sign_in_name, name, person, path, password is not null as activated, disabled,
             locked_until, last_sign_in
        from identity.account
      """;
  private static final String APPOINTMENT =
      """
      select a.id, a.account, a.role, a.organisation, a.path
        from identity.appointment a
       where a.ended_at is null
      """;

  private final JdbcClient database;

  AccountStore(JdbcClient database) {
    this.database = database;
  }

  long add(String signInName, String name, @Nullable Long person, Organisation keeper) {
    return database
        .sql(
            """
            insert into identity.account (sign_in_name, name, person, organisation, path)
            values (?, ?, ?, ?, ?) returning id
            """)
        .param(signInName)
        .param(name)
        .param(person)
        .param(keeper.id())
        .param(keeper.path())
        .query(Long.class)
        .single();
  }

  Optional<Account> account(long id) {
    return database
        .sql(ACCOUNT + " where id = ?")
        .param(id)
        .query(AccountStore::account)
        .optional();
  }

  Optional<Account> named(String signInName) {
    return database
        .sql(ACCOUNT + " where sign_in_name = ?")
        .param(signInName)
        .query(AccountStore::account)
        .optional();
  }

  Optional<Account> ofPerson(long person) {
    return database
        .sql(ACCOUNT + " where person = ?")
        .param(person)
        .query(AccountStore::account)
        .optional();
  }

  void suspend(long account, boolean suspended) {
    database
        .sql("update identity.account set disabled = ? where id = ?")
        .params(suspended, account)
        .update();
  }

  /// Those that an organisation of this subtree keeps.
  List<Account> keptBelow(String path, String search) {
    return database
        .sql(
            ACCOUNT
                + """
                 where path like :path || '%'
                   and (strpos(lower(name), lower(:search)) > 0
                        or strpos(lower(sign_in_name), lower(:search)) > 0)
                 order by name collate "zh-x-icu", id limit 200
                """)
        .param("path", path)
        .param("search", search)
        .query(AccountStore::account)
        .list();
  }

  boolean isEmpty() {
    return database
        .sql("select not exists (select from identity.account)")
        .query(Boolean.class)
        .single();
  }

  Optional<String> password(long account) {
    return database
        .sql("select password from identity.account where id = ? and password is not null")
        .param(account)
        .query(String.class)
        .optional();
  }

  void setPassword(long account, String hash) {
    database
        .sql(
            """
            update identity.account set password = ?, failures = 0, locked_until = null
             where id = ?
            """)
        .params(hash, account)
        .update();
  }

  /// One more wrong password; from `allowed` on the account is locked until then.
  void failed(long account, int allowed, Instant until) {
    database
        .sql(
            """
            update identity.account
               set failures = failures + 1,
                   locked_until = case when failures + 1 >= ? then ? else locked_until end
             where id = ?
            """)
        .params(allowed, Timestamp.from(until), account)
        .update();
  }

  void succeeded(long account, Instant at) {
    database
        .sql(
            """
            update identity.account set failures = 0, locked_until = null, last_sign_in = ?
             where id = ?
            """)
        .params(Timestamp.from(at), account)
        .update();
  }

  void log(@Nullable Long account, String outcome) {
    database
        .sql("insert into identity.sign_in_log (account, outcome) values (?, ?)")
        .param(account)
        .param(outcome)
        .update();
  }

  void addSlip(byte[] digest, long account, @Nullable Long by, Instant expires) {
    database
        .sql(
            """
            insert into identity.slip (digest, account, issued_by, expires_at)
            values (?, ?, ?, ?)
            """)
        .param(digest)
        .param(account)
        .param(by)
        .param(Timestamp.from(expires))
        .update();
  }

  /// Earlier slips of an account are worth nothing once a new one is issued.
  void dropSlips(long account) {
    database
        .sql("delete from identity.slip where account = ? and used_at is null")
        .param(account)
        .update();
  }

  Optional<Long> slipAccount(byte[] digest, Instant now) {
    return database
        .sql(
            """
            select account from identity.slip
             where digest = ? and used_at is null and expires_at > ?
            """)
        .params(digest, Timestamp.from(now))
        .query(Long.class)
        .optional();
  }

  /// @return whether it was this call that used it
  boolean useSlip(byte[] digest, Instant now) {
    return database
            .sql(
                """
                update identity.slip set used_at = ?
                 where digest = ? and used_at is null and expires_at > ?
                """)
            .params(Timestamp.from(now), digest, Timestamp.from(now))
            .update()
        == 1;
  }

  void appoint(long account, Role role, long organisation, String path, @Nullable Long by) {
    database
        .sql(
            """
            insert into identity.appointment (account, role, organisation, path, appointed_by)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(account)
        .param(role.name())
        .param(organisation)
        .param(path)
        .param(by)
        .update();
  }

  Optional<Appointment> appointment(long id) {
    return database
        .sql(APPOINTMENT + " and a.id = ?")
        .param(id)
        .query(AccountStore::appointment)
        .optional();
  }

  void endAppointment(long id, Instant at) {
    database
        .sql("update identity.appointment set ended_at = ? where id = ? and ended_at is null")
        .params(Timestamp.from(at), id)
        .update();
  }

  List<Appointment> appointments(long account) {
    return database
        .sql(APPOINTMENT + " and a.account = ? order by a.path, a.role")
        .param(account)
        .query(AccountStore::appointment)
        .list();
  }

  /// Accounts of, and roles on, organisations that have another place in the tree now.
  void movePaths(String from, String to) {
    for (String table : List.of("account", "appointment")) {
      database
          .sql(
              "update identity."
                  + table
                  + """
                   set path = :to || substr(path, length(:from) + 1)
                   where path like :from || '%'
                  """)
          .param("from", from)
          .param("to", to)
          .update();
    }
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("sign_in_name"),
        row.getString("name"),
        Optional.ofNullable(row.getObject("person", Long.class)),
        row.getString("path"),
        row.getBoolean("activated"),
        row.getBoolean("disabled"),
        instant(row.getTimestamp("locked_until")),
        instant(row.getTimestamp("last_sign_in")));
  }

  private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
    return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
  }

  private static Appointment appointment(ResultSet row, int number) throws SQLException {
    return new Appointment(
        row.getLong("id"),
        row.getLong("account"),
        Role.valueOf(row.getString("role")),
        row.getLong("organisation"),
        row.getString("path"),
        "");
  }
}
