package org.zhijia.operation.backup;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The three keys that come from one passphrase: for the content, for the header's check, and for
/// wrapping the field key (RFC 3394), which therefore is never in the content in the clear.
final class BackupKeys {
  static final int BYTES = 32;

  private final SecretKeySpec content;
  private final SecretKeySpec header;
  private final SecretKeySpec wrapping;

  private BackupKeys(SecretKeySpec content, SecretKeySpec header, SecretKeySpec wrapping) {
    this.content = content;
    this.header = header;
    this.wrapping = wrapping;
  }

  static BackupKeys of(byte[] material) {
    return new BackupKeys(
        new SecretKeySpec(Arrays.copyOfRange(material, 0, BYTES), "AES"),
        new SecretKeySpec(Arrays.copyOfRange(material, BYTES, 2 * BYTES), "HmacSHA256"),
        new SecretKeySpec(Arrays.copyOfRange(material, 2 * BYTES, 3 * BYTES), "AES"));
  }

  SecretKeySpec content() {
    return content;
  }

  byte[] mac(byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(header);
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  byte[] wrap(byte[] fieldKey) {
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, wrapping);
      return cipher.wrap(new SecretKeySpec(fieldKey, "AES"));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// @throws BackupRefused if it was not wrapped with this key
  byte[] unwrap(byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.UNWRAP_MODE, wrapping);
      return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    } catch (GeneralSecurityException damaged) {
      throw new BackupRefused("backup-damaged");
    }
  }
}
