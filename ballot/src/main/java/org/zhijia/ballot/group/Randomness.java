package org.zhijia.ballot.group;

import java.security.SecureRandom;

/// Where secret bytes come from. Production code uses [#secure()]; only test vectors use another.
@FunctionalInterface
public interface Randomness {

  /// Fills the whole array.
  void fill(byte[] bytes);

  /// The operating system's generator.
  static Randomness secure() {
    return new SecureRandom()::nextBytes;
  }
}
