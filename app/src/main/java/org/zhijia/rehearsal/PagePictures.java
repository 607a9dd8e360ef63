package org.zhijia.rehearsal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.zhijia.ballot.belenios.v1.Credential;

/// Pages as pictures, drawn by a Chromium that is on this machine anyway. What somebody signed in
/// sees is kept as a file and drawn from there, so that the browser needs no session.
final class PagePictures implements Pictures, AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int PATIENCE_SECONDS = 40;

  private final Path chromium;
  private final URI base;
  private final Path folder;
  private final Path scratch;
  private final ExecutorService behind = Executors.newSingleThreadExecutor();

  private PagePictures(Path chromium, URI base, Path folder) throws IOException {
    this.chromium = chromium;
    this.base = base;
    this.folder = Files.createDirectories(folder);
    this.scratch = Files.createTempDirectory("zhijia-pictures-");
  }

  /// @return empty if there is no Chromium
  static Optional<PagePictures> into(Path folder, URI base, Map<String, String> environment)
      throws IOException {
    Optional<Path> found = chromium(environment);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new PagePictures(found.get(), base, folder));
  }

  private static Optional<Path> chromium(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void take(String name, Client who, String path) {
    String page =
        who.page(path)
            .replaceAll("(?s)<script\\b.*?</script>", "")
            .replaceFirst("<head>", "<head><base href=\"" + base + "\">");
    Path file = scratch.resolve(name + ".html");
    try {
      Files.writeString(file, page);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    String size =
        name.startsWith("screen") ? "1920,1080" : name.equals("floor") ? "500,1100" : "1440,1100";
    behind.execute(() -> draw(name, file.toUri().toString(), size));
  }

  /// Drawn at once, as long as the vote is open.
  @Override
  public void takeBooth(long assembly, Credential slip) {
    draw(
        "booth",
        base.resolve("/vote/" + assembly + "#c=" + slip.slipText()).toString(),
        "500,1100");
  }

  private void draw(String name, String address, String size) {
    List<String> command = new ArrayList<>(List.of(chromium.toString(), "--headless=new"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    command.addAll(
        List.of(
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
            "--lang=zh-CN",
            "--user-data-dir=" + scratch.resolve("profile-" + Thread.currentThread().threadId()),
            "--virtual-time-budget=4000",
            "--window-size=" + size,
            "--screenshot=" + folder.resolve(name + ".png").toAbsolutePath(),
            address));
    try {
      Process drawing =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!drawing.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        drawing.destroyForcibly();
      }
    } catch (IOException withoutPicture) {
      System.err.println(name + ": " + withoutPicture.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for those that are still being drawn.
  @Override
  public void close() throws IOException {
    behind.close();
    try (var files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
