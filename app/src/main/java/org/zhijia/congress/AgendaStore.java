package org.zhijia.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on the agenda, the notes of groups, and who holds a post of the congress.
@Repository
class AgendaStore {
  private final JdbcClient database;

  AgendaStore(JdbcClient database) {
    this.database = database;
  }

  /// An item of the agenda.
  ///
  /// @param minutes that it is given
  record Item(
      long id,
      int position,
      ItemKind kind,
      String title,
      String presenter,
      OptionalLong document,
      Optional<Instant> plannedAt,
      int minutes,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {

    public boolean isCurrent() {
      return startedAt.isPresent() && endedAt.isEmpty();
    }

    /// When its time is up; while it is the current one.
    public Optional<Instant> until() {
      return startedAt.map(start -> start.plusSeconds(60L * minutes));
    }
  }

  List<Item> items(long congress) {
    return database
        .sql("select * from congress.item where congress = ? order by position, id")
        .param(congress)
        .query(AgendaStore::item)
        .list();
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    long document = row.getLong("document");
    OptionalLong linked = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(document);
    return new Item(
        row.getLong("id"),
        row.getInt("position"),
        ItemKind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getString("presenter"),
        linked,
        Times.in(row, "planned_at"),
        row.getInt("minutes"),
        Times.in(row, "started_at"),
        Times.in(row, "ended_at"));
  }

  /// At the end of the agenda.
  long add(long congress, Item item) {
    return database
        .sql(
            """
            insert into congress.item
                   (congress, position, kind, title, presenter, document, planned_at, minutes)
            values (:congress,
                    (select coalesce(max(position), 0) + 1 from congress.item
                      where congress = :congress),
                    :kind, :title, :presenter, :document, :planned, :minutes)
            returning id
            """)
        .param("congress", congress)
        .param("kind", item.kind().name())
        .param("title", item.title())
        .param("presenter", item.presenter())
        .param("document", item.document().isPresent() ? item.document().getAsLong() : null)
        .param("planned", Times.sql(item.plannedAt()))
        .param("minutes", item.minutes())
        .query(Long.class)
        .single();
  }

  void endCurrent(long congress, Instant at) {
    database
        .sql(
            """
            update congress.item set ended_at = ?
             where congress = ? and started_at is not null and ended_at is null
            """)
        .params(Timestamp.from(at), congress)
        .update();
  }

  void start(long congress, long item, Instant at) {
    database
        .sql(
            """
            update congress.item set started_at = ?, ended_at = null
             where congress = ? and id = ?
            """)
        .params(Timestamp.from(at), congress, item)
        .update();
  }

  /// Only one that was not called yet.
  boolean drop(long congress, long item) {
    return database
            .sql("delete from congress.item where congress = ? and id = ? and started_at is null")
            .params(congress, item)
            .update()
        == 1;
  }

  /// Changes places with the one above.
  void raise(long congress, long item) {
    List<Item> items = items(congress);
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i).id() == item) {
        place(items.get(i - 1).id(), items.get(i).position());
        place(item, items.get(i - 1).position());
      }
    }
  }

  private void place(long item, int position) {
    database
        .sql("update congress.item set position = ? where id = ?")
        .params(position, item)
        .update();
  }

  /// What a group said.
  record Note(long item, String itemTitle, String delegation, String text, String by, Instant at) {}

  /// A remark of a group that is to be kept.
  record Remark(long delegation, long item, String text, String by, Instant at) {}

  void note(long congress, Remark remark) {
    database
        .sql(
            """
            insert into congress.note (congress, delegation, item, text, noted_by, noted_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            congress,
            remark.delegation(),
            remark.item(),
            remark.text(),
            remark.by(),
            Timestamp.from(remark.at()))
        .update();
  }

  List<Note> notes(long congress) {
    return database
        .sql(
            """
            select n.item, i.title, g.name, n.text, n.noted_by, n.noted_at
              from congress.note n
              join congress.item i on i.id = n.item
              join congress.delegation g on g.id = n.delegation
             where n.congress = ? order by n.id desc
            """)
        .param(congress)
        .query(
            (row, number) ->
                new Note(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant()))
        .list();
  }

  /// Who acts for the congress itself.
  record Holder(long id, Post post, String name, OptionalLong delegate) {}

  List<Holder> holders(long congress) {
    return database
        .sql("select id, post, name, delegate from congress.post where congress = ? order by id")
        .param(congress)
        .query(
            (row, number) -> {
              long delegate = row.getLong(4);
              boolean outsider = row.wasNull();
              return new Holder(
                  row.getLong(1),
                  Post.valueOf(row.getString(2)),
                  row.getString(3),
                  outsider ? OptionalLong.empty() : OptionalLong.of(delegate));
            })
        .list();
  }

  void post(long congress, Post post, String name, OptionalLong delegate) {
    database
        .sql(
            """
            insert into congress.post (congress, post, name, delegate)
            values (:congress, :post, :name, :delegate)
            on conflict do nothing
            """)
        .param("congress", congress)
        .param("post", post.name())
        .param("name", name)
        .param("delegate", delegate.isPresent() ? delegate.getAsLong() : null)
        .update();
  }

  void unpost(long congress, long post) {
    database
        .sql("delete from congress.post where congress = ? and id = ?")
        .params(congress, post)
        .update();
  }
}
