package org.zhijia.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goes through the server's pages as a browser does.
final class PageClient {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "----zhijia-bench";

  private final URI server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private volatile String token = "";

  PageClient(URI server) {
    this.server = server;
  }

  /// @return the page, after redirects
  String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.resolve(path)).GET()).body();
  }

  /// @param fields names and values in turn
  /// @return the path to which it led
  String post(String path, String... fields) throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token)));
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return send(HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))))
        .uri()
        .getPath();
  }

  /// Uploads a file for an organisation.
  ///
  /// @return the path to which it led
  String upload(String kind, long organisation, byte[] file)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "_csrf", token);
    part(body, "kind", kind);
    part(body, "organisation", String.valueOf(organisation));
    line(body, "--" + BOUNDARY);
    line(body, "Content-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"");
    line(body, "Content-Type: text/csv");
    line(body, "");
    body.writeBytes(file);
    line(body, "");
    line(body, "--" + BOUNDARY + "--");
    return send(HttpRequest.newBuilder(server.resolve("/imports"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
        .uri()
        .getPath();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() == 302 || response.statusCode() == 303) {
      String to = response.headers().firstValue("Location").orElseThrow();
      return send(HttpRequest.newBuilder(response.uri().resolve(to)).GET());
    }
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " from " + response.uri());
    }
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
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
