package org.zhijia.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `zhijia rehearse-start`: starts the server on a data directory that the launcher throws away,
/// asks for a few pages, and ends, while the Java virtual machine writes down what it loaded.
@Command(hidden = true)
final class RehearseCommand implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of("", "sign-in", "rules", "verify", "static/css/base.css", "nowhere");

  private final SpringApplication application;

  @Mixin private final Place place = new Place();

  RehearseCommand(SpringApplication application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = place.installation(Map.of(), false);
    Files.createDirectories(installation.log());
    FieldKeyFile.makeIfMissing(installation.fieldKey());
    application.setDefaultProperties(
        Map.of(
            "zhijia.data",
            installation.data().toString(),
            "zhijia.field-key",
            installation.fieldKey().toString(),
            "zhijia.demo",
            false,
            "server.address",
            "127.0.0.1",
            "server.port",
            0,
            "logging.file.name",
            installation.log().resolve("server.log").toString()));
    try (DataLock _ = DataLock.take(installation.data());
        ConfigurableApplicationContext running = application.run();
        HttpClient client = HttpClient.newHttpClient()) {
      String port = running.getEnvironment().getRequiredProperty("local.server.port");
      for (String page : PAGES) {
        URI address = URI.create("http://127.0.0.1:" + port + "/" + page);
        client.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
    return 0;
  }
}
