package org.zhijia.election;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on surpluses that the chief scrutineer let count.
@Repository
class AcceptanceStore {
  private final JdbcClient database;

  AcceptanceStore(JdbcClient database) {
    this.database = database;
  }

  /// Replaces what was said of other figures of the same channel.
  void put(long poll, Acceptance acceptance, long account) {
    database
        .sql(
            """
            insert into election.acceptance
                   (poll, channel, issued, returned, reason, account, name, accepted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (poll, channel) do update
               set issued = excluded.issued, returned = excluded.returned,
                   reason = excluded.reason, account = excluded.account, name = excluded.name,
                   accepted_at = excluded.accepted_at
            """)
        .params(
            poll,
            acceptance.channel(),
            acceptance.issued(),
            acceptance.returned(),
            acceptance.reason(),
            account,
            acceptance.by(),
            Timestamp.from(acceptance.at()))
        .update();
  }

  List<Acceptance> of(long poll) {
    return database
        .sql("select * from election.acceptance where poll = ? order by channel")
        .param(poll)
        .query(
            (row, number) ->
                new Acceptance(
                    row.getString("channel"),
                    row.getInt("issued"),
                    row.getInt("returned"),
                    row.getString("reason"),
                    row.getString("name"),
                    row.getTimestamp("accepted_at").toInstant()))
        .list();
  }
}
