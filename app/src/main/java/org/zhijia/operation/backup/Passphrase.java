package org.zhijia.operation.backup;

import java.nio.charset.StandardCharsets;

/// What opens a backup: at least twelve characters, of any script.
public final class Passphrase {
  public static final int LEAST_CHARACTERS = 12;

  private final byte[] utf8;

  private Passphrase(byte[] utf8) {
    this.utf8 = utf8;
  }

  /// @throws BackupRefused if it is shorter than twelve characters
  public static Passphrase of(String text) {
    if (text.codePointCount(0, text.length()) < LEAST_CHARACTERS) {
      throw new BackupRefused("passphrase-short", LEAST_CHARACTERS);
    }
    return new Passphrase(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] utf8() {
    return utf8.clone();
  }
}
