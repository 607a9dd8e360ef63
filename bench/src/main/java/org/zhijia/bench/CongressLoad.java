package org.zhijia.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// A hall that votes: delegates with the floor open on their telephones cast their ballots for both
/// committees, evenly over a minute, while the big screen counts along. The ballots are encrypted
/// beforehand, since in a hall each telephone encrypts its own.
final class CongressLoad {
  private static final Duration SPREAD = Duration.ofSeconds(60);
  private static final Duration COLD = Duration.ofSeconds(10);
  private static final Duration AFTERWARDS = Duration.ofSeconds(6);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GOAL = Duration.ofSeconds(1);

  private final ServerProcess server;
  private final OpenVote vote;
  private final HttpClient devices =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Duration> papers = Collections.synchronizedList(new ArrayList<>());
  private final List<Cast> casts = Collections.synchronizedList(new ArrayList<>());
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

  private CongressLoad(ServerProcess server, OpenVote vote) {
    this.server = server;
    this.vote = vote;
  }

  /// A ballot that was accepted.
  ///
  /// @param vote its place among the open votes
  /// @param sent by `System.nanoTime`, like `accepted`
  private record Cast(int vote, long sent, long accepted) {}

  static void run(int delegates) throws Exception {
    boolean holds;
    try (ServerProcess server = ServerProcess.rehearsalSpace()) {
      say("a congress is prepared, %,d delegates vote", delegates);
      Path ballots = server.folder().resolve("hall");
      URI space = server.address().resolve(server.link());
      try (OpenVote vote = OpenVote.prepare(space, ballots, due(delegates))) {
        holds = new CongressLoad(server, vote).measure();
      }
    }
    say(holds ? "all goals are met" : "NOT all goals are met");
    System.exit(holds ? 0 : 1);
  }

  /// Of those due one in forty stays away, and one of those present does not vote.
  private static int due(int delegates) {
    int due = delegates + 1;
    while (due - due / 40 < delegates + 1) {
      due++;
    }
    return due;
  }

  private boolean measure() throws Exception {
    URI congress = server.address().resolve(vote.congress());
    List<List<byte[]>> ballots = vote.ballots();
    List<String> cards = vote.cards().subList(0, ballots.size());
    long started = System.nanoTime();
    try (Telephones telephones = Telephones.connect(congress, cards);
        BigScreen screen = BigScreen.open(congress, vote.usher())) {
      say("%,d telephones connected in %.1f s", cards.size(), seconds(since(started)));
      CpuTimes before = CpuTimes.now(server);
      started = System.nanoTime();
      castAll(ballots);
      Duration casting = since(started);
      CpuTimes spent = CpuTimes.now(server).minus(before);
      Thread.sleep(AFTERWARDS);
      Percentiles lag = new Percentiles(lag(screen.shown()));
      report(ballots, casting, lag);
      say("floors fetched             %,d", telephones.fetched());
      say("connections broken         %d of telephones%s", telephones.broken(), of(screen));
      say("CPU                        %s", spent);
      boolean fast = casting().at(99).compareTo(GOAL) <= 0 && lag.longest().compareTo(GOAL) <= 0;
      boolean whole = refused.isEmpty() && lag.sorted().size() == casts.size();
      boolean connected = telephones.broken() == 0 && screen.failure() == null;
      say("counting");
      return vote.count() && fast && whole && connected;
    }
  }

  private static String of(BigScreen screen) {
    return screen.failure() == null ? ", none of the big screen" : "; screen: " + screen.failure();
  }

  private Percentiles casting() {
    return took(_ -> true);
  }

  private Percentiles took(Predicate<Cast> which) {
    return new Percentiles(
        casts.stream()
            .filter(which)
            .map(cast -> Duration.ofNanos(cast.accepted() - cast.sent()))
            .toList());
  }

  private void report(List<List<byte[]>> ballots, Duration casting, Percentiles lag) {
    long bytes = ballots.stream().flatMap(List::stream).mapToLong(each -> each.length).sum();
    long all = ballots.stream().mapToLong(List::size).sum();
    say(
        "ballots accepted           %,d of %,d within %.1f s, %,d KB each on average",
        casts.size(), all, seconds(casting), bytes / all / 1000);
    refused.stream().limit(5).forEach(each -> say("  refused: %s", each));
    say("ballot papers fetched      %s", new Percentiles(papers));
    say("casting                    %s (goal: p99 at most 1 s)", casting());
    long warm = casts.stream().mapToLong(Cast::sent).min().orElse(0) + COLD.toNanos();
    say("  in the first ten seconds %s", took(cast -> cast.sent() < warm));
    say("  and after them           %s", took(cast -> cast.sent() >= warm));
    say("big screen behind          %s (goal: at most 1 s)", lag);
  }

  /// Everybody begins when it is their turn, whether or not those before are done.
  private void castAll(List<List<byte[]>> ballots) {
    try (ExecutorService delegates = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int i = 0; i < ballots.size(); i++) {
        LockSupport.parkNanos(begin + i * SPREAD.toNanos() / ballots.size() - System.nanoTime());
        List<byte[]> own = ballots.get(i);
        delegates.execute(() -> voteWith(own));
      }
    }
  }

  /// Fetches the ballot papers and casts for one vote after the other, as the booth does.
  private void voteWith(List<byte[]> ballots) {
    try {
      long asked = System.nanoTime();
      send(HttpRequest.newBuilder(at("/api/assemblies/" + vote.assembly() + "/polls")).GET());
      papers.add(since(asked));
      for (int i = 0; i < ballots.size(); i++) {
        long sent = System.nanoTime();
        HttpResponse<String> answer =
            send(
                HttpRequest.newBuilder(at("/api/polls/" + vote.votes().get(i) + "/ballots"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(ballots.get(i))));
        if (answer.statusCode() == 201) {
          casts.add(new Cast(i, sent, System.nanoTime()));
        } else {
          refused.add(answer.statusCode() + " " + answer.body());
        }
      }
    } catch (IOException broken) {
      refused.add(broken.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private URI at(String path) {
    return server.address().resolve(path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return devices.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  /// How long after its acceptance each ballot was surely in the count on the screen: from then on
  /// it showed at least as many as had been sent by that time. Ballots that never were are left
  /// out.
  private List<Duration> lag(List<BigScreen.Shown> shown) {
    List<Duration> lag = new ArrayList<>();
    for (Cast cast : casts) {
      long needed =
          casts.stream()
              .filter(other -> other.vote() == cast.vote() && other.sent() <= cast.accepted())
              .count();
      shown.stream()
          .filter(each -> each.counts().size() > cast.vote())
          .filter(each -> each.counts().get(cast.vote()) >= needed)
          .findFirst()
          .ifPresent(each -> lag.add(Duration.ofNanos(Math.max(0, each.at() - cast.accepted()))));
    }
    return lag;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static void say(String text, Object... arguments) {
    System.out.printf(text + "%n", arguments);
  }
}
