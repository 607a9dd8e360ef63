package org.zhijia.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The file that holds the key of the encrypted fields: 32 random bytes, made at the first start.
final class FieldKeyFile {
  private static final int BYTES = 32;

  private FieldKeyFile() {}

  static void makeIfMissing(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    PrivateFile.write(file, key);
  }

  /// By which a database knows its key again, and from which nothing of the key can be learnt.
  static byte[] check(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal("zhijia field key check".getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
