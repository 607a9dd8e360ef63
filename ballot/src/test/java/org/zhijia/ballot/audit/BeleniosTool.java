package org.zhijia.ballot.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// belenios-tool 3.0, the program that we did not write. `BELENIOS_TOOL` names it; else it is
/// looked for where `tools/belenios-tool` puts it, then on the PATH. In CI it must be there;
/// elsewhere the interop tests are skipped, loudly.
final class BeleniosTool {
  private final Path program;
  private final Path directory;

  private BeleniosTool(Path program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /// How a run ended, what it printed, and its remarks (on standard error).
  record Run(int exitCode, String output, String remarks) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  static BeleniosTool in(Path directory) {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      if (System.getenv("CI") != null) {
        throw new AssertionError("belenios-tool is not here, and CI must not skip interop tests");
      }
      System.err.println(
          "\n*** SKIPPED: interop with belenios-tool. Run tools/belenios-tool to get it. ***\n");
      Assumptions.abort("belenios-tool is not here: run tools/belenios-tool");
    }
    return new BeleniosTool(found.orElseThrow(), directory);
  }

  private static Optional<Path> find() {
    String named = System.getenv("BELENIOS_TOOL");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home = cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
    Stream<Path> onPath =
        Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
            .map(folder -> Path.of(folder, "belenios-tool"));
    return Stream.concat(Stream.of(home.resolve("zhijia/belenios-3.0/belenios-tool")), onPath)
        .filter(Files::isExecutable)
        .findFirst();
  }

  Run run(String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("BELENIOS_USE_URANDOM", "1");
    Path out = Files.createTempFile("belenios", ".out");
    builder.redirectOutput(out.toFile());
    Path remarks = Files.createTempFile("belenios", ".err");
    builder.redirectError(remarks.toFile());
    Process process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closedEarly) {
      // the tool may end without reading its input
    }
    try {
      int exitCode = process.waitFor();
      return new Run(exitCode, Files.readString(out), Files.readString(remarks));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    } finally {
      Files.delete(out);
      Files.delete(remarks);
    }
  }

  /// Runs a step that must succeed and answers what it printed.
  String must(String input, String... arguments) throws IOException {
    Run run = run(input, arguments);
    if (!run.succeeded()) {
      throw new AssertionError(String.join(" ", arguments) + ": " + run.remarks());
    }
    return run.output();
  }

  Path directory() {
    return directory;
  }
}
