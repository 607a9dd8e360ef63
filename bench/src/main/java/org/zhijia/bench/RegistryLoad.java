package org.zhijia.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.zhijia.statute.codes.IdentityNumber;

/// A large register: how fast a roster is taken over, against a bare COPY of the same rows into the
/// same tables with the same indexes; and how fast organisations are shown over it.
final class RegistryLoad {
  private static final int STREETS = 100;
  private static final int PER_SECOND = 50;
  private static final int SECONDS = 60;
  private static final int WARM_UP_SECONDS = 40;
  private static final int WARM_UP_CLIENTS = 4;
  private static final List<String> TABLES = List.of("registry.person", "registry.membership");

  private final ServerProcess server;
  private final PageClient client;
  private final int members;
  private final int organisations;

  private RegistryLoad(ServerProcess server, int members, int organisations) {
    this.server = server;
    this.client = new PageClient(server.address());
    this.members = members;
    this.organisations = organisations;
  }

  static void run(int members) throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      new RegistryLoad(server, members, Math.max(STREETS + 1, members / 100)).measure();
    }
  }

  private void measure() throws Exception {
    signIn();
    long root = root();
    say("%,d organisations are imported", organisations);
    take(client.upload("ORGANISATIONS", root, unions()));
    say("%,d members are read and checked", members);
    long started = System.nanoTime();
    String roster = client.upload("ROSTER", root, roster());
    waitForPreview(roster);
    say("  %.1f s", seconds(started));
    try (Connection database = server.database()) {
      execute(database, "checkpoint");
      started = System.nanoTime();
      client.post(roster + "/taking");
      double taken = seconds(started);
      demandCount(database);
      double copied = copyAgain(database);
      demandCount(database);
      say("taking over: %.1f s, COPY of the same rows: %.1f s", taken, copied);
      say("rate of the import = %.2f × the rate of COPY (goal: at least 0.30)", copied / taken);
    }
    showOrganisations(root);
  }

  private void signIn() throws IOException, InterruptedException {
    client.get(server.link());
    client.post(
        server.link(), "password", "measured, not trusted", "again", "measured, not trusted");
    client.get("/sign-in");
    client.post("/sign-in", "name", "admin", "password", "measured, not trusted");
  }

  private long root() throws IOException, SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        var rows = statement.executeQuery("select min(id) from registry.organisation")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private byte[] unions() {
    StringBuilder csv = new StringBuilder("编号,工会名称,类别,上级工会\n");
    for (int i = 0; i < organisations - 1; i++) {
      boolean street = i < STREETS;
      csv.append("N").append(i).append(street ? ",第" : ",单位");
      csv.append(i).append(street ? "街道工会,街道工会," : "工会,基层工会,N" + i % STREETS);
      csv.append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] roster() {
    Random random = new Random(2026);
    StringBuilder csv = new StringBuilder("姓名,身份证号码,工会\n");
    for (int i = 0; i < members; i++) {
      int union = STREETS + random.nextInt(organisations - 1 - STREETS);
      csv.append((char) ('丁' + i % 5_000)).append((char) ('一' + i / 7 % 5_000));
      csv.append(',').append(identity(i)).append(",N").append(union).append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// A thousand people are born on each day, in a region that does not exist.
  private static String identity(int n) {
    LocalDate born = LocalDate.of(1960, 1, 1).plusDays(n / 1_000 % 14_000);
    String body = String.format("419999%tY%<tm%<td%03d", born, n % 1_000);
    return IdentityNumber.completed(body).digits();
  }

  private void take(String path) throws IOException, InterruptedException {
    waitForPreview(path);
    client.post(path + "/taking");
  }

  private void waitForPreview(String path) throws IOException, InterruptedException {
    while (client.get(path).contains("sse-connect")) {
      Thread.sleep(500);
    }
  }

  private void demandCount(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        var rows = statement.executeQuery("select count(*) from registry.membership")) {
      rows.next();
      if (rows.getLong(1) != members) {
        throw new IllegalStateException(rows.getLong(1) + " members, not " + members);
      }
    }
  }

  /// The same rows once more, by COPY in one transaction.
  private static double copyAgain(Connection database) throws SQLException, IOException {
    var copy = database.unwrap(PGConnection.class).getCopyAPI();
    List<Path> files = new ArrayList<>();
    for (String table : TABLES) {
      Path file = Files.createTempFile("zhijia-bench", ".copy");
      try (OutputStream out = Files.newOutputStream(file)) {
        copy.copyOut("copy " + table + " to stdout", out);
      }
      files.add(file);
    }
    execute(database, "truncate " + String.join(", ", TABLES) + ", registry.post");
    execute(database, "update registry.headcount set members = 0, women = 0, retained = 0");
    execute(database, "vacuum full registry.headcount");
    execute(database, "checkpoint");
    long started = System.nanoTime();
    database.setAutoCommit(false);
    for (int i = 0; i < files.size(); i++) {
      try (InputStream in = Files.newInputStream(files.get(i))) {
        copy.copyIn("copy " + TABLES.get(i) + " from stdin", in);
      }
    }
    database.commit();
    database.setAutoCommit(true);
    double copied = seconds(started);
    for (Path file : files) {
      Files.delete(file);
    }
    execute(database, "vacuum analyze");
    return copied;
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Requests come at a steady rate whether or not earlier ones are answered; one in ten asks for
  /// the federation itself, the others for any organisation below.
  private void showOrganisations(long root) throws InterruptedException, ExecutionException {
    say("organisation pages at %d requests a second", PER_SECOND);
    warmUp(root);
    say("%s (goal: p99 at most 100 ms)", pages(root, SECONDS));
  }

  /// A few clients, each waiting for its answer, until the server's code is compiled.
  private void warmUp(long root) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + Duration.ofSeconds(WARM_UP_SECONDS).toNanos();
    List<Future<?>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < WARM_UP_CLIENTS; i++) {
        Random random = new Random(i);
        clients.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    client.get("/organisations/" + any(random, root));
                  }
                  return null;
                }));
      }
      for (Future<?> each : clients) {
        each.get();
      }
    }
  }

  private long any(Random random, long root) {
    return random.nextInt(10) == 0 ? root : root + 1 + random.nextInt(organisations - 1);
  }

  private Percentiles pages(long root, int seconds)
      throws InterruptedException, ExecutionException {
    Random random = new Random(seconds);
    List<Future<Duration>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int i = 0; i < PER_SECOND * seconds; i++) {
        long due = begin + i * Duration.ofSeconds(1).toNanos() / PER_SECOND;
        LockSupport.parkNanos(due - System.nanoTime());
        long id = any(random, root);
        answers.add(
            threads.submit(
                () -> {
                  client.get("/organisations/" + id);
                  return Duration.ofNanos(System.nanoTime() - due);
                }));
      }
      List<Duration> took = new ArrayList<>();
      for (Future<Duration> answer : answers) {
        took.add(answer.get());
      }
      return new Percentiles(took);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void say(String text, Object... arguments) {
    System.out.printf(text + "%n", arguments);
  }
}
