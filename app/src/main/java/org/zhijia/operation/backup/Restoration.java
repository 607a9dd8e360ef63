package org.zhijia.operation.backup;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationInfo;
import org.zhijia.operation.backup.Manifest.Closing;
import org.zhijia.operation.backup.Manifest.Migration;

/// Restores a backup into a database that nobody else has seen, and puts that in the place of the
/// installation's own by renaming both in one transaction: before it everything is as it was, and
/// after it everything is as in the backup.
public final class Restoration {
  private static final String FRESH = "_restore_";
  private static final String BEFORE = "_before_";

  /// PostgreSQL's state "object in use".
  private static final String IN_USE = "55006";

  /// PostgreSQL's state "insufficient privilege".
  private static final String NOT_ALLOWED = "42501";

  private final DatabaseServer server;
  private final BackupReader backup;

  public Restoration(DatabaseServer server, BackupReader backup) {
    this.server = server;
    this.backup = backup;
  }

  /// Whether there is anything that a restoration would replace.
  public boolean wouldReplace() throws SQLException {
    try (Connection connection = server.connect()) {
      return !new Catalog(connection).isEmpty();
    }
  }

  /// All of it or nothing.
  ///
  /// @throws BackupRefused if the backup cannot be restored here; the database is as it was
  public void run() throws IOException, SQLException {
    List<Migration> migrations = backup.head().migrations();
    refuseUnknown(migrations);
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    String fresh = server.name() + FRESH + HexFormat.of().formatHex(random);
    try (Connection beside = server.connectBeside()) {
      dropLeftovers(beside);
      create(beside, fresh);
      try {
        fill(fresh, migrations.getLast().version());
        swap(beside, fresh);
      } catch (IOException | SQLException | RuntimeException failure) {
        DatabaseServer.execute(
            beside, "drop database if exists %s with (force)".formatted(Catalog.quoted(fresh)));
        throw failure;
      }
      dropLeftovers(beside);
    }
  }

  /// A backup of an earlier release went through the first of our migrations, and no others.
  private void refuseUnknown(List<Migration> migrations) {
    Map<String, Integer> ours = new HashMap<>();
    for (MigrationInfo known : server.migrations()) {
      if (known.getVersion() != null && known.getChecksum() != null) {
        ours.put(known.getVersion().getVersion(), known.getChecksum());
      }
    }
    for (Migration migration : migrations) {
      if (!ours.containsKey(migration.version())) {
        throw new BackupRefused("backup-newer", migration.version());
      }
      Integer checksum = migration.checksum();
      if (checksum != null && !checksum.equals(ours.get(migration.version()))) {
        throw new BackupRefused("backup-other-tables", migration.version());
      }
    }
    if (migrations.isEmpty()) {
      throw new BackupRefused("backup-damaged");
    }
  }

  private static void create(Connection beside, String fresh) throws SQLException {
    try {
      DatabaseServer.execute(
          beside,
          "create database %s template template0 encoding 'UTF8'".formatted(Catalog.quoted(fresh)));
    } catch (SQLException failure) {
      if (NOT_ALLOWED.equals(failure.getSQLState())) {
        throw new BackupRefused("restore-not-allowed");
      }
      throw failure;
    }
  }

  private void fill(String fresh, String version) throws IOException, SQLException {
    server.migrate(fresh, version);
    Closing closing;
    try (Connection connection = server.connect(fresh)) {
      closing = new Loading(connection).load(backup);
    }
    server.migrate(fresh, null);
    try (Connection connection = server.connect(fresh)) {
      DatabaseServer.execute(connection, "analyze");
      DatabaseServer.execute(connection, "checkpoint");
    } catch (SQLException notAllowed) {
      // An ordinary user of an external server may not; it is for speed alone.
      if (closing.tables().isEmpty()) {
        throw notAllowed;
      }
    }
  }

  private void swap(Connection beside, String fresh) throws SQLException {
    String name = server.name();
    try {
      beside.setAutoCommit(false);
      if (exists(beside, name)) {
        DatabaseServer.execute(
            beside,
            "alter database %s rename to %s"
                .formatted(Catalog.quoted(name), Catalog.quoted(fresh.replace(FRESH, BEFORE))));
      }
      DatabaseServer.execute(
          beside,
          "alter database %s rename to %s".formatted(Catalog.quoted(fresh), Catalog.quoted(name)));
      beside.commit();
    } catch (SQLException failure) {
      beside.rollback();
      if (IN_USE.equals(failure.getSQLState())) {
        throw new BackupRefused("restore-in-use");
      }
      throw failure;
    } finally {
      beside.setAutoCommit(true);
    }
  }

  private static boolean exists(Connection beside, String name) throws SQLException {
    try (PreparedStatement query =
        beside.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /// What a restoration that was cut off, or the last one, left behind. Whatever somebody still
  /// looks at goes at the next restoration.
  private void dropLeftovers(Connection beside) throws SQLException {
    List<String> leftovers = new ArrayList<>();
    try (PreparedStatement query =
        beside.prepareStatement(
            "select datname from pg_database where starts_with(datname, ?)"
                + " or starts_with(datname, ?)")) {
      query.setString(1, server.name() + FRESH);
      query.setString(2, server.name() + BEFORE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          leftovers.add(rows.getString(1));
        }
      }
    }
    for (String leftover : leftovers) {
      try {
        DatabaseServer.execute(beside, "drop database if exists " + Catalog.quoted(leftover));
      } catch (SQLException stillOpen) {
        if (!IN_USE.equals(stillOpen.getSQLState())) {
          throw stillOpen;
        }
      }
    }
  }
}
