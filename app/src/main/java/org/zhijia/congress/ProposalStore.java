package org.zhijia.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on delegates' proposals.
@Repository
class ProposalStore {
  private final JdbcClient database;

  ProposalStore(JdbcClient database) {
    this.database = database;
  }

  /// A delegate's proposal (提案) on its way.
  ///
  /// @param sortedAs `MOTION`, `SUGGESTION`, `NOT_FILED`; empty while it is not sorted
  /// @param satisfaction of the delegate with the reply: `SATISFIED`, `PARTLY`, `NOT`
  record Proposal(
      long id,
      long delegate,
      String by,
      String title,
      String text,
      Instant madeAt,
      String sortedAs,
      String responsible,
      Optional<LocalDate> replyDueOn,
      String reply,
      Optional<Instant> repliedAt,
      String satisfaction) {

    /// `MADE`, `SORTED`, `REPLIED`, `CLOSED`.
    public String state() {
      if (!satisfaction.isEmpty() || sortedAs.equals("NOT_FILED")) {
        return "CLOSED";
      }
      return !reply.isEmpty() ? "REPLIED" : sortedAs.isEmpty() ? "MADE" : "SORTED";
    }
  }

  List<Proposal> of(long congress) {
    return database
        .sql(
            """
            select p.*, d.name from congress.proposal p
              join congress.delegate d on d.id = p.delegate
             where p.congress = ? order by p.id
            """)
        .param(congress)
        .query(ProposalStore::row)
        .list();
  }

  private static Proposal row(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getLong("id"),
        row.getLong("delegate"),
        row.getString("name"),
        row.getString("title"),
        row.getString("text"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("sorted_as"),
        row.getString("responsible"),
        Optional.ofNullable(row.getObject("reply_due_on", LocalDate.class)),
        row.getString("reply"),
        Times.in(row, "replied_at"),
        row.getString("satisfaction"));
  }

  long add(long congress, long delegate, String title, String text, Instant at) {
    return database
        .sql(
            """
            insert into congress.proposal (congress, delegate, title, text, made_at)
            values (?, ?, ?, ?, ?) returning id
            """)
        .params(congress, delegate, title, text, Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  void sort(long congress, long id, String as, String responsible, Optional<LocalDate> dueOn) {
    database
        .sql(
            """
            update congress.proposal
               set sorted_as = :as, responsible = :responsible, reply_due_on = :due
             where congress = :congress and id = :id and reply = ''
            """)
        .param("as", as)
        .param("responsible", responsible)
        .param("due", dueOn.orElse(null))
        .param("congress", congress)
        .param("id", id)
        .update();
  }

  void reply(long congress, long id, String reply, Instant at) {
    database
        .sql(
            """
            update congress.proposal set reply = ?, replied_at = ?
             where congress = ? and id = ? and sorted_as in ('MOTION', 'SUGGESTION')
            """)
        .params(reply, Timestamp.from(at), congress, id)
        .update();
  }

  void satisfied(long delegate, long id, String satisfaction) {
    database
        .sql(
            """
            update congress.proposal set satisfaction = ?
             where delegate = ? and id = ? and reply <> ''
            """)
        .params(satisfaction, delegate, id)
        .update();
  }
}
