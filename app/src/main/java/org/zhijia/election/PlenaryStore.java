package org.zhijia.election;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on first plenaries.
@Repository
class PlenaryStore {
  private final JdbcClient database;

  PlenaryStore(JdbcClient database) {
    this.database = database;
  }

  Optional<Plenary> find(long assembly, Body body) {
    return database
        .sql("select members, present from election.plenary where assembly = ? and body = ?")
        .params(assembly, body.name())
        .query(
            (row, number) -> {
              Array present = row.getArray("present");
              return new Plenary(
                  body,
                  List.of((String[]) row.getArray("members").getArray()),
                  present == null
                      ? Optional.empty()
                      : Optional.of(List.of((String[]) present.getArray())));
            })
        .optional();
  }

  /// Convenes it; anew if it was convened before, and then who came must be frozen again.
  void put(long assembly, Plenary plenary, Instant at) {
    database
        .sql(
            """
            insert into election.plenary (assembly, body, members, convened_at)
            values (?, ?, ?, ?)
            on conflict (assembly, body) do update
               set members = excluded.members, present = null,
                   convened_at = excluded.convened_at
            """)
        .params(
            assembly,
            plenary.body().name(),
            plenary.members().toArray(String[]::new),
            Timestamp.from(at))
        .update();
  }

  void attend(long assembly, Body body, List<String> present) {
    database
        .sql("update election.plenary set present = ? where assembly = ? and body = ?")
        .params(present.toArray(String[]::new), assembly, body.name())
        .update();
  }
}
