package org.zhijia.congress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on what was adopted by show of hands.
@Repository
class HandStore {
  private final JdbcClient database;

  HandStore(JdbcClient database) {
    this.database = database;
  }

  /// Somebody on the list that was voted on.
  record Named(Post post, String name) {}

  /// A show of hands and its outcome.
  ///
  /// @param names the list as it stood when it was put to the meeting; empty where the vote was not
  /// about people
  record Shown(
      Subject subject,
      String title,
      int due,
      int present,
      Hands hands,
      boolean carried,
      List<Named> names,
      String by,
      Instant at) {
    Shown {
      names = List.copyOf(names);
    }
  }

  void add(long congress, Shown shown, String ruling) {
    long id =
        database
            .sql(
                """
            insert into congress.show_of_hands
                   (congress, subject, title, due, present, approvals, against, abstain, carried,
                    ruling, taken_by, taken_at)
            values (:congress, :subject, :title, :due, :present, :approvals, :against, :abstain,
                    :carried, :ruling::jsonb, :by, :at)
            returning id
            """)
            .param("congress", congress)
            .param("subject", shown.subject().name())
            .param("title", shown.title())
            .param("due", shown.due())
            .param("present", shown.present())
            .param("approvals", shown.hands().approvals())
            .param("against", shown.hands().against())
            .param("abstain", shown.hands().abstain())
            .param("carried", shown.carried())
            .param("ruling", ruling)
            .param("by", shown.by())
            .param("at", Timestamp.from(shown.at()))
            .query(Long.class)
            .single();
    for (int i = 0; i < shown.names().size(); i++) {
      Named named = shown.names().get(i);
      database
          .sql(
              """
              insert into congress.shown_name (show_of_hands, place, post, name)
              values (?, ?, ?, ?)
              """)
          .params(id, i + 1, named.post().name(), named.name())
          .update();
    }
  }

  /// The newest first.
  List<Shown> of(long congress) {
    Map<Long, List<Named>> names = names(congress);
    return database
        .sql("select * from congress.show_of_hands where congress = ? order by id desc")
        .param(congress)
        .query(
            (row, number) ->
                new Shown(
                    Subject.valueOf(row.getString("subject")),
                    row.getString("title"),
                    row.getInt("due"),
                    row.getInt("present"),
                    new Hands(
                        row.getInt("approvals"), row.getInt("against"), row.getInt("abstain")),
                    row.getBoolean("carried"),
                    names.getOrDefault(row.getLong("id"), List.of()),
                    row.getString("taken_by"),
                    row.getTimestamp("taken_at").toInstant()))
        .list();
  }

  /// By show of hands.
  private Map<Long, List<Named>> names(long congress) {
    Map<Long, List<Named>> names = new HashMap<>();
    database
        .sql(
            """
            select n.show_of_hands, n.post, n.name
              from congress.shown_name n
              join congress.show_of_hands s on s.id = n.show_of_hands
             where s.congress = ? order by n.show_of_hands, n.place
            """)
        .param(congress)
        .query(
            row -> {
              names
                  .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                  .add(new Named(Post.valueOf(row.getString(2)), row.getString(3)));
            });
    return names;
  }

  Set<Subject> carried(long congress) {
    Set<Subject> carried = EnumSet.noneOf(Subject.class);
    of(congress).stream().filter(Shown::carried).map(Shown::subject).forEach(carried::add);
    return carried;
  }
}
