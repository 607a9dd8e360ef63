package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.audit.Audit;
import org.zhijia.ballot.audit.AuditOptions;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.slate.CompanionFile;
import org.zhijia.operation.ServedProgram;
import org.zhijia.operation.Words;

/// The server is killed while ballots come in, with its database while it closes the boxes, and
/// while the scrutineers shuffle what is written in and open the boxes. What was accepted is there,
/// once; the congress goes on where it was.
class CrashStory {
  private static final String TOKEN = "one-rehearsal-for-crashes";
  private static final int DUE = 40;
  private static final int DEVICES = 4;

  /// Whether somebody who has written to the ballots waits to write to their vote.
  private static final String CLOSING =
      """
      select exists (
        select 1 from pg_locks waits join pg_locks holds using (pid)
         where not waits.granted and waits.relation = 'election.poll'::regclass
           and holds.granted and holds.relation = 'election.ballot'::regclass
           and holds.mode = 'RowExclusiveLock')
      """;

  @TempDir private Path folder;

  private int port;
  private URI base;
  private ServedProgram program;
  private Process server;
  private Company company;
  private final Wishes wishes = new Wishes();

  /// A ballot in somebody's telephone.
  private record Own(SimulatedVoter device, SimulatedVoter.Sealed ballot) {}

  private final List<Own> ballots = Collections.synchronizedList(new ArrayList<>());

  /// Those of the last voter.
  private final List<Own> late = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    port = ServedProgram.freePort();
    base = URI.create("http://127.0.0.1:" + port + "/");
    program = new ServedProgram(folder.resolve("data"), "-Dzhijia.rehearsal-token=" + TOKEN);
    server = program.serve(port);
    company = Company.at(base, TOKEN);
  }

  @AfterEach
  void end() throws Exception {
    program.close();
  }

  @Test
  void nothingAcceptedIsLostOrDoubledAndTheCongressGoesOn() throws Exception {
    Rehearsal rehearsal = rehearsal();
    Rehearsal.Begun begun = rehearsal.begin();
    Casting casting = begun.casting();
    Map<String, List<String>> trackers =
        casting.vote(begun.bodies(), (_, _, device, made) -> ballots.add(new Own(device, made)));
    SimulatedVoter last = ballots.getLast().device();
    ballots.stream().filter(own -> own.device() == last).forEach(late::add);
    ballots.removeAll(late);
    castThroughACrash();

    closeIntoACrash(begun);
    server = program.serve(port);

    SimulatedScrutineer first = begun.scrutiny().scrutineers().getLast();
    SimulatedScrutineer second = begun.scrutiny().scrutineers().getFirst();
    for (Ask ask : begun.bodies()) {
      begun.scrutiny().await(ask.uuid(), "closed");
      first.shuffle(ask.uuid());
    }
    kill();
    server = program.serve(port);
    for (Ask ask : begun.bodies()) {
      second.shuffle(ask.uuid());
      first.decrypt(ask.uuid());
    }
    kill();
    server = program.serve(port);

    for (Casting.Counted counted : casting.count(begun.bodies(), trackers)) {
      assertThat(rehearsal.compared(counted, casting).differences()).isEmpty();
      assertThat(counted.json().get("writeIns").size()).isEqualTo(2);
      assertArchived(counted.ask(), Objects.requireNonNull(trackers.get(counted.ask().uuid())));
    }
    begun.meeting().call(Meeting.ANNOUNCEMENT);
    begun.meeting().end();
    begun.desk().enter("RESOLUTIONS");
  }

  private Rehearsal rehearsal() throws IOException {
    wishes.candidates = Files.writeString(folder.resolve("c.csv"), "id,name\nx,丁一\ny,王二\nz,李四\n");
    wishes.seats = 2;
    wishes.due = DUE;
    wishes.writeIn = true;
    Plan plan = Plan.of(wishes, new Inventor(wishes.seed));
    Timeline silent = new Timeline(Words.of(Map.of(), "--lang=zh"), _ -> {});
    return new Rehearsal(company, plan, wishes, silent, Pictures.NONE);
  }

  /// Devices cast at once; in the middle the server dies. Each sends until it has an answer; those
  /// that had theirs already send once more.
  private void castThroughACrash() throws Exception {
    CountDownLatch half = new CountDownLatch(ballots.size() / 2);
    List<Own> accepted = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger next = new AtomicInteger();
    List<Own> before;
    try (ExecutorService devices = Executors.newFixedThreadPool(DEVICES)) {
      List<Future<?>> casting = new ArrayList<>();
      for (int i = 0; i < DEVICES; i++) {
        casting.add(devices.submit(() -> castAll(next, accepted, half)));
      }
      half.await();
      kill();
      before = List.copyOf(accepted);
      assertThat(before.size()).isBetween(ballots.size() / 2, ballots.size() - 1);
      server = program.serve(port);
      for (Future<?> done : casting) {
        done.get();
      }
    }
    assertThat(accepted).hasSameSizeAs(ballots);
    for (Own own : before) {
      Client.Answer again = own.device().cast(own.ballot());
      assertThat(again.status()).as(own.ballot().tracker()).isEqualTo(200);
      assertThat(again.json().get("again").booleanValue()).isTrue();
    }
  }

  private void castAll(AtomicInteger next, List<Own> accepted, CountDownLatch half) {
    for (int i = next.getAndIncrement(); i < ballots.size(); i = next.getAndIncrement()) {
      Own own = ballots.get(i);
      Client.Answer answer = own.device().cast(own.ballot());
      assertThat(answer.status()).as(answer.body()).isIn(200, 201);
      accepted.add(own);
      half.countDown();
    }
  }

  /// As `kill -9` does.
  private void kill() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  /// The last voter is late, but in time. Votes are kept from being written to, so that the closing
  /// comes to a stand in the middle of its transaction.
  private void closeIntoACrash(Rehearsal.Begun begun) throws Exception {
    begun.casting().close(begun.bodies());
    for (Own own : late) {
      assertThat(own.device().cast(own.ballot()).status()).isEqualTo(201);
    }
    try (Connection database = program.database();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table election.poll in share mode");
      for (int i = 0; !is(statement, CLOSING); i++) {
        assertThat(i).as("tenths of a second").isLessThan(600);
        Thread.sleep(100);
      }
      killWithItsDatabase();
    }
  }

  private static boolean is(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private void killWithItsDatabase() throws Exception {
    ProcessHandle database = ProcessHandle.of(program.postmaster()).orElseThrow();
    kill();
    database.destroyForcibly();
    database.onExit().get();
  }

  /// Each tracker is in the archive that anybody may download, once, and nothing else is.
  private void assertArchived(Ask ask, List<String> trackers) throws IOException, ArchiveFault {
    Client visitor = Client.device(base);
    Path archive = folder.resolve(ask.uuid() + ".bel");
    Files.write(archive, visitor.bytes("/polls/" + ask.uuid() + "/archive"));
    Files.write(
        CompanionFile.beside(archive), visitor.bytes("/polls/" + ask.uuid() + "/companion"));
    if (Audit.verify(archive, AuditOptions.onAllCores()) instanceof Verdict.Fails fails) {
      fail(fails.check() + " at " + fails.where() + " " + fails.causes());
    }
    assertThat(trackers(archive)).containsExactlyInAnyOrderElementsOf(trackers);
  }

  private static List<String> trackers(Path archive) throws IOException, ArchiveFault {
    List<String> trackers = new ArrayList<>();
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        if (entry.get().event().type() == Event.Type.BALLOT) {
          trackers.add(Ballot.tracker(entry.get().payload().content()));
        }
      }
    }
    return trackers;
  }
}
