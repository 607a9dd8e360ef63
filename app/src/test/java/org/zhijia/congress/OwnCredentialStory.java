package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.election.Elections;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor.Answer;

/// A delegate makes a credential on their own telephone.
class OwnCredentialStory {
  private final TestServer server = TestServer.running();
  private final TestCongress congress = TestCongress.prepared("晨曦钟表厂工会");
  private final String page = congress.at + "/floor/credential";
  private final Delegate delegate = congress.delegates().getFirst();

  private Elections.Readiness readiness() {
    return server.bean(Elections.class).readiness(congress.assembly());
  }

  private List<List<String>> publicHalves() {
    return server
        .bean(JdbcClient.class)
        .sql("select credentials from election.slip where assembly = ? and not struck")
        .param(congress.assembly())
        .query((row, number) -> List.of((String[]) row.getArray(1).getArray()))
        .list();
  }

  @Test
  void theSecretStaysOnTheTelephoneAndThePublicHalvesAreEntered() throws IOException {
    String name = DelegateAccount.open(congress, delegate);
    assertThat(congress.usher.get(page).status()).isEqualTo(404);
    try (Browser browser = Browser.of(server);
        Window phone = browser.window(390, 844)) {
      phone.signIn(name, TestServer.PASSWORD).open(page);
      assertThat(phone.page().textContent("main")).contains("请先在门口签到");
      congress.usher.post(congress.at + "/check-in", "delegate", String.valueOf(delegate.id()));
      phone.open(congress.at + "/floor").page().click("text=用自己的手机生成凭证");
      phone.picture("own-credential").assertSound("own credential");
      phone.page().click("text=生成我的凭证");
      phone.page().waitForSelector("[data-have]:not([hidden])");
      assertThat(phone.page().isVisible("text=生成我的凭证")).isFalse();
      phone.picture("own-credential-made").assertSound("own credential made");
      String secret = phone.page().textContent("[data-secret]");
      assertThat(publicHalves()).containsExactly(halves(secret));
      assertThat(readiness().drawn()).isEqualTo(1);

      phone.open("/vote/" + congress.assembly()).page().click("text=用这台手机里的凭证");
      phone.page().waitForSelector("[data-step=none]:not([hidden])");

      takeBack(secret);
      phone.open(page).page().click("text=生成我的凭证");
      phone.page().waitForSelector("[data-have]:not([hidden])");
      String second = phone.page().textContent("[data-secret]");
      assertThat(second).isNotEqualTo(secret);
      assertThat(publicHalves()).containsExactly(halves(second));
    }
    assertThat(congress.clerk.post("/credentials/" + congress.assembly() + "/freezing").status())
        .isEqualTo(302);
    Answer late = back();
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("名册已经冻结");
  }

  @Test
  void itIsForgottenWhenTheMeetingIsFiled() throws IOException {
    String name = DelegateAccount.open(congress, delegate);
    congress.usher.post(congress.at + "/check-in", "delegate", String.valueOf(delegate.id()));
    try (Browser browser = Browser.of(server);
        Window phone = browser.window(390, 844)) {
      phone.signIn(name, TestServer.PASSWORD).open(page).page().click("text=生成我的凭证");
      phone.page().waitForSelector("[data-have]:not([hidden])");
      String secret = phone.page().textContent("[data-secret]");
      assertThat(keeps(phone, secret)).isTrue();
      congress.skipTo(Stage.ARCHIVE);
      phone.open(page);
      assertThat(phone.page().textContent("main")).contains("大会已经结束，凭证不会再用到");
      for (String part : List.of("[data-have]", "[data-elsewhere]", "[data-make]")) {
        assertThat(phone.page().isVisible(part)).as(part).isFalse();
      }
      assertThat(keeps(phone, secret)).isFalse();
      phone.picture("own-credential-ended").assertSound("own credential ended");
    }
  }

  private static boolean keeps(Window phone, String secret) {
    String kept = "secret => Object.values(localStorage).some(text => text.includes(secret))";
    return (Boolean) phone.page().evaluate(kept, secret);
  }

  private Answer back() {
    return congress.usher.post(
        congress.at + "/check-in/" + delegate.id() + "/slip", "kind", "back");
  }

  private void takeBack(String secret) {
    assertThat(back().status()).isEqualTo(302);
    assertThat(readiness().drawn()).isZero();
    assertThat(publicHalves()).doesNotContain(halves(secret));
  }

  /// As the Java library derives them.
  private List<String> halves(String slip) {
    Credential credential = Credential.parse(slip).orElseThrow();
    return server.bean(Elections.class).reserved(congress.assembly()).stream()
        .map(uuid -> credential.publicCredential(Ed25519.group(), uuid))
        .toList();
  }
}
