package org.zhijia.congress;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on the documents of a congress, the higher union's reply, and the big screen.
@Repository
class PaperStore {
  private final JdbcClient database;

  PaperStore(JdbcClient database) {
    this.database = database;
  }

  /// A document that was drafted from the record.
  record Paper(String template, long document, String title, String by, Instant at) {}

  void add(long congress, Paper paper) {
    database
        .sql(
            """
            insert into congress.paper
                   (congress, template, document, title, drafted_by, drafted_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            congress,
            paper.template(),
            paper.document(),
            paper.title(),
            paper.by(),
            Timestamp.from(paper.at()))
        .update();
  }

  /// The newest first.
  List<Paper> of(long congress) {
    return database
        .sql(
            """
            select template, document, title, drafted_by, drafted_at from congress.paper
             where congress = ? order by id desc
            """)
        .param(congress)
        .query(
            (row, number) ->
                new Paper(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()))
        .list();
  }

  /// The higher union's reply.
  record Approval(String number, LocalDate on, String fileName, String by) {}

  void approve(long congress, Approval approval, byte @Nullable [] file, Instant at) {
    database
        .sql(
            """
            insert into congress.approval
                   (congress, number, given_on, file_name, file, received_by, received_at)
            values (:congress, :number, :on, :name, :file, :by, :at)
            on conflict (congress) do update
               set number = excluded.number, given_on = excluded.given_on,
                   file_name = excluded.file_name, file = excluded.file,
                   received_by = excluded.received_by, received_at = excluded.received_at
            """)
        .param("congress", congress)
        .param("number", approval.number())
        .param("on", approval.on())
        .param("name", approval.fileName())
        .param("file", file, java.sql.Types.BINARY)
        .param("by", approval.by())
        .param("at", Timestamp.from(at))
        .update();
  }

  Optional<Approval> approval(long congress) {
    return database
        .sql(
            """
            select number, given_on, file_name, received_by from congress.approval
             where congress = ?
            """)
        .param(congress)
        .query(
            (row, number) ->
                new Approval(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    row.getString(3),
                    row.getString(4)))
        .optional();
  }

  Optional<byte[]> approvalFile(long congress) {
    return database
        .sql("select file from congress.approval where congress = ? and file is not null")
        .param(congress)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /// What the big screen shows.
  ///
  /// @param poll whose result, while it shows one; 0 for none
  record Screen(Shows shows, String message, long poll) {}

  /// Views of the big screen.
  enum Shows {
    /// What is going on now.
    HALL,
    /// Words of the desk.
    MESSAGE,
    RESULT
  }

  Screen screen(long congress) {
    return database
        .sql("select shows, message, poll from congress.screen where congress = ?")
        .param(congress)
        .query(
            (row, number) ->
                new Screen(Shows.valueOf(row.getString(1)), row.getString(2), row.getLong(3)))
        .optional()
        .orElse(new Screen(Shows.HALL, "", 0));
  }

  void show(long congress, Screen screen) {
    database
        .sql(
            """
            insert into congress.screen (congress, shows, message, poll) values (?, ?, ?, ?)
            on conflict (congress) do update
               set shows = excluded.shows, message = excluded.message, poll = excluded.poll
            """)
        .params(congress, screen.shows().name(), screen.message(), screen.poll())
        .update();
  }
}
