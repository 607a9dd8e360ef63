package org.zhijia.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.zhijia.operation.Words;

/// What happened when, said as it happens and kept for the report.
final class Timeline {
  private final Words words;
  private final Consumer<String> out;
  private final long began = System.nanoTime();
  private final List<String> lines = new ArrayList<>();

  Timeline(Words words, Consumer<String> out) {
    this.words = words;
    this.out = out;
  }

  /// @param key of the sentence, without its prefix
  void say(String key, Object... arguments) {
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    plain("%02d:%02d  %s".formatted(seconds / 60, seconds % 60, text(key, arguments)));
  }

  /// A line without the time, as in a table.
  void plain(String line) {
    lines.add(line);
    out.accept(line);
  }

  String text(String key, Object... arguments) {
    return words.text("rehearse." + key, arguments);
  }

  Locale locale() {
    return words.locale();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
