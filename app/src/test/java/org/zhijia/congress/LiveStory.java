package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhijia.registry.Organisation;
import org.zhijia.testing.TestServer;

/// A hall of telephones that listen.
class LiveStory {
  private static final int TELEPHONES = 500;

  private final TestServer server = TestServer.running();

  @Test
  @SuppressWarnings("FutureReturnValueIgnored") // what it brings is in the latches
  void fiveHundredTelephonesHearOfAChangeAndOfManyAtOnceOnlyOnce() throws InterruptedException {
    Organisation union = server.union("长河航运公司工会");
    long id =
        server
            .bean(Congresses.class)
            .open(
                union.id(),
                new Congresses.Plan(
                    "第二次会员大会",
                    CongressKind.MEMBERS,
                    "grassroots",
                    60,
                    Optional.empty(),
                    "",
                    List.of(),
                    List.of()));
    CountDownLatch connected = new CountDownLatch(TELEPHONES);
    CountDownLatch heard = new CountDownLatch(TELEPHONES);
    List<String> events = java.util.Collections.synchronizedList(new ArrayList<>());
    HttpRequest listening =
        HttpRequest.newBuilder(server.at("/congresses/" + id + "/live")).build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < TELEPHONES; i++) {
      client
          .sendAsync(listening, HttpResponse.BodyHandlers.ofLines())
          .thenAccept(answer -> listen(answer, connected, heard, events));
    }
    Live live = server.bean(Live.class);
    while (!connected.await(200, TimeUnit.MILLISECONDS)) {
      live.beat();
    }
    events.clear();
    for (int i = 0; i < 50; i++) {
      live.changed(id);
    }
    assertThat(heard.await(5, TimeUnit.SECONDS)).as("still deaf: " + heard.getCount()).isTrue();
    assertThat(events.size()).isBetween(TELEPHONES, 2 * TELEPHONES);
    client.shutdownNow();
  }

  private static void listen(
      HttpResponse<Stream<String>> answer,
      CountDownLatch connected,
      CountDownLatch heard,
      List<String> events) {
    Thread.startVirtualThread(
        () -> {
          boolean[] first = {true};
          try (Stream<String> lines = answer.body()) {
            lines.forEach(
                line -> {
                  if (first[0]) {
                    first[0] = false;
                    connected.countDown();
                  }
                  if (line.equals("event:changed")) {
                    events.add(line);
                    heard.countDown();
                  }
                });
          } catch (RuntimeException over) {
            // the telephone was put away
          }
        });
  }
}
