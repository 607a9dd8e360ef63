package org.zhijia.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

/// `zhijia warm-up`: starts the server on data that are thrown away, asks for a few pages, and
/// ends, while the Java virtual machine writes down what it loaded.
@Command(hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of("", "sign-in", "rules", "verify", "static/css/base.css", "nowhere");

  private final SpringApplication application;

  WarmUpCommand(SpringApplication application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ThrowawayServer server = ThrowawayServer.start(application, Map.of());
        HttpClient client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        URI address = server.address().resolve(page);
        client.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
    return 0;
  }
}
