package org.zhijia.congress;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Codes on delegates' cards: 12 characters of 32, in groups of four, without look-alikes. Sixty
/// bits, so that nobody finds one by trying.
@Component
class CardCodes {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 12;

  private final SecureRandom random = new SecureRandom();

  String next() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(32)));
    }
    return code.toString();
  }

  /// As it was printed, from what was typed or scanned: the symbol may hold a whole address.
  static String read(String typed) {
    String code = typed.replaceFirst("^.*[?&]card=", "").toUpperCase(Locale.ROOT);
    String plain = code.replaceAll("[^0-9A-Z]", "");
    return plain.length() == LENGTH
        ? plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8)
        : plain;
  }
}
