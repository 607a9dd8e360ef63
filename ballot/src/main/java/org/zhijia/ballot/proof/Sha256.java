package org.zhijia.ballot.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 in the three dresses that the protocol uses: raw, hexadecimal reference, and Base64
/// without padding (fingerprints and trackers, 43 characters).
public final class Sha256 {
  private Sha256() {}

  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  public static String base64(byte[] bytes) {
    return BASE64.encodeToString(of(bytes));
  }

  /// The Base64 dress of a digest that is at hand in hexadecimal.
  public static String base64OfHex(String hexDigest) {
    return BASE64.encodeToString(HexFormat.of().parseHex(hexDigest));
  }
}
