package org.zhijia.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The real program as processes of its own on one data directory.
public final class ServedProgram implements AutoCloseable {
  private final Path data;
  private final List<String> settings;
  private final List<Process> started = new ArrayList<>();

  /// @param settings for the Java virtual machine, e.g. `-Dname=value`
  public ServedProgram(Path data, String... settings) {
    this.data = data;
    this.settings = List.of(settings);
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// A server that answers.
  public Process serve(int port) throws IOException {
    Process process = run("serve", "--port", String.valueOf(port));
    started.add(process);
    String line = process.inputReader().readLine();
    while (line != null && !line.contains("Zhijia is running")) {
      line = process.inputReader().readLine();
    }
    assertThat(line).as("the line with its address").contains(":" + port);
    return process;
  }

  /// Runs a command on this data directory to its end.
  ///
  /// @return the exit code and what it said
  String output(String... arguments) throws IOException, InterruptedException {
    Process process = run(arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + "\n" + said;
  }

  private Process run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.zhijia.ZhijiaApplication"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString(), "--lang=en"));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  Path cluster() {
    return Cluster.in(data).folder();
  }

  /// The process of the database server; -1 if none is noted.
  public long postmaster() {
    try {
      return Postmaster.of(cluster()).map(Postmaster::pid).orElse(-1L);
    } catch (IOException unreadable) {
      return -1;
    }
  }

  /// Straight to the server's database.
  public Connection database() throws IOException, SQLException {
    int port = Postmaster.of(cluster()).orElseThrow().port();
    return DriverManager.getConnection(
        PostgresServer.url(port), PostgresServer.USER, Cluster.in(data).password());
  }

  /// Ends what is left, the database before its files go.
  @Override
  public void close() throws IOException, InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor();
    }
    if (Cluster.in(data).isMade() && Postmaster.of(cluster()).isPresent()) {
      PostgresServer.startUnwatched(data, System.getenv()).close();
    }
  }
}
