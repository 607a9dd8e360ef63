package org.zhijia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goes through the server's pages as a browser without scripts does: keeps cookies, sends forms
/// with the token of the page that it looks at.
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "----zhijia-test";

  private final TestServer server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private String token = "";
  private String bearer = "";

  Visitor(TestServer server) {
    this.server = server;
  }

  /// What came back.
  ///
  /// @param location where a redirect leads, or empty
  /// @param raw the body's bytes
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Answer(int status, String location, String body, byte[] raw) {}

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(server.at(path)).GET());
  }

  /// Sends a form: names and values in turn. The token comes from the page seen last.
  public Answer post(String path, String... fields) {
    if (token.isEmpty()) {
      get("/");
    }
    List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token)));
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(server.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  /// Sends a form with a file in the field `file`.
  public Answer upload(String path, String fileName, byte[] content, String... fields) {
    if (token.isEmpty()) {
      get("/");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "_csrf", token);
    for (int i = 0; i < fields.length; i += 2) {
      part(body, fields[i], fields[i + 1]);
    }
    line(body, "--" + BOUNDARY);
    line(body, "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"");
    line(body, "Content-Type: application/octet-stream");
    line(body, "");
    body.writeBytes(content);
    line(body, "");
    line(body, "--" + BOUNDARY + "--");
    return send(
        HttpRequest.newBuilder(server.at(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  public void signIn(String name, String password) {
    get("/sign-in");
    Answer answer = post("/sign-in", "name", name, "password", password);
    assertThat(answer.location()).as("sign-in of " + name).doesNotContain("sign-in");
    token = "";
  }

  /// Makes itself a token for programs with these scopes, and shows it from now on under `/api`.
  public void makeToken(String... scopes) {
    List<String> fields = new ArrayList<>(List.of("label", "test"));
    for (String scope : scopes) {
      fields.addAll(List.of("scope", scope));
    }
    String page = post("/me/tokens", fields.toArray(String[]::new)).body();
    Matcher found = Pattern.compile("zhijia_[\\w-]{20,}").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    bearer = found.group();
  }

  /// The value of a cookie that the server set.
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /// Follows a redirect.
  public Answer follow(Answer answer) {
    String path = answer.location().replaceFirst("^https?://[^/]+", "");
    return get(path);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      if (!bearer.isEmpty()) {
        request.header("Authorization", "Bearer " + bearer);
      }
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      String body = new String(response.body(), StandardCharsets.UTF_8);
      Matcher found = TOKEN.matcher(body);
      if (found.find()) {
        token = found.group(1);
      }
      String location = response.headers().firstValue("Location").orElse("");
      return new Answer(response.statusCode(), location, body, response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static void part(ByteArrayOutputStream body, String name, String value) {
    line(body, "--" + BOUNDARY);
    line(body, "Content-Disposition: form-data; name=\"" + name + "\"");
    line(body, "");
    line(body, value);
  }

  private static void line(ByteArrayOutputStream body, String text) {
    body.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
