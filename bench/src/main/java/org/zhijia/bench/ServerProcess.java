package org.zhijia.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server as its users start it, on a fresh data directory that is gone afterwards.
final class ServerProcess implements AutoCloseable {
  private static final Pattern LINK =
      Pattern.compile("(http://\\S+/)((?:activation|rehearsal)/\\S+)");

  private final Path folder;
  private final Path data;
  private final Process process;
  private final URI address;
  private final String link;

  private ServerProcess(Path folder, Process process, URI address, String link) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.process = process;
    this.address = address;
    this.link = link;
  }

  static ServerProcess start() throws IOException {
    Path folder = Files.createTempDirectory("zhijia-bench");
    return start(folder, "--data", folder.resolve("data").toString());
  }

  /// One that lets a single rehearsal in.
  static ServerProcess rehearsalSpace() throws IOException {
    return start(Files.createTempDirectory("zhijia-bench"), "--rehearsal");
  }

  private static ServerProcess start(Path folder, String... options) throws IOException {
    List<String> command = program("serve", "--lang=en", "--port", String.valueOf(freePort()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Optional<Matcher> link = out.lines().map(LINK::matcher).filter(Matcher::find).findFirst();
    Matcher found = link.orElseThrow(() -> new IOException("the server did not start"));
    return new ServerProcess(folder, process, URI.create(found.group(1)), found.group(2));
  }

  /// A command of the launcher.
  static List<String> program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("zhijia.root", "."), "zhijia").toString());
    command.addAll(List.of(arguments));
    return command;
  }

  URI address() {
    return address;
  }

  /// The path of the link with which the first administrator sets the password, or with which a
  /// rehearsal comes in.
  String link() {
    return "/" + link;
  }

  /// CPU time of the server itself; its database is another process.
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  Path folder() {
    return folder;
  }

  /// Straight to its database, as nobody should outside of measurements.
  Connection database() throws IOException, SQLException {
    List<String> pid = Files.readAllLines(data.resolve("postgres-18/postmaster.pid"));
    String password = Files.readString(data.resolve("database.password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/postgres", "zhijia", password);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    process.waitFor(30, TimeUnit.SECONDS);
    Bench.deleteAll(folder);
  }
}
