package org.zhijia.ballot.audit;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/// Texts that look like elements and are none, as test data.
final class Points {
  private Points() {}

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final String GENERATOR = "66".repeat(31) + "58";

  /// Name of what is wrong, and the text.
  static Map<String, String> bad() {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("of order 2", hex(P.subtract(BigInteger.ONE)));
    bad.put("of order 4", hex(BigInteger.ZERO));
    BigInteger y = new BigInteger(GENERATOR, 16);
    bad.put("outside the subgroup", hex(P.subtract(y).setBit(255)));
    bad.put("y not reduced", hex(P.add(BigInteger.ONE)));
    bad.put("x zero with sign", hex(BigInteger.ONE.setBit(255)));
    bad.put("not on the curve", hex(BigInteger.TWO));
    bad.put("63 digits", "6".repeat(63));
    bad.put("65 digits", "6".repeat(65));
    bad.put("no hex", "g".repeat(64));
    bad.put("empty", "");
    bad.put("in upper case", hex(BigInteger.ONE).replace('0', 'A'));
    return bad;
  }

  private static String hex(BigInteger number) {
    return String.format("%064x", number);
  }
}
