package org.zhijia.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Texts at which readers are wont to stumble: bounds, encodings of points that are no members of
/// the group, spellings that are not the one allowed.
final class Interesting {
  private static final String P25519_MINUS_1 =
      "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec";
  private static final String Q25519 =
      "7237005577332262213973186563042994240857116359379907606001950938285454250989";

  private Interesting() {}

  /// Points of order 1, 2, 4 and 8, encodings of numbers from p upwards, of x = 0 with a sign.
  private static final List<String> POINTS =
      List.of(
          "0".repeat(63) + "1",
          P25519_MINUS_1,
          "0".repeat(64),
          "8" + "0".repeat(63),
          "8" + "0".repeat(62) + "1",
          "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7",
          "05fc536d880238b13933c6d3acdff5d098ef2ff2f489f2c345b027c28f95e826",
          "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed",
          "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee",
          "f".repeat(64),
          "6".repeat(63) + "8",
          "6".repeat(63) + "9");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "00",
          "01",
          "-1",
          "-0",
          "+1",
          Q25519,
          "7237005577332262213973186563042994240857116359379907606001950938285454250988",
          "9".repeat(76),
          "9".repeat(77),
          "9".repeat(617),
          "9".repeat(5000),
          "78571733251071885079927659812671450121821421258408794611510081919805623223441",
          "1073741823",
          "1073741824",
          "99999999999",
          "100000000000",
          "999999999999999999",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "18446744073709551616",
          "2147483647",
          "2147483648",
          "4294967296",
          "1e5",
          "1.0",
          "0x10",
          "NaN");

  private static final List<String> WORDS =
      List.of(
          "",
          "null",
          "Single",
          "Pedersen",
          "Setup",
          "Result",
          "AES-GCM",
          "Ed25519",
          "BELENIOS-2048",
          "RFC-3526-2048",
          "NonHomomorphic",
          "Lists",
          "|",
          "\u0000",
          "\ud800",
          "\ufeff",
          "中文",
          "a".repeat(70000),
          "zhijia-slate/1 approve=1 against=9999");

  /// Any of them.
  static String text(Random random) {
    List<String> list =
        switch (random.nextInt(3)) {
          case 0 -> POINTS;
          case 1 -> NUMBERS;
          default -> WORDS;
        };
    return list.get(random.nextInt(list.size()));
  }

  /// A number as it may stand in a document without quotation marks.
  static String literal(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "null";
      case 1 -> "[".repeat(1 << random.nextInt(8));
      case 2 -> "[".repeat(random.nextInt(70)) + "1" + "]".repeat(random.nextInt(70));
      default -> NUMBERS.get(random.nextInt(NUMBERS.size()));
    };
  }

  /// A text with one thing changed.
  static String near(Random random, String text) {
    if (text.isEmpty()) {
      return text(random);
    }
    int at = random.nextInt(text.length());
    return switch (random.nextInt(9)) {
      case 0 -> text.substring(0, at);
      case 1 -> text + text.charAt(at);
      case 2 -> "0" + text;
      case 3 -> text.substring(0, at) + text.substring(at + 1);
      case 4 -> text.toUpperCase(java.util.Locale.ROOT);
      case 5 -> text + text;
      case 6 -> " " + text;
      case 7 -> text.substring(0, at) + (char) random.nextInt(0x10000) + text.substring(at + 1);
      default -> text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    };
  }

  /// Bytes as letters, one for each, so that nothing is lost that is no text.
  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }
}
