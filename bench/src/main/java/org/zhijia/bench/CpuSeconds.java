package org.zhijia.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What whole programs take: user CPU seconds as the operating system accounts for them (POSIX
/// `times`), and the time on the clock.
///
/// @param user seconds of all its threads
/// @param wall seconds on the clock
/// @param output what it printed
record CpuSeconds(double user, double wall, String output) {
  private static final Pattern CHILDREN =
      Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s\\s*$");

  static double of(Path directory, List<String> program) throws IOException {
    return measure(directory, program).user();
  }

  static CpuSeconds measure(Path directory, List<String> program) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" 2>/dev/null || exit 9; times", "sh"));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("BELENIOS_USE_URANDOM", "1");
    long start = System.nanoTime();
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("failed: " + String.join(" ", program));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
    Matcher times = CHILDREN.matcher(output.strip());
    if (!times.find()) {
      throw new IOException("no times in: " + output);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double user = Integer.parseInt(times.group(1)) * 60 + Double.parseDouble(times.group(2));
    return new CpuSeconds(user, wall, output);
  }

  /// This program in a process of its own, with the virtual machine's options that `./zhijia` gives
  /// the verifier.
  static List<String> ours(List<String> flags, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.add("@" + Path.of(System.getProperty("zhijia.root", "."), "verify/java.options"));
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName(), "work"));
    command.addAll(List.of(arguments));
    return command;
  }
}
