package org.zhijia.operation.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: parts of
/// 64 KiB, each sealed under a nonce that counts (8 bytes) and says whether it is the last (1 byte,
/// after 3 zero bytes). A part that is missing, moved or from another file does not open.
final class SealedParts {
  static final int PLAIN = 1 << 16;
  static final int TAG = 16;
  private static final int NONCE = 12;

  private final BackupKeys keys;
  private final byte[] header;
  private long next;

  SealedParts(BackupKeys keys, Header header) {
    this.keys = keys;
    this.header = header.encoded();
  }

  byte[] seal(byte[] plain, int length, boolean last) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// @throws BackupRefused if it was changed, or stands at another place
  byte[] open(byte[] sealed, int length, boolean last) {
    try {
      return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    } catch (GeneralSecurityException changed) {
      throw new BackupRefused("backup-damaged");
    }
  }

  private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE).putLong(3, next++).put(NONCE - 1, (byte) (last ? 1 : 0)).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.content(), new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}
