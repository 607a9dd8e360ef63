package org.zhijia.ballot.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.zhijia.ballot.proof.Sha256;

/// The SHA-256 of a file's first bytes, in constant memory.
final class PrefixHash {
  private PrefixHash() {}

  static String of(Path file, long length) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] chunk = new byte[1 << 16];
    long left = length;
    try (InputStream in = Files.newInputStream(file)) {
      while (left > 0) {
        int count = in.read(chunk, 0, (int) Math.min(chunk.length, left));
        if (count < 0) {
          throw new IOException(file + " ends before byte " + length);
        }
        digest.update(chunk, 0, count);
        left -= count;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
