package org.zhijia.registry;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on organisations and posts.
@Repository
class OrganisationStore {
  private static final String SELECT =
      """
      select id, number, kind, name, parent, path, employer, credit_code, founded_on, term_ends_on
        from registry.organisation
      """;

  private final JdbcClient database;

  OrganisationStore(JdbcClient database) {
    this.database = database;
  }

  /// What is known of an organisation before it has an id and a place.
  record Founding(
      String number,
      OrganisationKind kind,
      String name,
      String initials,
      String employer,
      String creditCode,
      @Nullable LocalDate foundedOn,
      @Nullable LocalDate termEndsOn,
      LocalDate since) {}

  long add(Founding founding, @Nullable Organisation parent) {
    long id =
        database
            .sql("select nextval(pg_get_serial_sequence('registry.organisation', 'id'))")
            .query(Long.class)
            .single();
    database
        .sql(
            """
            insert into registry.organisation (id, number, kind, name, initials, parent, path,
                   employer, credit_code, founded_on, term_ends_on, since)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(founding.number())
        .param(founding.kind().name())
        .param(founding.name())
        .param(founding.initials())
        .param(parent == null ? null : parent.id())
        .param((parent == null ? "." : parent.path()) + id + ".")
        .param(founding.employer())
        .param(founding.creditCode())
        .param(founding.foundedOn())
        .param(founding.termEndsOn())
        .param(founding.since())
        .update();
    if (parent != null) {
      database
          .sql("insert into registry.subordination (organisation, parent, since) values (?, ?, ?)")
          .params(id, parent.id(), founding.since())
          .update();
    }
    database.sql("insert into registry.headcount (organisation) values (?)").param(id).update();
    return id;
  }

  void change(long id, OrganisationRow row, String initials) {
    database
        .sql(
            """
            update registry.organisation
               set kind = ?, name = ?, initials = ?, employer = ?, credit_code = ?,
                   founded_on = ?, term_ends_on = ?
             where id = ?
            """)
        .param(row.kind().name())
        .param(row.name())
        .param(initials)
        .param(row.employer())
        .param(row.creditCode())
        .param(row.foundedOn().orElse(null))
        .param(row.termEndsOn().orElse(null))
        .param(id)
        .update();
  }

  /// Puts an organisation with all below it under another one, from this day on.
  void move(Organisation moved, Organisation parent, LocalDate on) {
    database
        .sql("update registry.organisation set parent = ? where id = ?")
        .params(parent.id(), moved.id())
        .update();
    database
        .sql(
            """
            update registry.organisation
               set path = :to || substr(path, length(:from) + 1)
             where path like :from || '%'
            """)
        .param("from", moved.path())
        .param("to", parent.path() + moved.id() + ".")
        .update();
    database
        .sql(
            """
            update registry.subordination set until = :on
             where organisation = :id and until is null
            """)
        .param("on", on)
        .param("id", moved.id())
        .update();
    database
        .sql(
            """
            insert into registry.subordination (organisation, parent, since) values (?, ?, ?)
            on conflict (organisation, since) do update
               set parent = excluded.parent, until = null
            """)
        .params(moved.id(), parent.id(), on)
        .update();
  }

  void dissolve(long id, LocalDate on) {
    database.sql("update registry.organisation set until = ? where id = ?").params(on, id).update();
    database
        .sql("update registry.subordination set until = ? where organisation = ? and until is null")
        .params(on, id)
        .update();
  }

  Optional<Organisation> find(long id) {
    return database
        .sql(SELECT + " where id = ?")
        .param(id)
        .query(OrganisationStore::organisation)
        .optional();
  }

  Optional<Organisation> root() {
    return database
        .sql(SELECT + " where parent is null and until is null order by id limit 1")
        .query(OrganisationStore::organisation)
        .optional();
  }

  Optional<Organisation> byNumber(String number) {
    return database
        .sql(SELECT + " where number = ?")
        .param(number)
        .query(OrganisationStore::organisation)
        .optional();
  }

  List<Organisation> below(String path) {
    return database
        .sql(SELECT + " where path like ? || '%' and until is null order by path")
        .param(path)
        .query(OrganisationStore::organisation)
        .list();
  }

  List<Organisation> named(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : database
            .sql(SELECT + " where id = any(:ids) order by length(path)")
            .param("ids", ids.toArray(Long[]::new))
            .query(OrganisationStore::organisation)
            .list();
  }

  /// A child with what its whole subtree counts.
  record Child(Organisation organisation, Headcount count) {}

  /// One pass over the subtree, grouped by the step of the path below the parent: a count for each
  /// child by itself reads the head counts once for each of them.
  List<Child> children(Organisation parent) {
    return database
        .sql(
            """
            select o.id, o.number, o.kind, o.name, o.parent, o.path, o.employer, o.credit_code,
                   o.founded_on, o.term_ends_on,
                   c.organisations, c.members, c.women, c.retained
              from registry.organisation o
              join (select split_part(substr(below.path, length(:path) + 1), '.', 1)::bigint
                             as child,
                           count(*) as organisations, sum(h.members) as members,
                           sum(h.women) as women, sum(h.retained) as retained
                      from registry.organisation below
                      join registry.headcount h on h.organisation = below.id
                     where below.path like :path || '%' and below.path <> :path
                       and below.until is null
                     group by child) c on c.child = o.id
             where o.parent = :parent and o.until is null
             order by o.number
            """)
        .param("path", parent.path())
        .param("parent", parent.id())
        .query((row, number) -> new Child(organisation(row, number), count(row)))
        .list();
  }

  Headcount count(String path) {
    return database
        .sql(
            """
            select count(*) as organisations, coalesce(sum(h.members), 0) as members,
                   coalesce(sum(h.women), 0) as women, coalesce(sum(h.retained), 0) as retained
              from registry.organisation o join registry.headcount h on h.organisation = o.id
             where o.path like ? || '%' and o.until is null
            """)
        .param(path)
        .query((row, number) -> count(row))
        .single();
  }

  /// By any part of the name, by pinyin initials, by number; within a subtree.
  List<Organisation> search(String text, String path) {
    return database
        .sql(
            SELECT
                + """
                 where path like :path || '%' and until is null
                   and (strpos(name, :text) > 0 or initials like lower(:text) || '%'
                        or number like :text || '%')
                 order by length(path), number limit 20
                """)
        .param("path", path)
        .param("text", text)
        .query(OrganisationStore::organisation)
        .list();
  }

  /// Somebody's post in an organisation.
  record Post(
      long id,
      Office office,
      String state,
      long person,
      String name,
      LocalDate since,
      Optional<LocalDate> termEndsOn) {}

  List<Post> posts(long organisation) {
    return database
        .sql(
            """
            select p.id, p.office, p.state, p.person, n.name, p.since, p.term_ends_on
              from registry.post p join registry.person n on n.id = p.person
             where p.organisation = ? and p.until is null
             order by p.since, p.id
            """)
        .param(organisation)
        .query(
            (row, number) ->
                new Post(
                    row.getLong("id"),
                    Office.valueOf(row.getString("office")),
                    row.getString("state"),
                    row.getLong("person"),
                    row.getString("name"),
                    row.getDate("since").toLocalDate(),
                    day(row.getDate("term_ends_on"))))
        .list();
  }

  void addPost(Organisations.Posting posting) {
    database
        .sql(
            """
            insert into registry.post (organisation, person, office, state, since, term_ends_on)
            values (?, ?, ?, 'IN_FORCE', ?, ?)
            """)
        .param(posting.organisation())
        .param(posting.person())
        .param(posting.office().name())
        .param(posting.since())
        .param(posting.termEndsOn())
        .update();
  }

  /// Of which organisation a post is that somebody holds.
  Optional<Long> organisationOfPost(long post) {
    return database
        .sql("select organisation from registry.post where id = ? and until is null")
        .param(post)
        .query(Long.class)
        .optional();
  }

  void endPost(long post, LocalDate until) {
    database
        .sql("update registry.post set state = 'ENDED', until = ? where id = ?")
        .params(until, post)
        .update();
  }

  /// Those in a subtree whose term ends by this day, the earliest first.
  List<Organisation> termsEnding(String path, LocalDate by, int most) {
    return database
        .sql(
            SELECT
                + """
                 where path like ? || '%' and until is null and term_ends_on <= ?
                 order by term_ends_on, id limit ?
                """)
        .params(path, by, most)
        .query(OrganisationStore::organisation)
        .list();
  }

  private static Headcount count(ResultSet row) throws SQLException {
    return new Headcount(
        row.getLong("organisations"),
        row.getLong("members"),
        row.getLong("women"),
        row.getLong("retained"));
  }

  private static Organisation organisation(ResultSet row, int number) throws SQLException {
    return new Organisation(
        row.getLong("id"),
        row.getString("number"),
        OrganisationKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("parent", Long.class),
        row.getString("path"),
        row.getString("employer"),
        row.getString("credit_code"),
        day(row.getDate("founded_on")),
        day(row.getDate("term_ends_on")));
  }

  private static Optional<LocalDate> day(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toLocalDate);
  }
}
