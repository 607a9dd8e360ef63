package org.zhijia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;

/// Pages as people meet them, through HTTP.
class PagesStory {
  private final TestServer server = TestServer.running();

  @Test
  void aVisitorSeesTheFirstPageAndTheRules() {
    Visitor visitor = server.visitor();
    assertThat(visitor.get("/").body()).contains("凡是请您相信的事");
    assertThat(visitor.get("/rules/congress.quorum?due=181&present=121&try=1").body())
        .contains("121");
  }

  @Test
  void anOfficerSeesTheirUnionAndNotItsNeighbour() {
    Organisation own = server.union("红星机械厂工会");
    Organisation other = server.union("东风纺织厂工会");
    Visitor officer = server.signedIn(own, Role.OFFICER);
    assertThat(officer.get("/organisations/" + own.id()).body()).contains("红星机械厂工会");
    assertThat(officer.get("/organisations/" + other.id()).status()).isEqualTo(404);
  }
}
