package org.zhijia.rehearsal;

import java.net.URI;
import java.util.List;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.testing.TestServer;

/// Those who play a congress, on the tests' server.
final class Companies {
  private Companies() {}

  static Company at(TestServer server) {
    Organisation union = server.union("预演测试工会" + System.nanoTime());
    URI base = server.at("/");
    List<Account> scrutineers =
        List.of(
            server.officer(union, Role.SCRUTINEER),
            server.officer(union, Role.SCRUTINEER),
            server.officer(union, Role.SCRUTINEER));
    return new Company(
        base,
        union.id(),
        signedIn(base, server.officer(union, Role.SECRETARY)),
        signedIn(base, server.officer(union, Role.CREDENTIALS_CLERK)),
        signedIn(base, server.officer(union, Role.USHER)),
        List.of(
            signedIn(base, server.officer(union, Role.TELLER)),
            signedIn(base, server.officer(union, Role.TELLER))),
        scrutineers.stream().map(each -> watcher(base, each)).toList());
  }

  private static Company.Watcher watcher(URI base, Account account) {
    return new Company.Watcher(signedIn(base, account), account.signInName(), account.name());
  }

  private static Client signedIn(URI base, Account account) {
    Client client = new Client(base);
    client.signIn(account.signInName(), TestServer.PASSWORD);
    return client;
  }
}
