package org.zhijia.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijia.ballot.json.JsonText;

/// A page in a Chromium without a window, told what to do over its debugging protocol. Only what
/// the measurements need of it.
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern PORT =
      Pattern.compile("DevTools listening on ws://127.0.0.1:(\\d+)/");
  private static final Pattern SOCKET =
      Pattern.compile("\"webSocketDebuggerUrl\": \"(ws://[^\"]*/page/[^\"]*)\"");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<String>> asked = new ConcurrentHashMap<>();

  private Chromium(Process process, Path profile, URI page) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Answers()).join();
  }

  static Chromium start() throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("zhijia-chromium");
    Process process = launch(profile);
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port =
        out.lines()
            .map(PORT::matcher)
            .filter(Matcher::find)
            .findFirst()
            .orElseThrow(() -> new IOException("Chromium did not start"))
            .group(1);
    Thread.startVirtualThread(() -> out.lines().forEach(_ -> {}));
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    String pages =
        HttpClient.newHttpClient().send(list, HttpResponse.BodyHandlers.ofString()).body();
    Matcher socket = SOCKET.matcher(pages);
    if (!socket.find()) {
      throw new IOException("Chromium shows no page");
    }
    return new Chromium(process, profile, URI.create(socket.group(1)));
  }

  private static Process launch(Path profile) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String name : NAMES) {
      try {
        return new ProcessBuilder(
                name,
                "--headless",
                "--no-sandbox",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
      } catch (IOException notThere) {
        missing.add(name);
      }
    }
    throw new IOException("Chromium is not here, by none of the names " + missing);
  }

  /// How many times slower than this machine the page is to be.
  void slowDown(int times) {
    ask("Emulation.setCPUThrottlingRate", "{\"rate\":" + times + "}");
  }

  void open(String address) {
    ask("Page.navigate", "{\"url\":" + quoted(address) + "}");
  }

  /// What an expression comes to, awaited if it is a promise; a number.
  double number(String expression) throws IOException {
    String answer =
        ask(
            "Runtime.evaluate",
            "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
                + quoted(expression)
                + "}");
    Matcher value = Pattern.compile("\"value\":(-?[\\d.]+)").matcher(answer);
    if (!value.find()) {
      throw new IOException("the page says: " + answer);
    }
    return Double.parseDouble(value.group(1));
  }

  static String quoted(String text) {
    return new JsonText().text(text).toString();
  }

  private String ask(String method, String parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    asked.put(id, answer);
    socket
        .sendText(
            "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
        .join();
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        Matcher id = ID.matcher(text);
        if (id.find()) {
          CompletableFuture<String> waiting = asked.remove(Integer.valueOf(id.group(1)));
          if (waiting != null) {
            waiting.complete(text.toString());
          }
        }
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.destroy();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Bench.deleteAll(profile);
  }
}
