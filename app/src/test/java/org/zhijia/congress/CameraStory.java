package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.testing.Browser;
import org.zhijia.testing.Browser.Window;
import org.zhijia.testing.TestServer;
import org.zhijia.web.QrSymbol;

/// The card before the camera of an usher's telephone, and before a tablet at the door, in a
/// browser without a detector of its own.
class CameraStory {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int MODULE = 8;

  private final TestServer server = TestServer.running();
  private final TestCongress congress = TestCongress.prepared("碧波造船厂工会");

  @Test
  void aCardIsReadByThePhonesCamera(@TempDir Path folder) throws IOException {
    Delegate delegate = congress.delegates().get(4);
    try (Browser browser = Browser.withCamera(server, film(folder, card(delegate)));
        Window phone = browser.window(390, 844)) {
      signIn(phone);
      phone.open(congress.at + "/check-in").press("打开摄像头");
      phone.awaits("[role=status]:has-text('" + delegate.name() + "')");
      phone.picture("check-in-by-camera").assertSound("check-in by camera");
    }
  }

  @Test
  void theTabletAtTheDoorReadsByItself(@TempDir Path folder) throws IOException {
    Delegate delegate = congress.delegates().get(5);
    try (Browser browser = Browser.withCamera(server, film(folder, card(delegate)));
        Window tablet = browser.window(1024, 768)) {
      signIn(tablet);
      tablet.open(congress.at + "/kiosk");
      tablet.awaits(".arrived:has-text('" + delegate.name() + "')");
      tablet.page().waitForTimeout(3_000); // the card is still there
      assertThat(tablet.page().locator("[role=alert]").count()).isZero();
    }
  }

  private void signIn(Window window) {
    Account usher = server.officer(congress.union, Role.USHER);
    window.signIn(usher.signInName(), TestServer.PASSWORD);
    assertThat(window.page().evaluate("'BarcodeDetector' in window")).isEqualTo(false);
  }

  /// As it is drawn on the delegate's card.
  private QrSymbol card(Delegate delegate) {
    return QrSymbol.of(server.at(congress.at + "/floor?card=" + delegate.code()).toString());
  }

  /// One still picture: the symbol dark on a light ground.
  private static Path film(Path folder, QrSymbol symbol) throws IOException {
    byte[] light = new byte[WIDTH * HEIGHT];
    Arrays.fill(light, (byte) 235);
    int left = (WIDTH - symbol.size() * MODULE) / 2;
    int top = (HEIGHT - symbol.size() * MODULE) / 2;
    for (QrSymbol.Run run : symbol.runs()) {
      for (int y = top + run.y() * MODULE; y < top + (run.y() + 1) * MODULE; y++) {
        int from = y * WIDTH + left + run.x() * MODULE;
        Arrays.fill(light, from, from + run.length() * MODULE, (byte) 16);
      }
    }
    byte[] colourless = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(colourless, (byte) 128);
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    String head = "YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\nFRAME\n";
    film.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    film.writeBytes(light);
    film.writeBytes(colourless);
    return Files.write(folder.resolve("card.y4m"), film.toByteArray());
  }
}
