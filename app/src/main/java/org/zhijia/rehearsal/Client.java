package org.zhijia.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody's browser: keeps cookies, sends forms with the page's token, reads and sends JSON.
final class Client {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final HttpClient http;
  private String token = "";

  Client(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
  }

  /// What came back.
  ///
  /// @param location where a redirect leads, a path; or empty
  record Answer(int status, String location, String body) {
    boolean isDone() {
      return status < 400;
    }

    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  Answer get(String path) {
    return text(send(HttpRequest.newBuilder(base.resolve(path)).GET(), BodyHandlers.ofString()));
  }

  byte[] bytes(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET(), BodyHandlers.ofByteArray())
        .body();
  }

  /// Sends a form: names and values in turn.
  Answer form(String path, String... fields) {
    demandToken();
    List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token)));
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return text(
        send(
            HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))),
            BodyHandlers.ofString()));
  }

  /// The same, where anything but success means that the rehearsal cannot go on.
  Answer act(String path, String... fields) {
    Answer answer = form(path, fields);
    if (!answer.isDone()) {
      throw new Stuck(path, answer);
    }
    return answer;
  }

  Answer json(String path, Map<String, ?> content) {
    demandToken();
    return text(
        send(
            HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(content))),
            BodyHandlers.ofString()));
  }

  void signIn(String name, String password) {
    get("/sign-in");
    Answer answer = form("/sign-in", "name", name, "password", password);
    if (answer.location().contains("sign-in")) {
      throw new Stuck("/sign-in", answer);
    }
    token = "";
  }

  private void demandToken() {
    if (token.isEmpty()) {
      get("/");
    }
  }

  private Answer text(HttpResponse<String> response) {
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    String location = response.headers().firstValue("Location").orElse("");
    return new Answer(
        response.statusCode(), location.replaceFirst("^https?://[^/]+", ""), response.body());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> how) {
    try {
      return http.send(request.timeout(PATIENCE).build(), how);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
