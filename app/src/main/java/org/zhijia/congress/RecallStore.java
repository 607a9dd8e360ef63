package org.zhijia.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhijia.registry.Office;

/// All SQL on whom a resolution would recall, and on their hearing.
@Repository
class RecallStore {
  private final JdbcClient database;

  RecallStore(JdbcClient database) {
    this.database = database;
  }

  /// Whom a resolution would recall from which office.
  ///
  /// @param post its id in the register
  /// @param heard what the person said before the meeting; blank if they waived it in writing; none
  ///     before the hearing
  record Recall(long post, String name, Office office, String by, Optional<String> heard) {

    public boolean isHeard() {
      return heard.isPresent();
    }

    public boolean isWaived() {
      return heard.filter(String::isBlank).isPresent();
    }
  }

  Optional<Recall> find(long resolution) {
    return database
        .sql("select post, name, office, moved_by, heard from congress.recall where resolution = ?")
        .param(resolution)
        .query(RecallStore::row)
        .optional();
  }

  private static Recall row(ResultSet row, int number) throws SQLException {
    return new Recall(
        row.getLong("post"),
        row.getString("name"),
        Office.valueOf(row.getString("office")),
        row.getString("moved_by"),
        Optional.ofNullable(row.getString("heard")));
  }

  /// Whether a recall from this post waits for its vote.
  boolean isMoved(long post) {
    return database
        .sql(
            """
            select exists (select 1 from congress.recall c
                             join congress.resolution r on r.id = c.resolution
                            where c.post = ? and r.adopted is null)
            """)
        .param(post)
        .query(Boolean.class)
        .single();
  }

  void add(long resolution, Recall recall) {
    database
        .sql(
            """
            insert into congress.recall (resolution, post, name, office, moved_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(resolution, recall.post(), recall.name(), recall.office().name(), recall.by())
        .update();
  }

  void heard(long resolution, String said, Instant at) {
    database
        .sql("update congress.recall set heard = ?, heard_at = ? where resolution = ?")
        .params(said, Timestamp.from(at), resolution)
        .update();
  }
}
