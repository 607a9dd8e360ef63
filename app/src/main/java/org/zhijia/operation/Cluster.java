package org.zhijia.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The embedded database's files in a data directory. The folder carries PostgreSQL's major
/// version: another major cannot read it.
record Cluster(Path folder, Path passwordFile, Path log) {

  static Cluster in(Path data) {
    return new Cluster(
        data.resolve("postgres-18"),
        data.resolve("database.password"),
        data.resolve("log").resolve("postgres.log"));
  }

  boolean isMade() {
    return Files.exists(folder.resolve("PG_VERSION"));
  }

  /// The password of the one user, drawn at the first start.
  String password() throws IOException {
    if (!Files.exists(passwordFile)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      PrivateFile.write(passwordFile, Base64.getUrlEncoder().withoutPadding().encode(random));
    }
    return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
  }
}
