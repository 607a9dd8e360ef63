package org.zhijia.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// User CPU seconds of whole programs, as the operating system accounts for them (POSIX `times`).
final class CpuSeconds {
  private static final Pattern CHILDREN =
      Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s\\s*$");

  private CpuSeconds() {}

  static double of(Path directory, List<String> program) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1 || exit 9; times", "sh"));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("BELENIOS_USE_URANDOM", "1");
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
    Matcher times = CHILDREN.matcher(output);
    if (!times.find()) {
      throw new IOException("no times in: " + output);
    }
    return Integer.parseInt(times.group(1)) * 60 + Double.parseDouble(times.group(2));
  }

  /// This program in a process of its own.
  static List<String> ours(List<String> flags, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName(), "work"));
    command.addAll(List.of(arguments));
    return command;
  }
}
