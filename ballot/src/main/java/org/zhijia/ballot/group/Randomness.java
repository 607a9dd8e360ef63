package org.zhijia.ballot.group;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Where secret bytes come from. Production code uses [#secure()]; only test vectors use another.
@FunctionalInterface
public interface Randomness {

  /// Fills the whole array.
  void fill(byte[] bytes);

  /// The operating system's generator.
  static Randomness secure() {
    return new SecureRandom()::nextBytes;
  }

  /// AES-256 in counter mode under a key from the operating system: for one thread that needs much.
  static Randomness stream() {
    byte[] key = new byte[32];
    secure().fill(key);
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
      return bytes -> {
        byte[] stream = cipher.update(new byte[bytes.length]);
        System.arraycopy(stream, 0, bytes, 0, bytes.length);
      };
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES in counter mode", impossible);
    }
  }
}
