package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.election.Body;
import org.zhijia.identity.Role;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;

/// What the hall sees while several votes are open.
class BigScreenStory {
  private static final List<Body> OPEN = List.of(Body.COMMITTEE, Body.AUDIT, Body.RESOLUTION);

  private final TestServer server = TestServer.running();
  private final TestCongress congress = TestCongress.prepared("晨曦钟表厂工会");

  @Test
  void threeVotesAtOnceFitWithTheirFingerprints() throws IOException {
    congress.skipTo(Stage.ELECTION);
    for (Body body : OPEN) {
      String title = "选举或表决" + "长标题".repeat(4) + OPEN.indexOf(body);
      congress.elections.add(congress.assembly(), body, title, org.zhijia.election.Stage.OPEN);
    }
    String name = server.officer(congress.union, Role.SECRETARY).signInName();
    try (Browser browser = Browser.of(server);
        Window screen = browser.window(1920, 1080)) {
      screen.signIn(name, TestServer.PASSWORD).open(congress.at + "/screen");
      screen.picture("screen-several");
      screen.assertSound("screen with several votes");
      assertThat(screen.page().locator(".screen-poll .screen-print").count()).isEqualTo(3);
      assertThat(screen.page().evaluate("document.documentElement.scrollHeight")).isEqualTo(1080);
    }
  }
}
