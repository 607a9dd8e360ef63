package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// When the last backup of an installation was made; a small file in its data directory.
final class LastBackup {
  private static final String FILE = "last-backup";

  private LastBackup() {}

  static void record(Path data, Instant at) throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve(FILE), at + "\n");
  }

  static Optional<Instant> of(Path data) throws IOException {
    Path file = data.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(Instant.parse(Files.readString(file).strip()))
          : Optional.empty();
    } catch (DateTimeParseException edited) {
      return Optional.empty();
    }
  }
}
