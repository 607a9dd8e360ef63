package org.zhijia.ballot.slate;

import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.proof.Sha256;

/// The randomness of published vectors, which anyone can repeat.
public final class VectorRandomness {
  private VectorRandomness() {}

  /// SHA-256 of `zhijia-vector|1`, of `zhijia-vector|2` and so on; a number that takes fewer than
  /// 32 bytes takes the first of a hash of its own.
  public static Randomness counted() {
    int[] next = {0};
    return bytes -> {
      for (int i = 0; i < bytes.length; i += 32) {
        byte[] block = Sha256.of("zhijia-vector|" + ++next[0]);
        System.arraycopy(block, 0, bytes, i, Math.min(32, bytes.length - i));
      }
    };
  }
}
