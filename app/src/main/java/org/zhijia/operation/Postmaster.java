package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The process that a cluster's `postmaster.pid` names, and the port that it listens on. After a
/// sudden end the number may belong to another program: [#whereabouts] tells.
record Postmaster(long pid, int port) {
  private static final Path PROCESSES = Path.of("/proc");

  /// What the process of that number is.
  enum Whereabouts {
    /// The database server of this cluster.
    HERE,
    /// There is no such process.
    GONE,
    /// Another program that was given the number since.
    SOMEBODY_ELSE,
    /// It may not be looked at: another user's.
    UNKNOWN
  }

  static Optional<Postmaster> of(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  /// A server of PostgreSQL works in its cluster's folder.
  Whereabouts whereabouts(Path cluster) throws IOException {
    if (ProcessHandle.of(pid).isEmpty()) {
      return Whereabouts.GONE;
    }
    try {
      return worksIn(pid, cluster) ? Whereabouts.HERE : Whereabouts.SOMEBODY_ELSE;
    } catch (NoSuchFileException gone) {
      return Whereabouts.GONE;
    } catch (AccessDeniedException otherUser) {
      return Whereabouts.UNKNOWN;
    }
  }

  /// Whether any process still works in the cluster, e.g. one that serves a connection and has not
  /// noticed that the server is gone.
  static boolean isAnybodyIn(Path cluster) throws IOException {
    try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        if (isIn(process, cluster)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIn(Path process, Path cluster) {
    try {
      return worksIn(Long.parseLong(process.getFileName().toString()), cluster);
    } catch (IOException goneOrForeign) {
      return false;
    }
  }

  private static boolean worksIn(long pid, Path cluster) throws IOException {
    Path folder = Files.readSymbolicLink(PROCESSES.resolve(String.valueOf(pid)).resolve("cwd"));
    return folder.equals(cluster.toRealPath());
  }
}
