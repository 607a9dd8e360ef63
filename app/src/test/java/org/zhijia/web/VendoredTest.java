package org.zhijia.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.ballot.proof.Sha256;

/// What was brought in or put together by tools is what the tools wrote.
class VendoredTest {
  private static final Path PROJECT = Path.of("..");
  private static final Path STATIC = PROJECT.resolve("app/src/main/resources/static");

  /// The scripts of others are those that `tools/vendor-js` last brought.
  @Test
  void theScriptsOfOthersAreAsTheyCame() throws IOException {
    assertThat(assertAsNoted("tools/vendor/SHA256SUMS")).isGreaterThan(3);
    try (var files = Files.list(STATIC.resolve("lib"))) {
      String noted = Files.readString(PROJECT.resolve("tools/vendor/SHA256SUMS"));
      assertThat(files.map(file -> file.getFileName().toString())).allMatch(noted::contains);
    }
  }

  /// The program that encrypts votes was made of these sources, else run `tools/bundle-booth`.
  @Test
  void theBoothsBundleIsThatOfItsSources() throws IOException {
    assertThat(assertAsNoted("tools/vendor/BUNDLE_SOURCES")).isGreaterThan(8);
    Path booth = STATIC.resolve("booth");
    assertThat(Files.readString(booth.resolve("bundle-hash.js")))
        .contains("'" + Sha256.hex(Files.readAllBytes(booth.resolve("booth.bundle.js"))) + "'");
  }

  private static int assertAsNoted(String list) throws IOException {
    List<String> lines = Files.readAllLines(PROJECT.resolve(list));
    for (String line : lines) {
      String[] noted = line.split("  ", 2);
      byte[] file = Files.readAllBytes(PROJECT.resolve(noted[1]));
      assertThat(Sha256.hex(file)).as(noted[1] + " was changed by hand").isEqualTo(noted[0]);
    }
    return lines.size();
  }
}
