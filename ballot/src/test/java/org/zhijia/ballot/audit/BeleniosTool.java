package org.zhijia.ballot.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.zhijia.ballot.group.Group;

/// belenios-tool, the program that we did not write. `BELENIOS_TOOL` names it; else it is looked
/// for where `tools/belenios-tool` puts it. In CI it must be there; elsewhere the
/// interop tests are skipped, loudly.
final class BeleniosTool {
  /// The two versions that people have. 2.0 comes without Ed25519; it checks an archive whole,
  /// where 3.0 looks at the ballots only one by one.
  enum Version {
    V2("2.0", "BELENIOS_TOOL_2", List.of("BELENIOS-2048", "RFC-3526-2048"), "--ballot="),
    V3("3.0", "BELENIOS_TOOL", Group.NAMES, "--choice=");

    private final String number;
    private final String variable;
    private final List<String> groups;

    /// Names the file with a voter's choices.
    final String choice;

    Version(String number, String variable, List<String> groups, String choice) {
      this.number = number;
      this.variable = variable;
      this.groups = groups;
      this.choice = choice;
    }

    boolean knows(Group group) {
      return groups.contains(group.name());
    }
  }

  /// A version and a group that it knows.
  record Peer(Version version, String group) {

    /// All groups of 3.0; of 2.0 the one that it is there for, and in which it is not slow.
    static Stream<Peer> all() {
      return Stream.concat(
          Group.NAMES.stream().map(group -> new Peer(Version.V3, group)),
          Stream.of(new Peer(Version.V2, "BELENIOS-2048")));
    }
  }

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
    return in(directory, Version.V3);
  }

  static BeleniosTool in(Path directory, Version version) {
    Optional<Path> found = find(version);
    if (found.isEmpty()) {
      String call = "tools/belenios-tool " + version.number;
      if (System.getenv("CI") != null) {
        throw new AssertionError(call + " was not run, and CI must not skip interop tests");
      }
      System.err.println(
          "\n*** SKIPPED: interop with belenios-tool. Run " + call + " to get it. ***\n");
      Assumptions.abort("belenios-tool is not here: run " + call);
    }
    return new BeleniosTool(found.orElseThrow(), directory);
  }

  private static Optional<Path> find(Version version) {
    String named = System.getenv(version.variable);
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home = cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
    Path fetched = home.resolve("zhijia/belenios-" + version.number + "/belenios-tool");
    return Optional.of(fetched).filter(Files::isExecutable);
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
