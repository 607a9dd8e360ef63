package org.zhijia.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Delegates' telephones with the floor open: each holds a stream of events and fetches what the
/// floor shows of the moment when it is told to, and now and then anyway, as `floor.html` does.
final class Telephones implements AutoCloseable {
  private static final int FETCH_EVERY_SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final AtomicInteger fetched = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private final CountDownLatch connected;
  private final URI congress;
  private volatile boolean ending;

  private Telephones(URI congress, int count) {
    this.congress = congress;
    this.connected = new CountDownLatch(count);
  }

  /// @param congress where its pages are
  /// @param cards the codes on the delegates' cards
  static Telephones connect(URI congress, List<String> cards) throws InterruptedException {
    Telephones all = new Telephones(congress, cards.size());
    for (int i = 0; i < cards.size(); i++) {
      URI floor = URI.create(congress + "/floor/now?card=" + cards.get(i));
      long first = 1000L * FETCH_EVERY_SECONDS * i / cards.size();
      all.listen(floor);
      var _ =
          all.clock.scheduleAtFixedRate(
              () -> all.fetch(floor), first, 1000L * FETCH_EVERY_SECONDS, TimeUnit.MILLISECONDS);
    }
    if (!all.connected.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(all.connected.getCount() + " telephones never connected");
    }
    return all;
  }

  int fetched() {
    return fetched.get();
  }

  /// Streams that ended, and fetches without their answer.
  int broken() {
    return broken.get();
  }

  private void listen(URI floor) {
    HttpRequest stream = HttpRequest.newBuilder(URI.create(congress + "/live")).build();
    var _ =
        client
            .sendAsync(stream, BodyHandlers.ofLines())
            .whenComplete(
                (answer, failure) -> {
                  if (failure != null || answer.statusCode() != 200) {
                    broke();
                  } else {
                    connected.countDown();
                    Thread.startVirtualThread(() -> hear(answer, floor));
                  }
                });
  }

  private void hear(HttpResponse<Stream<String>> answer, URI floor) {
    try (Stream<String> lines = answer.body()) {
      lines.filter(line -> line.equals("event:changed")).forEach(_ -> fetch(floor));
    } catch (RuntimeException cut) {
      // counted below, like any other end
    }
    broke();
  }

  private void fetch(URI floor) {
    HttpRequest request = HttpRequest.newBuilder(floor).timeout(PATIENCE).build();
    var _ =
        client
            .sendAsync(request, BodyHandlers.discarding())
            .whenComplete(
                (answer, failure) -> {
                  if (failure != null || answer.statusCode() != 200) {
                    broke();
                  } else {
                    fetched.incrementAndGet();
                  }
                });
  }

  private void broke() {
    if (!ending) {
      broken.incrementAndGet();
    }
  }

  @Override
  public void close() {
    ending = true;
    clock.shutdownNow();
    client.shutdownNow();
  }
}
