package org.zhijia.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The big screen, as `screen.html` in a browser: it listens, and fetches what it shows when told
/// to, and every five seconds anyway. Notes which counts it showed when.
final class BigScreen implements AutoCloseable {
  private static final Pattern STREAM = Pattern.compile("sse-connect=\"([^\"]+)\"");
  private static final Pattern COUNT = Pattern.compile("screen-figure\">\\D*([\\d,]+)");
  private static final int FETCH_EVERY_SECONDS = 5;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI congress;
  private final String cookie;
  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final List<Shown> shown = new CopyOnWriteArrayList<>();
  private volatile boolean ending;
  private volatile @Nullable String failure;

  private BigScreen(URI congress, String cookie) {
    this.congress = congress;
    this.cookie = cookie;
  }

  /// What was on the screen from then on.
  ///
  /// @param at by `System.nanoTime`
  /// @param counts ballots cast, for each open vote in the order of the page
  record Shown(long at, List<Integer> counts) {}

  /// @param cookie of somebody who may show the screen
  static BigScreen open(URI congress, String cookie) throws IOException, InterruptedException {
    BigScreen screen = new BigScreen(congress, cookie);
    Matcher stream = STREAM.matcher(screen.get("/screen"));
    if (!stream.find()) {
      throw new IOException("the big screen does not listen to anything");
    }
    URI address = congress.resolve(stream.group(1));
    Thread.startVirtualThread(() -> screen.listen(address));
    Thread.startVirtualThread(screen::show);
    return screen;
  }

  List<Shown> shown() {
    return List.copyOf(shown);
  }

  /// What went wrong with it, if anything.
  @Nullable String failure() {
    return failure;
  }

  private HttpRequest request(URI address) {
    return HttpRequest.newBuilder(address).header("Cookie", cookie).build();
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request(URI.create(congress + path)), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode());
    }
    return answer.body();
  }

  private void listen(URI address) {
    try (Stream<String> lines = client.send(request(address), BodyHandlers.ofLines()).body()) {
      lines.filter(line -> line.equals("event:changed")).forEach(told::add);
      failed("its stream ended");
    } catch (IOException | RuntimeException cut) {
      failed(cut.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Of several events that come while it fetches, one more fetch is made, as htmx does.
  private void show() {
    try {
      while (!ending) {
        String _ = told.poll(FETCH_EVERY_SECONDS, TimeUnit.SECONDS);
        told.clear();
        List<Integer> counts = new ArrayList<>();
        for (Matcher figures = COUNT.matcher(get("/screen/now")); figures.find(); ) {
          counts.add(Integer.valueOf(figures.group(1).replace(",", "")));
        }
        shown.add(new Shown(System.nanoTime(), List.copyOf(counts)));
      }
    } catch (IOException broken) {
      failed(broken.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void failed(String what) {
    if (!ending) {
      failure = what;
    }
  }

  @Override
  public void close() {
    ending = true;
    client.shutdownNow();
  }
}
