package org.zhijia.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on what was decided on seats left open.
@Repository
class SeatsStore {
  private final JdbcClient database;

  SeatsStore(JdbcClient database) {
    this.database = database;
  }

  void add(long poll, SeatsDecision decision, long account) {
    Optional<Method.Vote> vote = decision.vote();
    database
        .sql(
            """
            insert into election.seats_decision
                   (poll, choice, open, size, due, approve, against, abstain, account, name,
                    decided_at)
            values (:poll, :choice, :open, :size, :due, :approve, :against, :abstain, :account,
                    :name, :at)
            """)
        .param("poll", poll)
        .param("choice", decision.choice().name())
        .param("open", decision.open())
        .param("size", decision.size())
        .param("due", decision.due())
        .param("approve", vote.map(Method.Vote::approve).orElse(null))
        .param("against", vote.map(Method.Vote::against).orElse(null))
        .param("abstain", vote.map(Method.Vote::abstain).orElse(null))
        .param("account", account)
        .param("name", decision.by())
        .param("at", Timestamp.from(decision.at()))
        .update();
  }

  Optional<SeatsDecision> find(long poll) {
    return database
        .sql("select * from election.seats_decision where poll = ?")
        .param(poll)
        .query((row, number) -> decision(row))
        .optional();
  }

  private static SeatsDecision decision(ResultSet row) throws SQLException {
    int approve = row.getInt("approve");
    Optional<Method.Vote> vote =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new Method.Vote(approve, row.getInt("against"), row.getInt("abstain")));
    return new SeatsDecision(
        SeatsDecision.Choice.valueOf(row.getString("choice")),
        row.getInt("open"),
        row.getInt("size"),
        row.getInt("due"),
        vote,
        row.getString("name"),
        row.getTimestamp("decided_at").toInstant());
  }
}
