package org.zhijia.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program as a process of its own: how it starts, stops, and survives.
class ServeStory {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PASSPHRASE = "correct horse battery\n";

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /// Ends what a failed test left, the database before its files go.
  @AfterEach
  void end() throws Exception {
    for (Process process : started) {
      process.destroy();
      process.waitFor();
    }
    if (Cluster.in(data()).isMade() && Postmaster.of(Cluster.in(data()).folder()).isPresent()) {
      PostgresServer.startUnwatched(data(), System.getenv()).close();
    }
  }

  @Test
  void itServesStopsInOrderAndComesBackAfterASuddenEnd() throws Exception {
    int port = freePort();
    Process first = serve(port);
    assertThat(status(port, "/")).isEqualTo(200);
    assertThat(status(port, "/readyz")).isEqualTo(200);
    assertThat(status(port, "/livez")).isEqualTo(200);

    assertThat(output(run("serve", "--port", "" + freePort())))
        .startsWith("2\n")
        .contains("Another Zhijia uses", String.valueOf(first.pid()));

    Path passphrase = Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
    Path backup = folder.resolve("backup");
    assertThat(output(run("backup", backup.toString(), "--passphrase-file", "" + passphrase)))
        .startsWith("0\n")
        .contains("The key of the sensitive fields is inside");
    assertThat(output(run("restore", "" + backup, "--passphrase-file", "" + passphrase)))
        .startsWith("2\n")
        .contains("Another Zhijia uses");

    long postmaster = postmaster();
    first.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(postmaster)).as("an orphan").isPresent();

    Process second = serve(port);
    assertThat(postmaster()).isNotEqualTo(postmaster);
    assertThat(ProcessHandle.of(postmaster)).isEmpty();
    assertThat(status(port, "/")).isEqualTo(200);

    second.destroy();
    assertThat(second.waitFor()).isIn(0, 143);
    assertThat(Cluster.in(data()).folder().resolve("postmaster.pid")).doesNotExist();
    assertThat(output(run("doctor", "--json", "--port", "" + port)))
        .contains("\"about\":\"key-fits\",\"level\":\"fine\"", "\"about\":\"at-rest\"");
  }

  @Test
  void aDatabaseThatDiesIsAClearPageAndComesBack() throws Exception {
    int port = freePort();
    serve(port);
    long postmaster = postmaster();
    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    List<Integer> meanwhile = new ArrayList<>();
    await(
        "a page, and ready again",
        () -> {
          meanwhile.add(status(port, "/me"));
          return postmaster() != postmaster && status(port, "/readyz") == 200;
        });
    assertThat(meanwhile).as("the page that says so, or the usual one").isSubsetOf(302, 503);
    assertThat(status(port, "/me")).isEqualTo(302);
  }

  /// The number in `postmaster.pid` was given to another program since: it is left alone.
  @Test
  void anotherProgramWithTheOldNumberIsLeftAlone() throws Exception {
    PostgresServer.startUnwatched(data(), System.getenv()).close();
    Process innocent = new ProcessBuilder("sleep", "600").start();
    started.add(innocent);
    Path pid = Cluster.in(data()).folder().resolve("postmaster.pid");
    Files.writeString(
        pid, innocent.pid() + "\n" + pid.getParent() + "\n1700000000\n5432\n\n127.0.0.1\n");
    PostgresServer.startUnwatched(data(), System.getenv()).close();
    assertThat(innocent.isAlive()).isTrue();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private long postmaster() {
    try {
      return Postmaster.of(Cluster.in(data()).folder()).map(Postmaster::pid).orElse(-1L);
    } catch (IOException unreadable) {
      return -1;
    }
  }

  private Process serve(int port) throws Exception {
    Process process = run("serve", "--port", String.valueOf(port));
    started.add(process);
    String line = process.inputReader().readLine();
    while (line != null && !line.contains("Zhijia is running")) {
      line = process.inputReader().readLine();
    }
    assertThat(line).as("the line with its address").contains(":" + port);
    return process;
  }

  private Process run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.zhijia.ZhijiaApplication"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data().toString(), "--lang=en"));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// The exit code and what it said.
  private static String output(Process process) throws Exception {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + "\n" + said;
  }

  private int status(int port, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Cookie", "zhijia=bm9uZQ==") // a session that must be looked up
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException silent) {
      return -1;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static void await(String what, BooleanSupplier there) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!there.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(200);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
