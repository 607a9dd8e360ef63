package org.zhijia.ballot.belenios.v1;

import org.zhijia.ballot.group.Randomness;

/// The alphabet of election ids, credentials and trustees' seeds: 58 letters and digits without
/// those that are taken for one another (0 O I l).
public final class Base58 {
  private Base58() {}

  public static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /// Uniform letters: bytes of 232 and more are thrown away, since 256 is no multiple of 58.
  public static String random(int length, Randomness randomness) {
    StringBuilder letters = new StringBuilder(length);
    byte[] one = new byte[1];
    while (letters.length() < length) {
      randomness.fill(one);
      int value = one[0] & 0xFF;
      if (value < 232) {
        letters.append(ALPHABET.charAt(value % 58));
      }
    }
    return letters.toString();
  }

  /// A fresh election id of 14 letters.
  public static String electionId(Randomness randomness) {
    return random(14, randomness);
  }
}
