package org.zhijia.operation;

import java.security.SecureRandom;
import java.util.Base64;

/// A secret that is good once, and is stored nowhere.
public final class OneTimeToken {
  private static final int BYTES = 24;

  private OneTimeToken() {}

  public static String next() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
