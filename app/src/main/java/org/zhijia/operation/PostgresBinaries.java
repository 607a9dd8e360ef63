package org.zhijia.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once for each version into the user's cache.
final class PostgresBinaries {
  static final String VERSION = "18.6.0";
  private static final int EXECUTABLE = 0100;

  private PostgresBinaries() {}

  /// The folder that holds `bin`, `lib` and `share`.
  static Path unpacked(Map<String, String> environment) throws IOException {
    Path home = cache(environment).resolve("postgres-" + VERSION);
    if (!Files.isExecutable(home.resolve("bin/postgres"))) {
      Files.createDirectories(home.getParent());
      Path half = Files.createTempDirectory(home.getParent(), "postgres-");
      // The server changes its user where it runs as root, and must be able to look in.
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpackInto(half);
      moveInto(half, home);
    }
    return home;
  }

  private static Path cache(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .orElse(Path.of(home, ".cache"))
        .resolve("zhijia");
  }

  private static String archive() {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    return "/postgres-linux-" + machine + ".txz";
  }

  private static void unpackInto(Path folder) throws IOException {
    InputStream packed = PostgresBinaries.class.getResourceAsStream(archive());
    if (packed == null) {
      throw new CannotRun(
          "no-postgres", System.getProperty("os.name"), System.getProperty("os.arch"));
    }
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("outside the archive: " + entry.getName());
        }
        write(tar, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean runs = (entry.getMode() & EXECUTABLE) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  /// Whole or not at all; who comes second finds it done.
  private static void moveInto(Path half, Path home) throws IOException {
    try {
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException
        | FileAlreadyExistsException
        | AtomicMoveNotSupportedException elsewhere) {
      try (Stream<Path> files = Files.walk(half)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
