package org.zhijia.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on people, memberships and readings.
@Repository
class MemberStore {
  private final JdbcClient database;
  private final FieldSeal seal;

  MemberStore(JdbcClient database, FieldSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  /// A row of a list of members.
  public record Row(
      long person,
      String name,
      boolean female,
      String number,
      MembershipState state,
      LocalDate joinedOn,
      long organisation,
      String organisationName) {}

  private static final String ROWS =
      """
      select m.person, p.name, p.female, m.number, m.state, m.joined_on, m.organisation,
             o.name as organisation_name
        from registry.membership m
        join registry.person p on p.id = m.person
        join registry.organisation o on o.id = m.organisation
      """;

  /// The members of one organisation after this number, in the order of their numbers.
  List<Row> of(long organisation, String after, int most) {
    return database
        .sql(
            ROWS
                + """
                 where m.organisation = ? and m.left_on is null and m.number > ?
                 order by m.number limit ?
                """)
        .params(organisation, after, most)
        .query(MemberStore::row)
        .list();
  }

  /// By name, pinyin initials or number, within a subtree.
  List<Row> search(String text, String path, int most) {
    return database
        .sql(
            ROWS
                + """
                 where m.left_on is null and o.path like :path || '%'
                   and (p.name like :text || '%' or p.initials like lower(:text) || '%'
                        or m.number like :text || '%')
                 order by p.name collate "zh-x-icu", m.number limit :most
                """)
        .param("path", path)
        .param("text", text)
        .param("most", most)
        .query(MemberStore::row)
        .list();
  }

  Optional<Row> byNumber(String number, String path) {
    return database
        .sql(ROWS + " where m.left_on is null and m.number = ? and o.path like ? || '%' limit 1")
        .params(number, path)
        .query(MemberStore::row)
        .optional();
  }

  Optional<Row> byDigest(byte[] digest, String path) {
    return database
        .sql(ROWS + " where m.left_on is null and p.id_digest = ? and o.path like ? || '%'")
        .params(digest, path)
        .query(MemberStore::row)
        .optional();
  }

  /// Somebody new with a membership.
  ///
  /// @return the person's id
  long add(Members.Newcomer newcomer, String key) {
    long person =
        database
            .sql(
                """
                insert into registry.person (name, initials, female, sealed, id_digest)
                values (?, ?, ?, ?, ?) returning id
                """)
            .params(
                newcomer.name(),
                Pinyin.ofPerson(newcomer.name()),
                newcomer.female(),
                seal.seal(newcomer.sensitive()),
                seal.digest(key))
            .query(Long.class)
            .single();
    database
        .sql(
            """
            insert into registry.membership
                   (person, organisation, female, number, state, joined_on)
            values (?, ?, ?, lpad(nextval('registry.member_number')::text, 8, '0'), ?, ?)
            """)
        .param(person)
        .param(newcomer.organisation())
        .param(newcomer.female())
        .param(newcomer.state().name())
        .param(newcomer.joinedOn())
        .update();
    return person;
  }

  boolean isKnown(String key) {
    return database
        .sql("select exists (select from registry.person where id_digest = ?)")
        .param(seal.digest(key))
        .query(Boolean.class)
        .single();
  }

  /// @param sensitive opened; in the database they are sealed
  record Person(long id, String name, boolean female, Sensitive sensitive) {}

  Optional<Person> person(long id) {
    return database
        .sql("select id, name, female, sealed from registry.person where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new Person(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getBoolean("female"),
                    seal.open(row.getBytes("sealed"))))
        .optional();
  }

  Optional<Row> current(long person) {
    return database
        .sql(ROWS + " where m.person = ? and m.left_on is null")
        .param(person)
        .query(MemberStore::row)
        .optional();
  }

  List<Row> memberships(long person) {
    return database
        .sql(ROWS + " where m.person = ? order by m.joined_on desc")
        .param(person)
        .query(MemberStore::row)
        .list();
  }

  /// Paths of the organisations that somebody belongs to now or held last.
  List<String> paths(long person) {
    return database
        .sql(
            """
            select o.path from registry.membership m
              join registry.organisation o on o.id = m.organisation
             where m.person = ? order by m.left_on nulls first limit 1
            """)
        .param(person)
        .query(String.class)
        .list();
  }

  /// One reading of somebody's sensitive fields.
  public record Reading(Instant at, String reader, String fields, String reason) {}

  void addReading(Reading reading, long reader, long person) {
    database
        .sql(
            """
            insert into registry.reading (reader, reader_name, person, fields, reason)
            values (?, ?, ?, ?, ?)
            """)
        .params(reader, reading.reader(), person, reading.fields(), reading.reason())
        .update();
  }

  List<Reading> readings(@Nullable Long person, int most) {
    return database
        .sql(
            """
            select at, reader_name, fields, reason from registry.reading
             where cast(:person as bigint) is null or person = :person
             order by id desc limit :most
            """)
        .param("person", person)
        .param("most", most)
        .query(
            (row, number) ->
                new Reading(
                    row.getTimestamp("at").toInstant(),
                    row.getString("reader_name"),
                    row.getString("fields"),
                    row.getString("reason")))
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("person"),
        row.getString("name"),
        row.getBoolean("female"),
        row.getString("number"),
        MembershipState.valueOf(row.getString("state")),
        row.getDate("joined_on").toLocalDate(),
        row.getLong("organisation"),
        row.getString("organisation_name"));
  }
}
