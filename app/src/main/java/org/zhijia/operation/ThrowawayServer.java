package org.zhijia.operation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A server on a database of its own, reachable from this machine alone. When it is closed, and
/// when the program is ended, nothing of it is left.
public final class ThrowawayServer implements AutoCloseable {
  private final Path folder;
  private final ConfigurableApplicationContext running;
  private final Thread atTheEnd = new Thread(this::end, "throwaway-server-end");

  private ThrowawayServer(Path folder, ConfigurableApplicationContext running) {
    this.folder = folder;
    this.running = running;
  }

  /// Settings that depend on where the server keeps its things.
  @FunctionalInterface
  interface Settings {
    Map<String, ?> of(Installation installation) throws IOException;
  }

  /// @param more settings besides those of any server
  /// @throws CannotRun if the database cannot be started
  public static ThrowawayServer start(SpringApplication application, Map<String, ?> more)
      throws IOException {
    return start(application, _ -> more);
  }

  static ThrowawayServer start(SpringApplication application, Settings more) throws IOException {
    Path folder = Files.createTempDirectory("zhijia-throwaway-");
    Installation installation = Installation.at(folder.resolve("data"), false);
    Files.createDirectories(installation.log());
    FieldKeyFile.makeIfMissing(installation.fieldKey());
    Map<String, Object> settings = new HashMap<>();
    settings.put("zhijia.data", installation.data().toString());
    settings.put("zhijia.field-key", installation.fieldKey().toString());
    settings.put("zhijia.demo", false);
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", 0);
    settings.put("logging.file.name", installation.log().resolve("server.log").toString());
    settings.putAll(more.of(installation));
    application.setDefaultProperties(settings);
    application.setRegisterShutdownHook(false); // ours, which removes the data too
    try {
      ThrowawayServer server = new ThrowawayServer(folder, application.run());
      Runtime.getRuntime().addShutdownHook(server.atTheEnd);
      return server;
    } catch (RuntimeException failure) {
      deleteAll(folder);
      throw failure;
    }
  }

  /// Where this machine's own programs reach it.
  public URI address() {
    String port = running.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
    end();
  }

  private void end() {
    running.close();
    try {
      deleteAll(folder);
    } catch (IOException left) {
      System.err.println(folder + ": " + left.getMessage());
    }
  }

  static void deleteAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
