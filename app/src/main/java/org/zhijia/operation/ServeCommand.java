package org.zhijia.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhijia serve` and `zhijia demo`: starts the server and stays.
@Command
final class ServeCommand implements Callable<Integer> {
  private final SpringApplication application;
  private final Words words;
  private final boolean demo;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
  private @Nullable Path data;

  @Option(names = "--field-key", paramLabel = "FILE", descriptionKey = "option.field-key")
  private @Nullable Path fieldKey;

  @Option(names = "--database", paramLabel = "URL", descriptionKey = "option.database")
  private @Nullable String database;

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port")
  private int port = 8080;

  @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "option.address")
  private String address = "127.0.0.1";

  @Option(names = "--certificate", paramLabel = "PEM", descriptionKey = "option.certificate")
  private @Nullable Path certificate;

  @Option(names = "--certificate-key", paramLabel = "PEM", descriptionKey = "option.key")
  private @Nullable Path certificateKey;

  @Option(names = "--behind-proxy", descriptionKey = "option.behind-proxy")
  private boolean behindProxy;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
  @SuppressWarnings("UnusedVariable") // read before everything else
  private @Nullable String language;

  ServeCommand(SpringApplication application, Words words, boolean demo) {
    this.application = application;
    this.words = words;
    this.demo = demo;
  }

  @Override
  @SuppressWarnings("resource") // the server keeps its lock until it ends
  public Integer call() throws IOException {
    refusePlainHttpBeyondThisMachine();
    Installation installation = installation();
    Files.createDirectories(installation.log());
    DataLock lock = DataLock.take(installation.data());
    FieldKeyFile.makeIfMissing(installation.fieldKey());
    System.err.println(words.text("starting", installation.data()));
    try {
      ConfigurableApplicationContext running = start(installation);
      running.getBeansOfType(Greeting.class).values().stream()
          .sorted(java.util.Comparator.comparingInt(Greeting::order))
          .flatMap(greeting -> greeting.lines(words.locale(), url()).stream())
          .forEach(System.out::println);
      System.out.println(words.text("listening", url()));
      System.out.flush();
      return ServerProgram.GOES_ON;
    } catch (PortInUseException taken) {
      lock.close();
      throw new CannotRun("port-in-use", port);
    }
  }

  private Installation installation() {
    Installation usual =
        data == null ? Installation.usual(System.getenv(), demo) : Installation.at(data, demo);
    Installation keyed = fieldKey == null ? usual : usual.withFieldKey(fieldKey);
    return database == null ? keyed : keyed.withDatabase(database);
  }

  private ConfigurableApplicationContext start(Installation installation) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("zhijia.data", installation.data().toString());
    settings.put("zhijia.field-key", installation.fieldKey().toString());
    settings.put("zhijia.demo", demo);
    settings.put("server.address", address);
    settings.put("server.port", port);
    settings.put("logging.file.name", installation.log().resolve("server.log").toString());
    installation.database().ifPresent(url -> settings.put("spring.datasource.url", url));
    if (certificate != null && certificateKey != null) {
      settings.put("server.ssl.certificate", certificate.toUri().toString());
      settings.put("server.ssl.certificate-private-key", certificateKey.toUri().toString());
    }
    if (behindProxy) {
      settings.put("server.forward-headers-strategy", "native");
    }
    boolean secure = certificate != null || behindProxy;
    settings.put("server.servlet.session.cookie.secure", secure);
    application.setDefaultProperties(settings); // known before logging begins
    return application.run();
  }

  /// A camera and the browser's cryptography need a secure context, and so do passwords.
  private void refusePlainHttpBeyondThisMachine() throws UnknownHostException {
    if ((certificate == null) != (certificateKey == null)) {
      throw new CannotRun("certificate-without-key");
    }
    for (Path file : certificate == null ? List.<Path>of() : List.of(certificate)) {
      if (!Files.isReadable(file)) {
        throw new CannotRun("unreadable", file);
      }
    }
    boolean beyond = !InetAddress.getByName(address).isLoopbackAddress();
    if (beyond && certificate == null && !behindProxy) {
      throw new CannotRun("plain-http", address);
    }
    if (beyond && demo) {
      throw new CannotRun("demo-beyond");
    }
  }

  private String url() {
    String host = address.contains(":") ? "[" + address + "]" : address;
    return (certificate == null ? "http://" : "https://") + host + ":" + port + "/";
  }
}
