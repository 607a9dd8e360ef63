package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhijia.operation.backup.DatabaseServer;

/// An installation's database while a command works on it: the one that is running, or one that
/// is started for the command and stopped after it.
final class OpenInstallation implements AutoCloseable {
  private final DatabaseServer database;
  private final @Nullable DataLock lock;
  private final @Nullable PostgresServer ours;

  private OpenInstallation(
      DatabaseServer database, @Nullable DataLock lock, @Nullable PostgresServer ours) {
    this.database = database;
    this.lock = lock;
    this.ours = ours;
  }

  /// For a command that goes together with a running server.
  ///
  /// @throws CannotRun if there is no installation, or it does not answer
  static OpenInstallation beside(Installation installation, Map<String, String> environment)
      throws IOException {
    if (installation.database().isPresent()) {
      return new OpenInstallation(external(installation.database().get()), null, null);
    }
    Cluster cluster = Cluster.in(installation.data());
    if (!cluster.isMade()) {
      throw new CannotRun("nothing-here", installation.data());
    }
    DataLock lock;
    try {
      lock = DataLock.take(installation.data());
    } catch (CannotRun itRuns) {
      return new OpenInstallation(running(cluster), null, null);
    }
    return started(installation, lock, environment);
  }

  /// For a command that needs the installation for itself; makes it if it is not there.
  ///
  /// @throws CannotRun if a server runs on it
  static OpenInstallation alone(Installation installation, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(installation.log());
    DataLock lock = DataLock.take(installation.data());
    Optional<String> url = installation.database();
    return url.isPresent()
        ? new OpenInstallation(external(url.get()), lock, null)
        : started(installation, lock, environment);
  }

  private static OpenInstallation started(
      Installation installation, DataLock lock, Map<String, String> environment)
      throws IOException {
    try {
      PostgresServer server = PostgresServer.startUnwatched(installation.data(), environment);
      return new OpenInstallation(embedded(server.url(), server.password()), lock, server);
    } catch (IOException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /// The database of a server that runs.
  private static DatabaseServer running(Cluster cluster) throws IOException {
    Postmaster postmaster =
        Postmaster.of(cluster.folder())
            .orElseThrow(() -> new CannotRun("database-away", cluster.log()));
    return embedded(PostgresServer.url(postmaster.port()), cluster.password());
  }

  private static DatabaseServer embedded(String url, String password) {
    return new DatabaseServer(url, PostgresServer.USER, password);
  }

  private static DatabaseServer external(String url) {
    return new DatabaseServer(url, null, null);
  }

  /// The key of the sensitive fields, if there is one already.
  static Optional<byte[]> fieldKey(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  DatabaseServer database() {
    return database;
  }

  @Override
  public void close() throws IOException {
    try {
      if (ours != null) {
        ours.close();
      }
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }
}
