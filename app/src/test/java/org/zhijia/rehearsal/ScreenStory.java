package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhijia.operation.Words;
import org.zhijia.testing.TestServer;

/// The big screen counts ballots as they come in; the telephones, which show no count, are left in
/// peace.
class ScreenStory {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int DUE = 12;

  private final TestServer server = TestServer.running();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void hangUp() {
    client.shutdownNow();
  }

  @Test
  void theScreenHearsOfABallotAndTheTelephonesDoNot() throws InterruptedException {
    Company company = Companies.at(server);
    Wishes wishes = new Wishes();
    wishes.due = DUE;
    wishes.seats = 2;
    Plan plan = Plan.of(wishes, new Inventor(wishes.seed));
    Timeline silent = new Timeline(Words.of(Map.of(), "--lang=zh"), _ -> {});
    Rehearsal.Begun begun = new Rehearsal(company, plan, wishes, silent, Pictures.NONE).begin();
    URI congress = server.at(begun.desk().at());
    List<String> screen = listen(URI.create(congress + "/screen/live"), company.usher().cookie());
    List<String> telephone = listen(URI.create(congress + "/live"), "");
    await(() -> !screen.isEmpty() && !telephone.isEmpty()); // the heartbeat: they are connected
    screen.clear();
    telephone.clear();
    assertThat(company.usher().page(begun.desk().at() + "/screen/now")).contains("已投 0 票");
    begun.casting().vote(begun.bodies().subList(0, 1), (_, _, device, made) -> device.cast(made));
    await(() -> screen.contains("event:changed"));
    await(() -> company.usher().page(begun.desk().at() + "/screen/now").contains("已投 12 票"));
    assertThat(telephone).doesNotContain("event:changed");
  }

  private List<String> listen(URI stream, String cookie) {
    List<String> heard = new CopyOnWriteArrayList<>();
    HttpRequest request = HttpRequest.newBuilder(stream).header("Cookie", cookie).build();
    Thread.startVirtualThread(
        () -> {
          try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            lines.forEach(heard::add);
          } catch (Exception over) {
            // put away
          }
        });
    return heard;
  }

  private static void await(java.util.function.BooleanSupplier there) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
