package org.zhijia.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded PostgreSQL: made at the first start, kept in the data directory, reachable from
/// this machine alone and with a password, safe against a sudden end (fsync stays on).
///
/// A server that an unclean end of ours left running is stopped before the next one starts. While
/// we run, one that dies is started again.
final class PostgresServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final int PATIENCE_FOR_STRAGGLERS = 300; // tenths of a second
  static final String USER = "zhijia";

  private final PostgresPrograms programs;
  private final Cluster cluster;
  private final int port;
  private final String password;
  private volatile boolean closing;

  private PostgresServer(Path home, Cluster cluster, int port) throws IOException {
    this.programs = new PostgresPrograms(home, cluster.log());
    this.cluster = cluster;
    this.port = port;
    this.password = cluster.password();
  }

  /// Starts the database of this data directory, and again whenever it dies.
  ///
  /// @throws CannotRun if it cannot be started; the text says where its log is
  static PostgresServer start(Path data, Map<String, String> environment) throws IOException {
    PostgresServer server = startUnwatched(data, environment);
    Thread.ofVirtual().name("postgres-watch").start(server::watch);
    return server;
  }

  /// The same for a command that is done soon.
  static PostgresServer startUnwatched(Path data, Map<String, String> environment)
      throws IOException {
    Cluster cluster = Cluster.in(data);
    Files.createDirectories(data.resolve("log"));
    PostgresServer server =
        new PostgresServer(PostgresBinaries.unpacked(environment), cluster, freePort());
    if (PostgresPrograms.isRoot() && !PostgresPrograms.mayBecomeNobody()) {
      throw new CannotRun("root-alone");
    }
    if (!cluster.isMade()) {
      server.makeCluster();
    }
    server.launch();
    return server;
  }

  String url() {
    return url(port);
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  String password() {
    return password;
  }

  /// Ends it in order: connections are closed, everything is on disk.
  @Override
  public void close() throws IOException {
    closing = true;
    synchronized (this) { // not while it is being started again
      stop();
    }
  }

  private void makeCluster() throws IOException {
    Path half = cluster.folder().resolveSibling(cluster.folder().getFileName() + ".new");
    if (Files.exists(half)) {
      deleteAll(half);
    }
    int exit =
        programs.run(
            "initdb",
            List.of(
                "--pgdata=" + half,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + cluster.passwordFile(),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    if (exit != 0) {
      throw new CannotRun("database-not-made", cluster.log());
    }
    Files.move(half, cluster.folder());
  }

  private void launch() throws IOException {
    endWhatIsLeft();
    String settings =
        String.join(
            " ",
            "-c port=" + port,
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c max_connections=100",
            "-c shared_buffers=128MB",
            "-c max_wal_size=2GB",
            // A statement, its values, a row that broke a rule: none of it belongs in a log.
            "-c log_min_messages=log",
            "-c log_min_error_statement=panic",
            "-c log_error_verbosity=terse",
            "-c log_parameter_max_length_on_error=0");
    if (control("start", "-l", cluster.log().toString(), "-o", settings, "-t", "120") != 0) {
      throw new CannotRun("database-not-started", cluster.log());
    }
  }

  /// After a sudden end: the old server may still run, its processes may still be on their way
  /// out, or its number may be another program's by now.
  private void endWhatIsLeft() throws IOException {
    Optional<Postmaster> old = Postmaster.of(cluster.folder());
    if (old.isEmpty()) {
      return;
    }
    switch (old.get().whereabouts(cluster.folder())) {
      case HERE -> {
        LOG.info("stopping the database that an unclean end left running");
        stop();
      }
      case GONE -> {
        waitForStragglers();
        if (ProcessHandle.of(old.get().pid()).isPresent()) {
          // Dead, but kept by a parent that does not ask for it (the first process of a container):
          // PostgreSQL would take it for a living one.
          Files.deleteIfExists(cluster.folder().resolve("postmaster.pid"));
        }
      }
      case SOMEBODY_ELSE -> {
        LOG.info("the number of the database's process is another program's by now");
        waitForStragglers();
        Files.deleteIfExists(cluster.folder().resolve("postmaster.pid"));
      }
      case UNKNOWN -> throw new CannotRun("database-busy", old.get().pid());
    }
  }

  private void waitForStragglers() throws IOException {
    for (int i = 0; Postmaster.isAnybodyIn(cluster.folder()); i++) {
      if (i >= PATIENCE_FOR_STRAGGLERS) {
        throw new CannotRun("database-not-started", cluster.log());
      }
      sleep(Duration.ofMillis(100));
    }
  }

  private void watch() {
    while (!closing && !Thread.currentThread().isInterrupted()) {
      sleep(LOOK_EVERY);
      try {
        if (!closing && !answers() && !isRunning()) {
          LOG.error("the database is gone; starting it again");
          relaunch();
        }
      } catch (IOException | CannotRun notYet) {
        LOG.error("the database cannot be started yet: {}", notYet.getMessage());
        sleep(AFTER_FAILURE);
      }
    }
  }

  private synchronized void relaunch() throws IOException {
    if (!closing) {
      launch();
    }
  }

  private boolean isRunning() throws IOException {
    Optional<Postmaster> now = Postmaster.of(cluster.folder());
    return now.isPresent()
        && now.get().whereabouts(cluster.folder()) == Postmaster.Whereabouts.HERE;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException silent) {
      return false;
    }
  }

  private void stop() throws IOException {
    control("stop", "-m", "fast", "-t", "60");
  }

  private int control(String verb, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(verb, "-w", "-D", cluster.folder().toString()));
    all.addAll(List.of(options));
    return programs.run("pg_ctl", all);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
