package org.zhijia.congress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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

  /// A show of hands and its outcome.
  record Shown(
      Subject subject,
      String title,
      int due,
      int present,
      Hands hands,
      boolean carried,
      String by,
      Instant at) {}

  void add(long congress, Shown shown, String ruling) {
    database
        .sql(
            """
            insert into congress.show_of_hands
                   (congress, subject, title, due, present, approvals, against, abstain, carried,
                    ruling, taken_by, taken_at)
            values (:congress, :subject, :title, :due, :present, :approvals, :against, :abstain,
                    :carried, :ruling::jsonb, :by, :at)
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
        .update();
  }

  /// The newest first.
  List<Shown> of(long congress) {
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
                    row.getString("taken_by"),
                    row.getTimestamp("taken_at").toInstant()))
        .list();
  }

  Set<Subject> carried(long congress) {
    Set<Subject> carried = EnumSet.noneOf(Subject.class);
    of(congress).stream().filter(Shown::carried).map(Shown::subject).forEach(carried::add);
    return carried;
  }
}
