package org.zhijia.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhijia.registry.FieldSeal;
import org.zhijia.registry.Sensitive;

/// All SQL on units, delegations, delegates and their credentials.
@Repository
class DelegateStore {
  private static final String ROWS =
      """
      select d.*, u.name as unit_name, g.name as delegation_name, k.passed, k.ground
        from congress.delegate d
        left join congress.unit u on u.id = d.unit
        left join congress.delegation g on g.id = d.delegation
        left join congress.credential k on k.delegate = d.id
      """;

  private final JdbcClient database;
  private final FieldSeal seal;

  DelegateStore(JdbcClient database, FieldSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  /// In the order of units, of which the invited come last.
  List<Delegate> of(long congress) {
    return database
        .sql(ROWS + " where d.congress = ? order by d.standing, u.id nulls last, d.id")
        .param(congress)
        .query(this::row)
        .list();
  }

  Optional<Delegate> find(long congress, long id) {
    return database
        .sql(ROWS + " where d.congress = ? and d.id = ?")
        .params(congress, id)
        .query(this::row)
        .optional();
  }

  Optional<Delegate> byCode(long congress, String code) {
    return database
        .sql(ROWS + " where d.congress = ? and d.code = ? and d.left_because = ''")
        .params(congress, code)
        .query(this::row)
        .optional();
  }

  Optional<Delegate> byPerson(long congress, long person) {
    return database
        .sql(ROWS + " where d.congress = ? and d.person = ? and d.left_because = ''")
        .params(congress, person)
        .query(this::row)
        .optional();
  }

  private Delegate row(ResultSet row, int number) throws SQLException {
    int approvals = row.getInt("approvals");
    boolean counted = !row.wasNull();
    boolean passed = row.getBoolean("passed");
    Optional<Boolean> verdict = row.wasNull() ? Optional.empty() : Optional.of(passed);
    return new Delegate(
        row.getLong("id"),
        number(row, "unit"),
        text(row, "unit_name"),
        number(row, "delegation"),
        text(row, "delegation_name"),
        Standing.valueOf(row.getString("standing")),
        row.getString("name"),
        row.getBoolean("female"),
        Category.valueOf(row.getString("category")),
        row.getString("post"),
        seal.open(row.getBytes("sealed")),
        number(row, "person"),
        row.getString("code"),
        counted ? OptionalInt.of(approvals) : OptionalInt.empty(),
        row.getString("left_because"),
        verdict,
        text(row, "ground"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /// Somebody new in the hall.
  record Newcomer(
      OptionalLong unit,
      Standing standing,
      String name,
      boolean female,
      Category category,
      String post,
      Sensitive sensitive,
      OptionalLong person,
      OptionalLong replaces) {}

  long add(long congress, Newcomer newcomer, String code, Instant at) {
    return database
        .sql(
            """
            insert into congress.delegate
                   (congress, unit, standing, name, female, category, post, sealed, person, code,
                    replaces, added_at)
            values (:congress, :unit, :standing, :name, :female, :category, :post, :sealed,
                    :person, :code, :replaces, :at)
            returning id
            """)
        .param("congress", congress)
        .param("unit", orNull(newcomer.unit()))
        .param("standing", newcomer.standing().name())
        .param("name", newcomer.name())
        .param("female", newcomer.female())
        .param("category", newcomer.category().name())
        .param("post", newcomer.post())
        .param("sealed", seal.seal(newcomer.sensitive()))
        .param("person", orNull(newcomer.person()))
        .param("code", code)
        .param("replaces", orNull(newcomer.replaces()))
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  private static @org.jspecify.annotations.Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  void leave(long delegate, String because) {
    database
        .sql("update congress.delegate set left_because = ? where id = ?")
        .params(because, delegate)
        .update();
  }

  void approvals(long delegate, int approvals) {
    database
        .sql("update congress.delegate set approvals = ? where id = ?")
        .params(approvals, delegate)
        .update();
  }

  void examine(long delegate, boolean passed, String ground, String by, Instant at) {
    database
        .sql(
            """
            insert into congress.credential (delegate, passed, ground, examined_by, examined_at)
            values (?, ?, ?, ?, ?)
            on conflict (delegate) do update
               set passed = excluded.passed, ground = excluded.ground,
                   examined_by = excluded.examined_by, examined_at = excluded.examined_at
            """)
        .params(delegate, passed, ground, by, Timestamp.from(at))
        .update();
  }

  // Units

  List<Unit> units(long congress) {
    return database
        .sql(
            """
            select u.id, u.name, u.members, u.quota, u.held_on, coalesce(u.attended, 0) attended,
                   count(d.id) elected, coalesce(min(d.approvals), 0) fewest
              from congress.unit u
              left join congress.delegate d on d.unit = u.id and d.left_because = ''
                                           and d.standing = 'DELEGATE'
             where u.congress = ? group by u.id order by u.id
            """)
        .param(congress)
        .query(
            (row, number) ->
                new Unit(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getInt("members"),
                    row.getInt("quota"),
                    Optional.ofNullable(row.getObject("held_on", LocalDate.class)),
                    row.getInt("attended"),
                    row.getInt("elected"),
                    row.getInt("fewest")))
        .list();
  }

  long addUnit(long congress, String name, int members, int quota) {
    return database
        .sql(
            """
            insert into congress.unit (congress, name, members, quota) values (?, ?, ?, ?)
            on conflict (congress, name) do update
               set members = excluded.members, quota = excluded.quota
            returning id
            """)
        .params(congress, name, members, quota)
        .query(Long.class)
        .single();
  }

  /// The unit with this name, made if there is none.
  long unit(long congress, String name) {
    return database
        .sql("select id from congress.unit where congress = ? and name = ?")
        .params(congress, name)
        .query(Long.class)
        .optional()
        .orElseGet(() -> addUnit(congress, name, 0, 0));
  }

  void quota(long unit, int quota) {
    database.sql("update congress.unit set quota = ? where id = ?").params(quota, unit).update();
  }

  void held(long unit, LocalDate on, int attended) {
    database
        .sql("update congress.unit set held_on = ?, attended = ? where id = ?")
        .params(on, attended, unit)
        .update();
  }

  // Delegations

  /// @param people delegates that belong to it
  record Delegation(long id, String name, String place, int people) {}

  List<Delegation> delegations(long congress) {
    return database
        .sql(
            """
            select g.id, g.name, g.place, count(d.id) people
              from congress.delegation g
              left join congress.delegate d on d.delegation = g.id and d.left_because = ''
             where g.congress = ? group by g.id order by g.id
            """)
        .param(congress)
        .query(
            (row, number) ->
                new Delegation(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4)))
        .list();
  }

  long addDelegation(long congress, String name, String place) {
    return database
        .sql(
            """
            insert into congress.delegation (congress, name, place) values (?, ?, ?)
            on conflict (congress, name) do update set place = excluded.place returning id
            """)
        .params(congress, name, place)
        .query(Long.class)
        .single();
  }

  /// All delegates of a unit go to one delegation.
  void assign(long congress, long unit, long delegation) {
    database
        .sql("update congress.delegate set delegation = ? where congress = ? and unit = ?")
        .params(delegation, congress, unit)
        .update();
  }
}
