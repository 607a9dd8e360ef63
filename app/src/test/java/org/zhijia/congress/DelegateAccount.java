package org.zhijia.congress;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhijia.identity.Accounts;
import org.zhijia.identity.Role;
import org.zhijia.registry.Members;
import org.zhijia.registry.MembershipState;
import org.zhijia.registry.Sensitive;
import org.zhijia.testing.TestServer;

/// A delegate who is a member of the union and signs in; by a name that no other test looks for in
/// the register.
final class DelegateAccount {
  private DelegateAccount() {}

  /// @return what the delegate signs in with; the password is [TestServer#PASSWORD]
  static String open(TestCongress congress, Delegate delegate) {
    TestServer server = congress.server;
    long person =
        server
            .bean(Members.class)
            .enrol(
                new Members.Newcomer(
                    congress.union.name() + delegate.name(),
                    delegate.female(),
                    new Sensitive(Map.of()),
                    congress.union.id(),
                    MembershipState.MEMBER,
                    LocalDate.of(2020, 5, 1)))
            .orElseThrow();
    server
        .bean(JdbcClient.class)
        .sql("update congress.delegate set person = ? where id = ?")
        .params(person, delegate.id())
        .update();
    Accounts accounts = server.bean(Accounts.class);
    String name = "delegate" + delegate.id();
    long account = accounts.add(name, delegate.name(), person, congress.union);
    accounts.setPassword(account, TestServer.PASSWORD);
    accounts.appointAtFoundation(account, Role.MEMBER, congress.union.id(), congress.union.path());
    return name;
  }
}
