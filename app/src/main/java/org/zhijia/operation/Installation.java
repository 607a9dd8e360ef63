package org.zhijia.operation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where an installation keeps its things.
///
/// @param data everything that a backup holds: the database's cluster, logs
/// @param fieldKey the key of the encrypted fields; outside the data, so that a copy of the data
///     alone reveals nothing
/// @param database an external PostgreSQL; none: the embedded one
/// @param demo whether it shows an invented district
record Installation(Path data, Path fieldKey, Optional<String> database, boolean demo) {

  /// The usual place: `~/.local/share/zhijia/server`, or `…/demo`.
  static Installation usual(Map<String, String> environment, boolean demo) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path share =
        Optional.ofNullable(environment.get("XDG_DATA_HOME"))
            .filter(path -> !path.isBlank())
            .map(Path::of)
            .orElse(Path.of(home, ".local", "share"));
    return at(share.resolve("zhijia").resolve(demo ? "demo" : "server"), demo);
  }

  static Installation at(Path data, boolean demo) {
    Path whole = data.toAbsolutePath().normalize();
    Path key = whole.resolveSibling(whole.getFileName() + ".key");
    return new Installation(whole, key, Optional.empty(), demo);
  }

  Installation withDatabase(String url) {
    return new Installation(data, fieldKey, Optional.of(url), demo);
  }

  Installation withFieldKey(Path key) {
    return new Installation(data, key.toAbsolutePath().normalize(), database, demo);
  }

  Path log() {
    return data.resolve("log");
  }
}
