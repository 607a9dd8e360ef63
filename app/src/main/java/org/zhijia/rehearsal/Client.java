package org.zhijia.rehearsal;

import java.io.ByteArrayOutputStream;
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
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody's browser: keeps cookies, sends forms with the page's token, reads and sends JSON.
final class Client {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BOUNDARY = "zhijia-rehearsal-6f1d2a";
  private static final String PART = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; ";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI base;
  private final HttpClient http;
  private String token = "";

  Client(URI base) {
    this(base, builder().cookieHandler(new CookieManager()).build());
  }

  private Client(URI base, HttpClient http) {
    this.base = base;
    this.http = http;
  }

  /// A device that keeps no cookies, as ballots are cast from.
  static Client device(URI base) {
    return new Client(base, builder().build());
  }

  /// No upgrade to HTTP/2 is asked for: over plain HTTP the server would have to keep the whole
  /// first ballot while it changes the protocol, and refuses one of more than 4 KB.
  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(PATIENCE);
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

  /// A page that must be there.
  String page(String path) {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new Stuck(path, answer);
    }
    return answer.body();
  }

  byte[] bytes(String path) {
    HttpResponse<byte[]> response =
        send(HttpRequest.newBuilder(base.resolve(path)).GET(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new Stuck(path + ": " + response.statusCode());
    }
    return response.body();
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

  /// Sends a form with one file.
  Answer upload(String path, String fileName, byte[] content, String... fields) {
    demandToken();
    List<String> all = new ArrayList<>(List.of("_csrf", token));
    all.addAll(List.of(fields));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < all.size(); i += 2) {
      body.writeBytes(part("name=\"" + all.get(i) + "\"", all.get(i + 1)));
    }
    String file = "name=\"file\"; filename=\"" + fileName + "\"";
    body.writeBytes((PART + file + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    Answer answer =
        text(
            send(
                HttpRequest.newBuilder(base.resolve(path))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                BodyHandlers.ofString()));
    if (!answer.isDone()) {
      throw new Stuck(path, answer);
    }
    return answer;
  }

  private static byte[] part(String name, String value) {
    return (PART + name + "\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /// The same as [#form], where anything but success means that the rehearsal cannot go on.
  Answer act(String path, String... fields) {
    Answer answer = form(path, fields);
    if (!answer.isDone()) {
      throw new Stuck(path, answer);
    }
    return answer;
  }

  Answer json(String path, Map<String, ?> content) {
    if (!path.startsWith("/api/")) {
      demandToken();
    }
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

  /// What another program sends as its `Cookie` to be taken for this browser.
  String cookie() {
    return http.cookieHandler().stream()
        .map(CookieManager.class::cast)
        .flatMap(jar -> jar.getCookieStore().getCookies().stream())
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
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
