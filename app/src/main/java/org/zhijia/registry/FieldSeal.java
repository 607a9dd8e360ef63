package org.zhijia.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhijia.registry.Sensitive.Field;

/// Seals sensitive fields: AES-256-GCM with a key that lies outside the database. Numbers that must
/// be found again get a keyed digest (HMAC-SHA-256 under a key of its own).
///
/// Layout: version (1 byte), nonce (12), ciphertext with tag. Inside, each field is its code
/// (1), its length in bytes (2), its UTF-8.
@Component
public class FieldSeal {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec sealing;
  private final SecretKeySpec digesting;
  private final SecureRandom random = new SecureRandom();

  FieldSeal(@Value("${zhijia.field-key}") Path keyFile) throws IOException {
    byte[] key = Files.readAllBytes(keyFile);
    if (key.length != 32) {
      throw new IOException(keyFile + " is no field key: 32 bytes are expected");
    }
    this.sealing = new SecretKeySpec(derived(key, "seal"), "AES");
    this.digesting = new SecretKeySpec(derived(key, "digest"), "HmacSHA256");
  }

  public byte[] seal(Sensitive fields) {
    return seal(encoded(fields));
  }

  /// Seals a whole file.
  byte[] seal(byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, plain);
    return ByteBuffer.allocate(1 + NONCE + closed.length)
        .put(VERSION)
        .put(nonce)
        .put(closed)
        .array();
  }

  /// @throws IllegalStateException if it was sealed with another key, or changed since
  public Sensitive open(byte[] sealed) {
    return decoded(opened(sealed));
  }

  /// @throws IllegalStateException if it was sealed with another key, or changed since
  byte[] opened(byte[] sealed) {
    if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
      throw new IllegalStateException("not sealed by this version");
    }
    byte[] nonce = java.util.Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    byte[] closed = java.util.Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length);
    return cipher(Cipher.DECRYPT_MODE, nonce, closed);
  }

  /// The same for the same number under the same key, and nothing to somebody without the key.
  byte[] digest(String number) {
    return mac(digesting, number.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException wrongKeyOrChanged) {
      throw new IllegalStateException("a sealed field cannot be opened", wrongKeyOrChanged);
    }
  }

  private static byte[] encoded(Sensitive fields) {
    ByteBuffer out = ByteBuffer.allocate(4096);
    fields
        .values()
        .forEach(
            (field, value) -> {
              byte[] text = value.getBytes(StandardCharsets.UTF_8);
              out.put((byte) field.code()).putShort((short) text.length).put(text);
            });
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  private static Sensitive decoded(byte[] plain) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    ByteBuffer in = ByteBuffer.wrap(plain);
    while (in.hasRemaining()) {
      Field field = Field.of(in.get());
      byte[] text = new byte[in.getShort()];
      in.get(text);
      values.put(field, new String(text, StandardCharsets.UTF_8));
    }
    return new Sensitive(values);
  }

  private static byte[] derived(byte[] key, String purpose) {
    byte[] label = ("zhijia field " + purpose).getBytes(StandardCharsets.UTF_8);
    return mac(new SecretKeySpec(key, "HmacSHA256"), label);
  }

  private static byte[] mac(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
