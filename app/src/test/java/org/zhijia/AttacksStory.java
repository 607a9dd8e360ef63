package org.zhijia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.identity.Account;
import org.zhijia.identity.Accounts;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// What somebody with bad intentions tries, and how far it gets.
class AttacksStory {
  private final TestServer server = TestServer.running();
  private final Organisation union = server.union("胜利阀门厂工会");

  @Test
  void aFormFromAnotherSiteIsRefused() {
    Visitor officer = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
    Answer answer =
        officer.send(
            HttpRequest.newBuilder(server.at("/organisations/" + union.id() + "/change"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("NAME=X&KIND=GRASSROOTS")));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(server.bean(Organisations.class).nameOf(union.id())).isEqualTo("胜利阀门厂工会");
  }

  @Test
  void signingInMakesANewSession() throws IOException, InterruptedException {
    Account account = server.officer(union, Role.OFFICER);
    Visitor victim = server.visitor();
    victim.get("/sign-in");
    // A session that somebody else knows, from a failed try.
    String planted = victim.cookie("zhijia").orElse("planted-by-somebody");
    victim.signIn(account.signInName(), TestServer.PASSWORD);
    assertThat(victim.cookie("zhijia")).isPresent().get().isNotEqualTo(planted);
    HttpResponse<String> thief =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.at("/me"))
                    .header("Cookie", "zhijia=" + planted)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(thief.statusCode()).isEqualTo(302);
  }

  @Test
  void fiveWrongPasswordsLockTheAccountAndUnknownNamesGetTheSameAnswer() {
    Account account = server.officer(union, Role.OFFICER);
    Visitor guesser = server.visitor();
    guesser.get("/sign-in");
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(guesser, account.signInName(), "wrong " + i)).endsWith("/sign-in?wrong");
      assertThat(signIn(guesser, "nobody", "wrong " + i)).endsWith("/sign-in?wrong");
    }
    assertThat(signIn(guesser, account.signInName(), TestServer.PASSWORD))
        .endsWith("/sign-in?locked");
  }

  private static String signIn(Visitor visitor, String name, String password) {
    return visitor.post("/sign-in", "name", name, "password", password).location();
  }

  @Test
  void anAdministratorOfOneUnionCannotTakeOverAHigherAccount() {
    Account higher = server.officer(server.root(), Role.ORGANISATION_ADMINISTRATOR);
    Visitor local = server.signedIn(union, Role.SECURITY_ADMINISTRATOR);
    String account = "/administration/accounts/" + higher.id();
    assertThat(local.get(account).status()).isEqualTo(404);
    assertThat(local.post(account + "/slips").status()).isEqualTo(404);
    assertThat(local.get("/administration").body()).doesNotContain(higher.signInName());
    assertThat(
            local
                .post(
                    account + "/appointments",
                    "role",
                    "OFFICER",
                    "organisation",
                    String.valueOf(union.id()))
                .status())
        .isEqualTo(404);
    long held = server.bean(Accounts.class).appointments(higher.id()).getFirst().id();
    assertThat(local.post("/administration/appointments/" + held + "/end", "account", "1").status())
        .isEqualTo(404);
    assertThat(server.bean(Accounts.class).appointments(higher.id())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' or 1=1 --",
        "%",
        "_",
        "\\",
        "'; drop table registry.person; --",
        "\u0000",
        "<script>alert(1)</script>"
      })
  void whatIsTypedIntoTheSearchStaysText(String text) {
    Visitor officer = server.signedIn(server.union("曙光灯具厂工会"), Role.OFFICER);
    String query = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    Answer answer = officer.get("/search?q=" + query);
    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.body()).doesNotContain("<script>alert");
    assertThat(answer.body()).doesNotContain("/people/");
  }

  @Test
  void aNameCannotBecomeMarkup() {
    Organisation odd = server.union("<img src=x onerror=alert(1)>工会");
    String page = server.signedIn(odd, Role.OFFICER).get("/organisations/" + odd.id()).body();
    assertThat(page).contains("&lt;img src=x").doesNotContain("<img src=x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../application.yaml",
        "/static/..%2f..%2fapplication.yaml",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static/css/..;/..;/application.yaml",
        "/static//etc/passwd",
        "/static/css/base.css%00.html"
      })
  void nothingOutsideTheStaticFilesIsServed(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404) .*");
    assertThat(answer).doesNotContain("spring:", "root:");
  }

  @Test
  void aFileNameCannotLeadElsewhere() {
    Visitor officer = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
    Answer answer = upload(officer, "../../../etc/cron.d/名册.csv", "姓名\n".getBytes(UTF_8));
    assertThat(officer.follow(answer).body()).contains("名册.csv").doesNotContain("cron.d");
  }

  @Test
  void aZipBombIsNotUnpacked() throws IOException, InterruptedException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      for (String name :
          List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        for (int i = 0; i < 200; i++) {
          zip.write(new byte[1 << 20]);
        }
      }
    }
    Visitor officer = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
    Answer answer = upload(officer, "bomb.xlsx", bomb.toByteArray());
    String page = officer.follow(answer).body();
    for (int i = 0; i < 100 && page.contains("正在逐行检查"); i++) {
      Thread.sleep(100);
      page = officer.follow(answer).body();
    }
    assertThat(page).contains("文件无法读取");
  }

  @Test
  void anOversizedUploadGetsASentence() {
    Visitor officer = server.signedIn(union, Role.ORGANISATION_ADMINISTRATOR);
    Answer answer = upload(officer, "large.csv", new byte[66 << 20]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("单个文件不超过 64 MB");
  }

  @Test
  void aForeignHostDoesNotGetIntoRedirects() throws IOException {
    for (String header :
        List.of(
            "Host: evil.example",
            "Host: localhost\r\nX-Forwarded-Host: evil.example",
            "Host: localhost\r\nForwarded: host=evil.example;proto=https")) {
      String answer = raw("GET /me HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n");
      assertThat(answer).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
    }
  }

  @Test
  void aLinkBackCannotLeadToAnotherSite() {
    Visitor visitor = server.visitor();
    for (String back : List.of("https://evil.example", "//evil.example", "/\\evil.example")) {
      assertThat(visitor.post("/language", "to", "zh", "back", back).location())
          .doesNotContain("evil");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PROPFIND"})
  void otherMethodsAreRefused(String method) throws IOException {
    String answer = raw(method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|403|405|501) .*");
  }

  @Test
  void everyAnswerCarriesItsProtections() throws IOException {
    String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    assertThat(answer)
        .contains("Content-Security-Policy: default-src 'none'")
        .contains("X-Content-Type-Options: nosniff")
        .contains("X-Frame-Options: DENY")
        .doesNotContain("unsafe-inline")
        .doesNotContain("Server:");
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private Answer upload(Visitor officer, String name, byte[] file) {
    return officer.upload(
        "/imports", name, file, "kind", "ROSTER", "organisation", String.valueOf(union.id()));
  }

  /// Sends bytes as no client library would.
  private String raw(String request) throws IOException {
    URI address = server.at("/");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((request + "\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
