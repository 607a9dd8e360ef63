package org.zhijia.operation.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.zhijia.operation.backup.DatabaseServer;

/// Looks at the database: version, migrations, whether the field key is the right one.
public final class DatabaseLooks {
  private static final int OLDEST = 170_000;

  private DatabaseLooks() {}

  public static List<Finding> all(DatabaseServer database, Optional<byte[]> fieldKeyCheck) {
    List<Finding> findings = new ArrayList<>();
    try (Connection connection = database.connect()) {
      findings.add(version(connection));
      findings.addAll(migrations(database));
      if (fieldKeyCheck.isPresent()) {
        fieldKey(connection, fieldKeyCheck.get()).ifPresent(findings::add);
      }
    } catch (SQLException away) {
      findings.add(Finding.wrong("database", String.valueOf(away.getMessage())));
    }
    return findings;
  }

  /// @throws SQLException if it does not answer
  public static Finding version(Connection connection) throws SQLException {
    String version = one(connection, "show server_version").orElse("");
    int number = Integer.parseInt(one(connection, "show server_version_num").orElse("0"));
    return number >= OLDEST
        ? Finding.fine("database", version)
        : Finding.wrong("database-old", version, OLDEST / 10_000);
  }

  static List<Finding> migrations(DatabaseServer database) {
    MigrationInfo[] all = database.migrations();
    List<String> future =
        Arrays.stream(all)
            .filter(m -> m.getState().name().startsWith("FUTURE"))
            .map(DatabaseLooks::of)
            .toList();
    List<String> failed =
        Arrays.stream(all).filter(m -> m.getState().isFailed()).map(DatabaseLooks::of).toList();
    List<String> pending =
        Arrays.stream(all)
            .filter(m -> m.getState() == MigrationState.PENDING)
            .map(DatabaseLooks::of)
            .toList();
    if (!failed.isEmpty()) {
      return List.of(Finding.wrong("migrations-failed", String.join(", ", failed)));
    }
    if (!future.isEmpty()) {
      return List.of(Finding.wrong("migrations-newer", String.join(", ", future)));
    }
    return List.of(
        pending.isEmpty()
            ? Finding.fine("migrations", all.length)
            : Finding.warning("migrations-pending", String.join(", ", pending)));
  }

  private static String of(MigrationInfo migration) {
    return migration.getVersion() == null ? "?" : migration.getVersion().getVersion();
  }

  /// Nothing where the database has not met a key yet.
  private static Optional<Finding> fieldKey(Connection connection, byte[] check)
      throws SQLException {
    if (one(connection, "select to_regclass('operation.field_key')").isEmpty()) {
      return Optional.empty();
    }
    Optional<String> known =
        one(connection, "select encode(check_value, 'hex') from operation.field_key");
    return known.map(
        hex ->
            hex.equals(java.util.HexFormat.of().formatHex(check))
                ? Finding.fine("key-fits")
                : Finding.wrong("key-fits"));
  }

  private static Optional<String> one(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }
}
