package org.zhijia.election;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on photographs of candidates.
@Repository
class PhotoStore {
  private final JdbcClient database;

  PhotoStore(JdbcClient database) {
    this.database = database;
  }

  void put(long assembly, String name, byte[] jpeg) {
    database
        .sql(
            """
            insert into election.photo (assembly, name, jpeg) values (?, ?, ?)
            on conflict (assembly, name) do update set jpeg = excluded.jpeg
            """)
        .params(assembly, name, jpeg)
        .update();
  }

  /// Whose photograph is there.
  Set<String> names(long assembly) {
    return new HashSet<>(
        database
            .sql("select name from election.photo where assembly = ?")
            .param(assembly)
            .query(String.class)
            .list());
  }

  Optional<byte[]> find(long assembly, String name) {
    return database
        .sql("select jpeg from election.photo where assembly = ? and name = ?")
        .params(assembly, name)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }
}
