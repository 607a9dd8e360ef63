package org.zhijia;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.registry.Organisation;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.Identities;
import org.zhijia.testing.TestServer;

/// The pages of the demo in a real browser: on a phone, on a desk, on a projector.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookStory {
  private static final String PASSWORD = "zhijia-demo-2026";

  private final TestServer server = TestServer.demo();
  private final Organisation root = server.root();
  private Browser browser;

  @BeforeAll
  void start() throws IOException {
    browser = Browser.of(server);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private List<String> pagesOf(String who) {
    String own = "/organisations/" + root.id();
    return switch (who) {
      case "visitor" ->
          List.of(
              "/",
              "/sign-in",
              "/rules",
              "/rules/congress.quorum?due=181&present=120&try=1",
              "/rules/delegates.composition",
              "/verify",
              "/design",
              "/not-there");
      case "member" -> List.of("/", "/me", "/me/tokens");
      case "admin" ->
          List.of(
              "/",
              own,
              own + "/members",
              own + "/foundation",
              own + "/change",
              own + "/posts",
              own + "/admission",
              "/imports",
              "/search?q=wj",
              "/me");
      case "secretary" ->
          List.of(
              "/congresses",
              "/congresses/1",
              "/congresses/1/units",
              "/congresses/1/delegates",
              "/congresses/1/rehearsal",
              "/documents",
              "/documents/new?template=congress-notice",
              "/documents/templates");
      case "security" -> List.of("/administration", "/administration/accounts/1");
      case "audit" -> List.of("/administration/readings");
      default -> throw new IllegalArgumentException(who);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"visitor", "member", "admin", "secretary", "security", "audit"})
  void everyPageIsSoundAtEverySize(String who) {
    for (int[] size : new int[][] {{390, 844}, {1440, 900}, {1920, 1080}}) {
      try (Window window = browser.window(size[0], size[1])) {
        if (!who.equals("visitor")) {
          window.signIn(who, PASSWORD);
        }
        for (String path : pagesOf(who)) {
          String name =
              who + path.replaceAll("[?].*", "").replaceAll("[^a-z]+", "-") + "-" + size[0];
          window.open(path).picture(name).assertSoundUnlessMissing(name, path);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/rules", "/design", "/sign-in"})
  void englishAndLargeTypeFitOnASmallPhone(String path) {
    try (Window window = browser.window(360, 740)) {
      window.open(path);
      window.page().click("details.menu summary");
      window.page().click("text=大字版");
      window.page().click("details.menu summary");
      window.page().click("text=English");
      window.picture("large-english" + path.replace('/', '-')).assertSound(path);
      assertThat(window.page().locator("html").getAttribute("class")).contains("large-type");
      assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
    }
  }

  @Test
  void anOfficerImportsARosterAndWatchesIt() {
    try (Window window = browser.window(390, 844)) {
      window.signIn("union", PASSWORD).open("/imports");
      String id = Identities.number(900_001);
      String bad = id.substring(0, 17) + (id.charAt(17) == '0' ? '1' : '0');
      String csv = "姓名,身份证号码,性别\n周安," + id + "," + Identities.sex(id) + "\n吴宁," + bad + ",\n";
      window
          .page()
          .setInputFiles(
              "#file", new FilePayload("名册.csv", "text/csv", csv.getBytes(Charset.forName("GBK"))));
      window.page().click("text=上传并检查");
      window.page().waitForSelector("text=检查结果");
      window.page().waitForSelector("text=校验位不符");
      window.picture("story-import-preview").assertSound("preview");
      window.page().onDialog(dialog -> dialog.accept());
      window.page().click("text=导入 1 行");
      window.page().waitForSelector("text=已导入 1 行");
      window.open("/search?q=周安");
      assertThat(window.page().textContent("main")).contains("周安");
    }
  }

  @Test
  void aNoticeIsDraftedSeenAndIssuedWithTheNextNumber() {
    try (Window window = browser.window(1440, 900)) {
      window.signIn("secretary", PASSWORD).open("/documents/new?template=congress-notice");
      for (var field : window.page().locator("main form textarea").all()) {
        field.fill("锦川区工会第五次代表大会");
      }
      window.page().locator("main form textarea").first().fill("锦工发");
      window.page().click("main form button.button");
      window.page().waitForURL(url -> url.matches(".*/documents/\\d+"));
      window.picture("story-draft").assertSound("draft");
      window.page().onDialog(dialog -> dialog.accept());
      window.page().click("text=取号并印发");
      window.page().waitForSelector("text=SHA-256");
      window.picture("story-issued").assertSound("issued");
      assertThat(window.page().textContent("main")).containsPattern("锦工发〔\\d{4}〕1号");
      byte[] pdf = window.page().context().request().get(window.page().url() + "/pdf").body();
      assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
    }
  }

  @Test
  void aSlipIsPrintedForAMember() {
    try (Window window = browser.window(390, 844)) {
      window.signIn("union", PASSWORD).open("/organisations");
      window.page().click("text=会员名册");
      window.page().locator("main tbody a").nth(5).click();
      window.page().onDialog(dialog -> dialog.accept());
      window.page().click("text=发放激活凭条");
      window.page().waitForSelector("svg.qr");
      window.picture("story-slip").assertSound("slip");
    }
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedAndSaysWhy() {
    try (Window window = browser.window(1440, 900)) {
      window.signIn("admin", PASSWORD).open("/organisations/" + root.id() + "/admission");
      window.page().fill("#f-NAME", "郑康");
      window.page().fill("#f-ID_NUMBER", "41990019900101001");
      window.page().click("main form button.button");
      assertThat(window.page().inputValue("#f-NAME")).isEqualTo("郑康");
      assertThat(window.page().textContent("main")).contains("应为 18 位，现为 17 位");
      window.picture("story-refused");
    }
  }

  @Test
  void aSensitiveFieldIsShownForAReasonAndTheMemberSeesWho() {
    try (Window officer = browser.window(1440, 900);
        Window member = browser.window(390, 844)) {
      member.signIn("member", PASSWORD).open("/me");
      String number = member.page().textContent("main table td[data-label='会员编号']").strip();
      officer.signIn("admin", PASSWORD).open("/search?q=" + number);
      officer.page().click("main tbody a");
      assertThat(officer.page().textContent("main")).contains("419****");
      officer.page().fill("#reason", "核对换届候选人资料");
      officer.page().click("text=查看完整信息");
      assertThat(officer.page().textContent("main")).doesNotContain("*****");
      officer.picture("story-reading").assertSound("reading");
      member.open("/me").picture("story-my-readings").assertSound("my readings");
      assertThat(member.page().textContent("main")).contains("核对换届候选人资料");
    }
  }

  @Test
  void everythingButScriptsWorksWithoutScripts() {
    try (Window window = browser.windowWithoutScripts()) {
      window.signIn("admin", PASSWORD).open("/organisations/" + root.id());
      window.page().click("text=会员名册");
      assertThat(window.page().textContent("h1")).isEqualTo("会员名册");
      window.open("/rules/dues.monthly");
      window.page().fill("#in-wage", "4567.80");
      window.page().click("text=试算");
      assertThat(window.page().textContent(".answer")).contains("22.80");
    }
  }
}
