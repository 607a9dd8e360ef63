package org.zhijia.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhijia.ZhijiaApplication;
import org.zhijia.identity.Account;
import org.zhijia.identity.Accounts;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.OrganisationKind;
import org.zhijia.registry.Organisations;

/// The whole server on an embedded database of its own, started once for all tests of a run.
/// Tests share it: each founds organisations of its own.
public final class TestServer {
  public static final String PASSWORD = "a password for tests";

  /// Lets one rehearsal into the demo.
  public static final String REHEARSAL_TOKEN = "one-rehearsal-for-tests";

  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  /// Started when the first test needs it.
  private static final class Empty {
    private static final TestServer SERVER = new TestServer(false);
  }

  private static final class Demo {
    private static final TestServer SERVER = new TestServer(true);
  }

  private final ConfigurableApplicationContext context;
  private final Organisation root;

  private TestServer(boolean demo) {
    try {
      Path data = Files.createTempDirectory(Path.of("target"), "server-").toAbsolutePath();
      Path key = Files.write(data.resolveSibling(data.getFileName() + ".key"), new byte[32]);
      SpringApplication application = new SpringApplication(ZhijiaApplication.class);
      Map<String, Object> settings = new HashMap<>();
      settings.put("zhijia.data", data.toString());
      settings.put("zhijia.field-key", key.toString());
      settings.put("server.address", "127.0.0.1");
      settings.put("server.port", 0);
      settings.put("zhijia.demo", demo);
      settings.put("logging.threshold.console", "off");
      settings.put("logging.file.name", data.resolve("log/server.log").toString());
      if (demo) {
        settings.put("zhijia.rehearsal-token", REHEARSAL_TOKEN);
      }
      application.setDefaultProperties(settings);
      context = application.run();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    root = bean(Organisations.class).root().orElseGet(this::foundRoot);
  }

  private Organisation foundRoot() {
    return bean(Organisations.class)
        .add(
            new Organisations.Founding(
                "0001", OrganisationKind.DISTRICT, "青川区总工会", "", "", null, null),
            null);
  }

  public static TestServer running() {
    return Empty.SERVER;
  }

  /// A server of its own with the invented district of the demo.
  public static TestServer demo() {
    return Demo.SERVER;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public URI at(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /// The federation above all organisations of the tests.
  public Organisation root() {
    return root;
  }

  /// A new grassroots union right below the federation.
  public Organisation union(String name) {
    String number = "T" + NUMBER.incrementAndGet();
    return bean(Organisations.class)
        .add(
            new Organisations.Founding(
                number, OrganisationKind.GRASSROOTS, name, "", "", null, null),
            root);
  }

  /// Somebody new who holds these roles on this organisation, and can sign in.
  public Account officer(Organisation organisation, Role... roles) {
    Accounts accounts = bean(Accounts.class);
    String name = "tester" + NUMBER.incrementAndGet();
    long id = accounts.add(name, "测试员" + NUMBER.get(), null, organisation);
    accounts.setPassword(id, PASSWORD);
    for (Role role : roles) {
      accounts.appointAtFoundation(id, role, organisation.id(), organisation.path());
    }
    return accounts.account(id).orElseThrow();
  }

  /// Somebody who has not signed in.
  public Visitor visitor() {
    return new Visitor(this);
  }

  /// Somebody new with these roles, signed in.
  public Visitor signedIn(Organisation organisation, Role... roles) {
    Visitor visitor = visitor();
    visitor.signIn(officer(organisation, roles).signInName(), PASSWORD);
    return visitor;
  }
}
