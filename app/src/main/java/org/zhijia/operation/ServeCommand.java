package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhijia.operation.backup.DatabaseServer;
import org.zhijia.operation.doctor.DatabaseLooks;
import org.zhijia.operation.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhijia serve` and `zhijia demo`: starts the server and stays.
@Command
final class ServeCommand implements Callable<Integer> {
  private final SpringApplication application;
  private final Words words;
  private final boolean demo;

  /// Lets one rehearsal into the demo or into a rehearsal space.
  private final String token = OneTimeToken.next();

  @Mixin private final Place place = new Place();

  @Mixin private final Network network = new Network();

  @Option(names = "--fresh", descriptionKey = "option.fresh")
  private boolean fresh;

  @Option(names = "--rehearsal", descriptionKey = "option.rehearsal")
  private boolean rehearsal;

  ServeCommand(SpringApplication application, Words words, boolean demo) {
    this.application = application;
    this.words = words;
    this.demo = demo;
  }

  @Override
  @SuppressWarnings("resource") // the server keeps its lock until it ends
  public Integer call() throws IOException {
    network.refuseWhatIsUnsafe(demo);
    if (rehearsal && !demo) {
      return startRehearsalSpace();
    }
    if (fresh) {
      place.refuseAnyData("fresh-data");
      refuseWithoutDemo();
    }
    Installation installation = place.installation(System.getenv(), demo);
    Files.createDirectories(installation.log());
    DataLock lock = DataLock.take(installation.data());
    if (fresh) {
      FreshDemo.clear(installation, System.getenv());
      Files.createDirectories(installation.log());
    }
    FieldKeyFile.makeIfMissing(installation.fieldKey());
    System.err.println(words.text("starting", installation.data()));
    try {
      ConfigurableApplicationContext running = start(installation);
      running.getBeansOfType(Greeting.class).values().stream()
          .sorted(java.util.Comparator.comparingInt(Greeting::order))
          .flatMap(greeting -> greeting.lines(words.locale(), network.url()).stream())
          .forEach(System.out::println);
      return listening();
    } catch (PortInUseException taken) {
      lock.close();
      throw new CannotRun("port-in-use", network.port());
    }
  }

  private void refuseWithoutDemo() {
    if (!demo) {
      throw new CannotRun("fresh-demo");
    }
  }

  private int listening() {
    if (demo || rehearsal) {
      System.out.println(words.text("rehearsal-address", network.url() + "rehearsal/" + token));
    }
    System.out.println(words.text("listening", network.url()));
    System.out.flush();
    return ServerProgram.GOES_ON;
  }

  /// A server for one rehearsal, with a database that is gone when it ends.
  @SuppressWarnings("resource") // it ends with the program
  private int startRehearsalSpace() throws IOException {
    place.refuseAnyData("rehearsal-data");
    System.err.println(words.text("rehearsal-starting"));
    List<LocalCertificates> local = new ArrayList<>();
    try {
      ThrowawayServer.start(
          application,
          installation -> {
            Map<String, Object> settings = new HashMap<>();
            network.settle(installation, settings).ifPresent(local::add);
            settings.put("zhijia.rehearsal", true);
            settings.put("zhijia.rehearsal-token", token);
            return settings;
          });
    } catch (PortInUseException taken) {
      throw new CannotRun("port-in-use", network.port());
    }
    local.forEach(this::tell);
    return listening();
  }

  private void tell(LocalCertificates certificates) {
    System.out.println(
        words.text("local-ca", network.url() + "ca.crt", certificates.fingerprint()));
  }

  private ConfigurableApplicationContext start(Installation installation) throws IOException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("zhijia.data", installation.data().toString());
    settings.put("zhijia.field-key", installation.fieldKey().toString());
    settings.put("zhijia.demo", demo);
    if (demo) {
      settings.put("zhijia.rehearsal-token", token);
    }
    settings.put("logging.file.name", installation.log().resolve("server.log").toString());
    if (installation.database().isPresent()) {
      String url = installation.database().get();
      refuseOldDatabase(url);
      settings.put("spring.datasource.url", url);
    }
    Optional<LocalCertificates> local = network.settle(installation, settings);
    application.setDefaultProperties(settings); // known before logging begins
    ConfigurableApplicationContext running = application.run();
    local.ifPresent(this::tell);
    return running;
  }

  private static void refuseOldDatabase(String url) {
    try (Connection connection = new DatabaseServer(url, null, null).connect()) {
      Finding version = DatabaseLooks.version(connection);
      if (version.level() == Finding.Level.WRONG) {
        throw new CannotRun("database-old", version.arguments().toArray());
      }
    } catch (SQLException away) {
      throw new CannotRun("database-unreachable", String.valueOf(away.getMessage()));
    }
  }
}
