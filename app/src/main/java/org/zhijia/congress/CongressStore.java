package org.zhijia.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on congresses themselves, their stages and steps.
@Repository
class CongressStore {
  private static final String ROWS =
      """
      select c.*, s.stage
        from congress.congress c
        join lateral (select stage from congress.stage where congress = c.id
                       order by id desc limit 1) s on true
      """;

  private final JdbcClient database;

  CongressStore(JdbcClient database) {
    this.database = database;
  }

  /// @param base all but its id and stage count
  long add(Congress base, String by, Instant at) {
    long id =
        database
            .sql(
                """
                insert into congress.congress
                       (organisation, name, kind, body, due_target, begins_at, place, quorum,
                        assembly, least_women, least_front, opened_by, opened_at)
                values (:organisation, :name, :kind, :body, :due, :begins, :place, :quorum,
                        :assembly, :women, :front, :by, :at)
                returning id
                """)
            .param("organisation", base.organisation())
            .param("name", base.name())
            .param("kind", base.kind().name())
            .param("body", base.body())
            .param("due", base.dueTarget())
            .param("begins", Times.sql(base.beginsAt()))
            .param("place", base.place())
            .param("quorum", base.quorum())
            .param("assembly", base.assembly())
            .param("women", base.leastWomen())
            .param("front", base.leastFrontLine())
            .param("by", by)
            .param("at", Timestamp.from(at))
            .query(Long.class)
            .single();
    enter(id, Stage.PREPARATION, "", by, at);
    return id;
  }

  void assemble(long id, long assembly) {
    database
        .sql("update congress.congress set assembly = ? where id = ?")
        .params(assembly, id)
        .update();
  }

  void change(Congress to) {
    database
        .sql(
            """
            update congress.congress
               set name = :name, due_target = :due, begins_at = :begins, place = :place,
                   quorum = :quorum, least_women = :women, least_front = :front
             where id = :id
            """)
        .param("name", to.name())
        .param("due", to.dueTarget())
        .param("begins", Times.sql(to.beginsAt()))
        .param("place", to.place())
        .param("quorum", to.quorum())
        .param("women", to.leastWomen())
        .param("front", to.leastFrontLine())
        .param("id", to.id())
        .update();
  }

  void nextSitting(long id) {
    database
        .sql("update congress.congress set sitting = sitting + 1 where id = ?")
        .param(id)
        .update();
  }

  Optional<Congress> find(long id) {
    return database.sql(ROWS + " where c.id = ?").param(id).query(CongressStore::row).optional();
  }

  Optional<Congress> ofAssembly(long assembly) {
    return database
        .sql(ROWS + " where c.assembly = ?")
        .param(assembly)
        .query(CongressStore::row)
        .optional();
  }

  /// The newest first.
  List<Congress> all(int most) {
    return database
        .sql(ROWS + " order by c.begins_at desc nulls first, c.id desc limit ?")
        .param(most)
        .query(CongressStore::row)
        .list();
  }

  /// Locks the congress until the transaction ends.
  void lock(long id) {
    database
        .sql("select id from congress.congress where id = ? for update")
        .param(id)
        .query(Long.class)
        .single();
  }

  private static Congress row(ResultSet row, int number) throws SQLException {
    return new Congress(
        row.getLong("id"),
        row.getLong("organisation"),
        row.getString("name"),
        CongressKind.valueOf(row.getString("kind")),
        row.getString("body"),
        row.getInt("due_target"),
        Times.in(row, "begins_at"),
        row.getString("place"),
        row.getString("quorum"),
        row.getLong("assembly"),
        row.getInt("sitting"),
        row.getInt("least_women"),
        row.getInt("least_front"),
        Stage.valueOf(row.getString("stage")));
  }

  void enter(long congress, Stage stage, String reason, String by, Instant at) {
    database
        .sql(
            """
            insert into congress.stage (congress, stage, reason, entered_by, entered_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(congress, stage.name(), reason, by, Timestamp.from(at))
        .update();
  }

  /// A stage and how it was entered.
  record Entry(Stage stage, String reason, String by, Instant at) {}

  List<Entry> entries(long congress) {
    return database
        .sql(
            """
            select stage, reason, entered_by, entered_at from congress.stage
             where congress = ? order by id
            """)
        .param(congress)
        .query(
            (row, number) ->
                new Entry(
                    Stage.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getTimestamp(4).toInstant()))
        .list();
  }

  /// Stages that were left in the forward direction.
  Set<Stage> passed(long congress) {
    List<Entry> entries = entries(congress);
    Set<Stage> passed = EnumSet.noneOf(Stage.class);
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).reason().isEmpty()) {
        passed.add(entries.get(i - 1).stage());
      } else {
        passed.remove(entries.get(i).stage());
      }
    }
    return passed;
  }

  /// Something that was done outside.
  record Noted(String reference, LocalDate on, String by) {}

  void note(long congress, Step step, Noted noted, Instant at) {
    database
        .sql(
            """
            insert into congress.step (congress, step, reference, done_on, noted_by, noted_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (congress, step) do update
               set reference = excluded.reference, done_on = excluded.done_on,
                   noted_by = excluded.noted_by, noted_at = excluded.noted_at
            """)
        .params(
            congress, step.name(), noted.reference(), noted.on(), noted.by(), Timestamp.from(at))
        .update();
  }

  Map<Step, Noted> steps(long congress) {
    Map<Step, Noted> steps = new EnumMap<>(Step.class);
    database
        .sql("select step, reference, done_on, noted_by from congress.step where congress = ?")
        .param(congress)
        .query(
            row -> {
              steps.put(
                  Step.valueOf(row.getString(1)),
                  new Noted(row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)));
            });
    return steps;
  }
}
