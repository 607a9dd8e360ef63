package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs, and writes what they say to the database's log.
///
/// @param home holds `bin`
record PostgresPrograms(Path home, Path log) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
  private static final List<String> AS_NOBODY = List.of("unshare", "-U");

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /// Whether this system lets root become nobody; many containers do not.
  static boolean mayBecomeNobody() {
    List<String> trial = new ArrayList<>(AS_NOBODY);
    trial.add("true");
    ProcessBuilder builder = new ProcessBuilder(trial);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// @return the exit code; -1 if it was not awaited
  int run(String program, List<String> options) throws IOException {
    List<String> whole = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
    whole.add(home.resolve("bin").resolve(program).toString());
    whole.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("PGDATA");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        return -1;
      }
      return process.exitValue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
