package org.zhijia.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program as a process of its own: how it starts, stops, and survives.
class ServeStory {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PASSPHRASE = "correct horse battery\n";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private ServedProgram program;

  @BeforeEach
  void place() {
    program = new ServedProgram(data());
  }

  /// Ends what a failed test left.
  @AfterEach
  void end() throws Exception {
    program.close();
  }

  @Test
  void itServesStopsInOrderAndComesBackAfterASuddenEnd() throws Exception {
    int port = ServedProgram.freePort();
    Process first = program.serve(port);
    assertThat(status(port, "/")).isEqualTo(200);
    assertThat(status(port, "/readyz")).isEqualTo(200);
    assertThat(status(port, "/livez")).isEqualTo(200);

    assertThat(program.output("serve", "--port", "" + ServedProgram.freePort()))
        .startsWith("2\n")
        .contains("Another Zhijia uses", String.valueOf(first.pid()));

    Path passphrase = Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
    Path backup = folder.resolve("backup");
    assertThat(program.output("backup", backup.toString(), "--passphrase-file", "" + passphrase))
        .startsWith("0\n")
        .contains("The key of the sensitive fields is inside");
    assertThat(program.output("restore", "" + backup, "--passphrase-file", "" + passphrase))
        .startsWith("2\n")
        .contains("Another Zhijia uses");

    long postmaster = program.postmaster();
    first.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(postmaster)).as("an orphan").isPresent();

    Process second = program.serve(port);
    assertThat(program.postmaster()).isNotEqualTo(postmaster);
    assertThat(ProcessHandle.of(postmaster)).isEmpty();
    assertThat(status(port, "/")).isEqualTo(200);

    second.destroy();
    assertThat(second.waitFor()).isIn(0, 143);
    assertThat(program.cluster().resolve("postmaster.pid")).doesNotExist();
    assertThat(program.output("doctor", "--json", "--port", "" + port))
        .contains("\"about\":\"key-fits\",\"level\":\"fine\"", "\"about\":\"at-rest\"");
  }

  @Test
  void aDatabaseThatDiesIsAClearPageAndComesBack() throws Exception {
    int port = ServedProgram.freePort();
    program.serve(port);
    long postmaster = program.postmaster();
    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    List<Integer> meanwhile = new ArrayList<>();
    await(
        "a page, and ready again",
        () -> {
          meanwhile.add(status(port, "/me"));
          return program.postmaster() != postmaster && status(port, "/readyz") == 200;
        });
    assertThat(meanwhile).as("the page that says so, or the usual one").isSubsetOf(302, 503);
    assertThat(status(port, "/me")).isEqualTo(302);
  }

  /// The number in `postmaster.pid` was given to another program since: it is left alone.
  @Test
  void anotherProgramWithTheOldNumberIsLeftAlone() throws Exception {
    PostgresServer.startUnwatched(data(), System.getenv()).close();
    Process innocent = new ProcessBuilder("sleep", "600").start();
    try {
      Path pid = program.cluster().resolve("postmaster.pid");
      Files.writeString(
          pid, innocent.pid() + "\n" + pid.getParent() + "\n1700000000\n5432\n\n127.0.0.1\n");
      PostgresServer.startUnwatched(data(), System.getenv()).close();
      assertThat(innocent.isAlive()).isTrue();
    } finally {
      innocent.destroy();
    }
  }

  @Test
  void nobodysDataIsClearedByTheDemo() throws Exception {
    assertThat(program.output("demo", "--fresh"))
        .startsWith("2\n")
        .contains("does not go with --data");
    assertThat(program.output("serve", "--fresh")).startsWith("2\n");
  }

  private Path data() {
    return folder.resolve("data");
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
}
