package org.zhijia.operation.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhijia.operation.backup.Manifest.Migration;
import org.zhijia.operation.backup.Manifest.Sequence;
import org.zhijia.operation.backup.Manifest.Table;

/// What there is in a database, as its own catalogue tells.
final class Catalog {
  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  /// The tables that a backup keeps, each after those that its foreign keys point to: so the rows
  /// can be loaded with every key checked.
  ///
  /// @throws IllegalStateException if keys form a cycle, or point to a table that is not kept
  List<Table> keptTables() throws SQLException {
    Map<String, Table> waiting = new LinkedHashMap<>();
    for (Table table : allTables()) {
      if (!NotKept.TABLES.containsKey(table.qualified())) {
        waiting.put(table.qualified(), table);
      }
    }
    Map<String, Set<String>> references = references();
    List<Table> ordered = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      List<Table> ready =
          waiting.values().stream()
              .filter(t -> done.containsAll(references.getOrDefault(t.qualified(), Set.of())))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("no order for the tables " + waiting.keySet());
      }
      for (Table table : ready) {
        ordered.add(table);
        done.add(table.qualified());
        waiting.remove(table.qualified());
      }
    }
    return List.copyOf(ordered);
  }

  List<Table> allTables() throws SQLException {
    Map<String, Table> tables = new LinkedHashMap<>();
    String sql =
        """
        select n.nspname, c.relname, a.attname
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid
         where c.relkind in ('r', 'p') and not c.relispartition
           and c.relpersistence <> 't'
           and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
           and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by n.nspname, c.relname, a.attnum
        """;
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        Table table = new Table(rows.getString(1), rows.getString(2), new ArrayList<>());
        tables.computeIfAbsent(table.qualified(), _ -> table).columns().add(rows.getString(3));
      }
    }
    return List.copyOf(tables.values());
  }

  /// From each table to the others that its foreign keys name.
  private Map<String, Set<String>> references() throws SQLException {
    Map<String, Set<String>> references = new LinkedHashMap<>();
    String sql =
        """
        select fn.nspname || '.' || f.relname, tn.nspname || '.' || t.relname
          from pg_constraint k
          join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
          join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
         where k.contype = 'f' and k.conparentid = 0 and k.conrelid <> k.confrelid
        """;
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        references
            .computeIfAbsent(rows.getString(1), _ -> new LinkedHashSet<>())
            .add(rows.getString(2));
      }
    }
    return references;
  }

  List<Sequence> sequences() throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    String sql =
        """
        select schemaname, sequencename, last_value from pg_sequences
         where schemaname not like 'pg\\_%' order by 1, 2
        """;
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        Long last = rows.getObject(3, Long.class);
        sequences.add(new Sequence(rows.getString(1), rows.getString(2), last));
      }
    }
    return List.copyOf(sequences);
  }

  /// Those that have been through, oldest first.
  List<Migration> migrations() throws SQLException {
    List<Migration> migrations = new ArrayList<>();
    String sql =
        """
        select version, checksum from flyway_schema_history
         where success and version is not null order by installed_rank
        """;
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        migrations.add(new Migration(rows.getString(1), rows.getObject(2, Integer.class)));
      }
    }
    return List.copyOf(migrations);
  }

  boolean isEmpty() throws SQLException {
    return allTables().isEmpty();
  }

  /// The name as SQL takes it.
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(Table table) {
    return quoted(table.schema()) + "." + quoted(table.name());
  }

  static String columns(Table table) {
    return String.join(", ", table.columns().stream().map(Catalog::quoted).toList());
  }
}
