package org.zhijia.election;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhijia.web.Actor;

/// All SQL on objections.
@Repository
class ObjectionStore {
  private final JdbcClient database;

  ObjectionStore(JdbcClient database) {
    this.database = database;
  }

  void add(long poll, Objections.Wish wish, Actor by, Instant at) {
    database
        .sql(
            """
            insert into election.objection (poll, candidate, text, account, name, made_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(poll, wish.candidate(), wish.text(), by.account(), by.name(), Timestamp.from(at))
        .update();
  }

  /// In the order in which they were made.
  List<Objection> of(long poll) {
    return database
        .sql("select * from election.objection where poll = ? order by id")
        .param(poll)
        .query(
            (row, number) ->
                new Objection(
                    row.getLong("id"),
                    row.getString("candidate"),
                    row.getString("text"),
                    row.getLong("account"),
                    row.getString("name"),
                    row.getTimestamp("made_at").toInstant(),
                    Optional.ofNullable(row.getString("answer"))))
        .list();
  }

  /// How many wait for an answer.
  int open(long poll) {
    return database
        .sql("select count(*) from election.objection where poll = ? and answer is null")
        .param(poll)
        .query(Integer.class)
        .single();
  }

  /// @return whether there is such an objection
  boolean answer(long poll, long id, String answer, Instant at) {
    return database
            .sql(
                """
                update election.objection set answer = ?, answered_at = ?
                 where id = ? and poll = ?
                """)
            .params(answer, Timestamp.from(at), id, poll)
            .update()
        == 1;
  }
}
