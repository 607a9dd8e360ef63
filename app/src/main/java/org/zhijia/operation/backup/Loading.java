package org.zhijia.operation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.zhijia.operation.backup.Manifest.Closing;
import org.zhijia.operation.backup.Manifest.Counted;
import org.zhijia.operation.backup.Manifest.Sequence;
import org.zhijia.operation.backup.Manifest.Table;

/// Loads a backup's rows into empty tables of the same version, in one transaction. Triggers rest
/// (what they would count is itself in the backup); every foreign key is checked.
final class Loading {
  private final Connection connection;

  Loading(Connection connection) {
    this.connection = connection;
  }

  Closing load(BackupReader backup) throws IOException, SQLException {
    connection.setAutoCommit(false);
    for (String setting : BackupWriter.SETTINGS) {
      DatabaseServer.execute(connection, setting);
    }
    List<Table> tables = new Catalog(connection).keptTables();
    Set<String> known = new HashSet<>(tables.stream().map(Table::qualified).toList());
    List<String> names = tables.stream().map(Catalog::quoted).toList();
    DatabaseServer.execute(connection, "truncate " + String.join(", ", names) + " cascade");
    triggers(names, "disable");
    Closing closing = backup.read((table, rows) -> copy(known, table, rows));
    triggers(names, "enable");
    for (Sequence sequence : closing.sequences()) {
      set(sequence);
    }
    for (Counted counted : closing.tables()) {
      check(counted);
    }
    connection.commit();
    return closing;
  }

  private void triggers(List<String> tables, String verb) throws SQLException {
    for (String table : tables) {
      DatabaseServer.execute(connection, "alter table " + table + " " + verb + " trigger user");
    }
  }

  private long copy(Set<String> known, Table table, InputStream rows) throws IOException {
    if (!known.contains(table.qualified())) {
      throw new BackupRefused("backup-other-tables", table.qualified());
    }
    String sql = "copy %s (%s) from stdin".formatted(Catalog.quoted(table), Catalog.columns(table));
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
    } catch (SQLException failure) {
      throw new IOException("table " + table.qualified(), failure);
    }
  }

  private void set(Sequence sequence) throws SQLException {
    Long last = sequence.lastValue();
    if (last == null) {
      return;
    }
    try (PreparedStatement query =
        connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
      query.setString(1, Catalog.quoted(sequence.schema()) + "." + Catalog.quoted(sequence.name()));
      query.setLong(2, last);
      query.execute();
    }
  }

  private void check(Counted counted) throws SQLException {
    String[] name = counted.table().split("\\.", 2);
    String sql = "select count(*) from " + Catalog.quoted(name[0]) + "." + Catalog.quoted(name[1]);
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      if (rows.getLong(1) != counted.rows()) {
        throw new BackupRefused("backup-damaged");
      }
    }
  }
}
