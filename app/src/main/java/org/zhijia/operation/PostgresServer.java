package org.zhijia.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded PostgreSQL: made at the first start, kept in the data directory, reachable from
/// this machine alone and with a password, safe against a sudden end (fsync stays on).
///
/// A server that an unclean end of ours left running is stopped before the next one starts. While
/// we run, one that dies is started again.
final class PostgresServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  static final String USER = "zhijia";

  private final Path home;
  private final Path cluster;
  private final Path log;
  private final int port;
  private final String password;
  private volatile boolean closing;

  private PostgresServer(Path home, Path data, int port, String password) {
    this.home = home;
    this.cluster = data.resolve("postgres-18");
    this.log = data.resolve("log").resolve("postgres.log");
    this.port = port;
    this.password = password;
  }

  /// Starts the database of this data directory.
  ///
  /// @throws CannotRun if it cannot be started; the text says where its log is
  static PostgresServer start(Path data, Map<String, String> environment) throws IOException {
    Files.createDirectories(data.resolve("log"));
    PostgresServer server =
        new PostgresServer(
            PostgresBinaries.unpacked(environment), data, freePort(), password(data));
    if (!Files.exists(server.cluster.resolve("PG_VERSION"))) {
      server.makeCluster(data);
    }
    if (Files.exists(server.cluster.resolve("postmaster.pid"))) {
      LOG.info("stopping the database that an unclean end left running");
      server.run(server.control("stop", "-m", "fast", "-t", "60"));
    }
    server.launch();
    Thread.ofVirtual().name("postgres-watch").start(server::watch);
    return server;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  String password() {
    return password;
  }

  /// Ends it in order: connections are closed, everything is on disk.
  @Override
  public void close() throws IOException {
    closing = true;
    run(control("stop", "-m", "fast", "-t", "60"));
  }

  private void makeCluster(Path data) throws IOException {
    Path half = data.resolve("postgres-18.new");
    if (Files.exists(half)) {
      deleteAll(half);
    }
    int exit =
        run(
            List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + half,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(data),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    if (exit != 0) {
      throw new CannotRun("database-not-made", log);
    }
    Files.move(half, cluster);
  }

  private void launch() throws IOException {
    String settings =
        String.join(
            " ",
            "-c port=" + port,
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c max_connections=100",
            "-c shared_buffers=128MB",
            "-c max_wal_size=2GB",
            "-c log_min_error_statement=panic",
            "-c log_parameter_max_length_on_error=0");
    if (run(control("start", "-l", log.toString(), "-o", settings, "-t", "120")) != 0) {
      throw new CannotRun("database-not-started", log);
    }
  }

  private void watch() {
    while (!closing) {
      try {
        Thread.sleep(LOOK_EVERY);
        if (!closing && !answers()) {
          LOG.error("the database is gone; starting it again");
          launch();
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException | CannotRun notYet) {
        LOG.error("the database cannot be started yet: {}", notYet.getMessage());
      }
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException silent) {
      return false;
    }
  }

  private List<String> control(String verb, String... options) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(home.resolve("bin/pg_ctl").toString(), verb, "-w", "-D", cluster.toString()));
    command.addAll(List.of(options));
    return command;
  }

  /// PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
  private int run(List<String> command) throws IOException {
    List<String> whole = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("PGDATA");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        return -1;
      }
      return process.exitValue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path passwordFile(Path data) {
    return data.resolve("database.password");
  }

  private static String password(Path data) throws IOException {
    Path file = passwordFile(data);
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encode(random));
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
