package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The file that holds the key of the encrypted fields: 32 random bytes, made at the first start.
final class FieldKeyFile {
  private static final int BYTES = 32;

  private FieldKeyFile() {}

  static void makeIfMissing(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    PrivateFile.write(file, key);
  }
}
