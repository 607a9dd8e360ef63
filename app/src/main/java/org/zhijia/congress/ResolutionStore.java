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

/// All SQL on resolutions, amendments to them, and what tellers counted.
@Repository
class ResolutionStore {
  private final JdbcClient database;

  ResolutionStore(JdbcClient database) {
    this.database = database;
  }

  /// How a resolution is voted on.
  enum Way {
    HANDS,
    SECRET
  }

  /// A draft, or what became of it.
  ///
  /// @param base what the majority is taken of: `due` or `present`
  /// @param poll of a secret vote that was prepared
  /// @param adopted none before the vote
  /// @param document the adopted text as a document
  record Resolution(
      long id,
      ResolutionKind kind,
      String title,
      String text,
      String base,
      Way way,
      OptionalLong poll,
      Optional<Boolean> adopted,
      Hands hands,
      Optional<Instant> decidedAt,
      OptionalLong document) {

    public boolean isOpen() {
      return adopted.isEmpty();
    }
  }

  List<Resolution> of(long congress) {
    return database
        .sql("select * from congress.resolution where congress = ? order by id")
        .param(congress)
        .query(ResolutionStore::row)
        .list();
  }

  Optional<Resolution> find(long congress, long id) {
    return of(congress).stream().filter(each -> each.id() == id).findFirst();
  }

  private static Resolution row(ResultSet row, int number) throws SQLException {
    boolean adopted = row.getBoolean("adopted");
    Optional<Boolean> verdict = row.wasNull() ? Optional.empty() : Optional.of(adopted);
    return new Resolution(
        row.getLong("id"),
        ResolutionKind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getString("text"),
        row.getString("base"),
        Way.valueOf(row.getString("way")),
        number(row, "poll"),
        verdict,
        new Hands(row.getInt("approvals"), row.getInt("against"), row.getInt("abstain")),
        Times.in(row, "decided_at"),
        number(row, "document"));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  long add(long congress, ResolutionKind kind, String title, String text, String base) {
    return database
        .sql(
            """
            insert into congress.resolution (congress, kind, title, text, base, way)
            values (?, ?, ?, ?, ?, 'HANDS') returning id
            """)
        .params(congress, kind.name(), title, text, base)
        .query(Long.class)
        .single();
  }

  void text(long id, String title, String text, String base) {
    database
        .sql("update congress.resolution set title = ?, text = ?, base = ? where id = ?")
        .params(title, text, base, id)
        .update();
  }

  void bySecretVote(long id, long poll) {
    database
        .sql("update congress.resolution set way = 'SECRET', poll = ? where id = ?")
        .params(poll, id)
        .update();
  }

  /// Its secret vote was given up.
  void takeBack(long congress, long poll) {
    database
        .sql(
            """
            update congress.resolution set way = 'HANDS', poll = null
             where congress = ? and poll = ? and adopted is null
            """)
        .params(congress, poll)
        .update();
  }

  void decide(long id, boolean adopted, Hands hands, String ruling, Instant at) {
    database
        .sql(
            """
            update congress.resolution
               set adopted = ?, approvals = ?, against = ?, abstain = ?, ruling = ?::jsonb,
                   decided_at = ?
             where id = ? and adopted is null
            """)
        .params(
            adopted,
            hands.approvals(),
            hands.against(),
            hands.abstain(),
            ruling,
            Timestamp.from(at),
            id)
        .update();
  }

  void document(long id, long document) {
    database
        .sql("update congress.resolution set document = ? where id = ?")
        .params(document, id)
        .update();
  }

  /// A change that somebody moved.
  ///
  /// @param taken none while it is open
  record Amendment(long id, String by, String before, String after, Optional<Boolean> taken) {}

  List<Amendment> amendments(long resolution) {
    return database
        .sql(
            """
            select id, moved_by, old_text, new_text, taken from congress.amendment
             where resolution = ? order by id
            """)
        .param(resolution)
        .query(
            (row, number) -> {
              boolean taken = row.getBoolean(5);
              boolean open = row.wasNull();
              return new Amendment(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  open ? Optional.empty() : Optional.of(taken));
            })
        .list();
  }

  void amend(long resolution, String by, String before, String after, Instant at) {
    database
        .sql(
            """
            insert into congress.amendment (resolution, moved_by, old_text, new_text, moved_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(resolution, by, before, after, Timestamp.from(at))
        .update();
  }

  void answer(long amendment, boolean taken) {
    database
        .sql("update congress.amendment set taken = ? where id = ? and taken is null")
        .params(taken, amendment)
        .update();
  }

  /// What one teller counted.
  record Count(long account, String teller, Hands hands) {}

  List<Count> counts(long resolution) {
    return database
        .sql(
            """
            select account, teller, approvals, against, abstain from congress.count
             where resolution = ? order by counted_at
            """)
        .param(resolution)
        .query(
            (row, number) ->
                new Count(
                    row.getLong(1),
                    row.getString(2),
                    new Hands(row.getInt(3), row.getInt(4), row.getInt(5))))
        .list();
  }

  void count(long resolution, Count count, Instant at) {
    database
        .sql(
            """
            insert into congress.count
                   (resolution, account, teller, approvals, against, abstain, counted_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (resolution, account) do update
               set approvals = excluded.approvals, against = excluded.against,
                   abstain = excluded.abstain, counted_at = excluded.counted_at
            """)
        .params(
            resolution,
            count.account(),
            count.teller(),
            count.hands().approvals(),
            count.hands().against(),
            count.hands().abstain(),
            Timestamp.from(at))
        .update();
  }
}
