package org.zhijia.operation.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL server and the one database on it that is an installation's.
///
/// @param url of that database (JDBC)
public record DatabaseServer(String url, @Nullable String user, @Nullable String password) {

  public Connection connect() throws SQLException {
    return connect(name());
  }

  Connection connect(String database) throws SQLException {
    return source(database).getConnection();
  }

  String name() {
    Properties parts = Driver.parseURL(url, new Properties());
    if (parts == null) {
      throw new BackupRefused("database-url");
    }
    return parts.getProperty("PGDBNAME", "");
  }

  /// Another database, from which ours can be renamed.
  Connection connectBeside() throws SQLException {
    return connect(name().equals("postgres") ? "template1" : "postgres");
  }

  /// Brings a database's tables to this version, or to the newest.
  void migrate(String database, @Nullable String version) {
    flyway(database, version).migrate();
  }

  /// Those that this release knows and those that the database went through, with their states.
  public MigrationInfo[] migrations() {
    return flyway(name(), null).info().all();
  }

  private Flyway flyway(String database, @Nullable String version) {
    return Flyway.configure()
        .dataSource(source(database))
        .target(version == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(version))
        .load();
  }

  private PGSimpleDataSource source(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setDatabaseName(database);
    source.setApplicationName("zhijia");
    source.setLogServerErrorDetail(false);
    if (user != null) {
      source.setUser(user);
      source.setPassword(password);
    }
    return source;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
