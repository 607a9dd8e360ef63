package org.zhijia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A headless Chromium. It remembers what went wrong on its pages: messages of the console, and
/// requests to any other host.
public final class Browser implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final Path PICTURES = Path.of("target/screenshots");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update");

  private final TestServer server;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String axe;

  private Browser(TestServer server, Path program, List<String> besides) throws IOException {
    this.server = server;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(Stream.concat(ARGUMENTS.stream(), besides.stream()).toList()));
    try (InputStream in =
        Objects.requireNonNull(Browser.class.getResourceAsStream("/lib/axe.min.js"))) {
      this.axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Without a Chromium on this machine the test is skipped, on a build server it fails.
  public static Browser of(TestServer server) throws IOException {
    return of(server, List.of());
  }

  /// One on a device whose camera sees this film, in the form Y4M.
  public static Browser withCamera(TestServer server, Path film) throws IOException {
    return of(
        server,
        List.of(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
  }

  private static Browser of(TestServer server, List<String> besides) throws IOException {
    Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(program != null, "no Chromium: the pages are not looked at");
    }
    return new Browser(server, Objects.requireNonNull(program, "install chromium"), besides);
  }

  /// A window of somebody with cookies of their own.
  public Window window(int width, int height) {
    return new Window(
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN")));
  }

  /// The same with scripts off.
  public Window windowWithoutScripts() {
    return new Window(
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setJavaScriptEnabled(false)));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /// One window and what went wrong in it.
  public final class Window implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Window(BrowserContext context) {
      this.context = context;
      this.page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.onRequest(
          request -> {
            boolean ours = request.url().startsWith(server.at("/").toString());
            if (!ours && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
              complaints.add("asks another host: " + request.url());
            }
          });
    }

    public Page page() {
      return page;
    }

    public Window open(String path) {
      page.navigate(server.at(path).toString());
      return this;
    }

    public Window signIn(String name, String password) {
      open("/sign-in");
      page.fill("#name", name);
      page.fill("#password", password);
      page.click("main button");
      page.waitForURL(url -> !url.contains("sign-in"));
      return this;
    }

    /// Presses the button with this label, as somebody does who only reads what the page says.
    public void press(String label) {
      offered(AriaRole.BUTTON, label).click();
    }

    /// Follows the link with this label.
    public void follow(String label) {
      offered(AriaRole.LINK, label).click();
    }

    private Locator offered(AriaRole role, String label) {
      return page.locator("main")
          .getByRole(role, new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    /// Fills the field with this label, or whose label begins so.
    public void fill(String label, String text) {
      page.locator("main")
          .getByLabel(label)
          .filter(new Locator.FilterOptions().setVisible(true))
          .fill(text);
    }

    /// Waits until this part is there, without loading anything anew.
    public Window awaits(String part) {
      page.waitForSelector(part);
      return this;
    }

    /// Waits for a page, or a step of a page, with this heading.
    public Window awaitsHeading(String text) {
      page.getByRole(
              AriaRole.HEADING,
              new Page.GetByRoleOptions().setName(text).setExact(true).setLevel(1))
          .waitFor();
      return this;
    }

    /// The page as it stands is without fault: nothing in the console, nothing to scroll sideways,
    /// no text without translation, nothing that axe finds.
    public void assertSound(String name) {
      assertThat(complaints).as(name).isEmpty();
      assertThat(page.content()).as(name).doesNotContain("??");
      Object over =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(((Number) over).intValue()).as(name + " scrolls sideways").isLessThanOrEqualTo(0);
      page.evaluate(axe);
      @SuppressWarnings("unchecked") // axe answers a list of strings
      List<String> found =
          (List<String>)
              page.evaluate(
                  """
                  async () => (await axe.run(document, {runOnly:
                      ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                    .violations.map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))
                  """);
      assertThat(found).as(name).isEmpty();
    }

    /// The same for a page that answers 404, where the console says so.
    public void assertSoundUnlessMissing(String name, String path) {
      complaints.removeIf(text -> path.equals("/not-there") && text.contains("404"));
      assertSound(name);
    }

    /// Keeps a picture for whoever looks at the build.
    public Window picture(String name) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
      return this;
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
