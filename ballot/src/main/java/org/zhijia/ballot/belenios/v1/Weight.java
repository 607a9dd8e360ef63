package org.zhijia.ballot.belenios.v1;

import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// How weights and sums of weights are written: as a number up to 2^30 − 1, above that as a decimal
/// string (`docs/spec/ballot.md`, section 2).
final class Weight {
  private Weight() {}

  private static final long LARGEST_NUMBER = (1L << 30) - 1;

  static long read(JsonNode node) throws Malformed {
    if (!node.isText()) {
      return node.integer(0, LARGEST_NUMBER);
    }
    long weight = parse(node.text());
    if (weight <= LARGEST_NUMBER) {
      throw node.malformed("a decimal string above " + LARGEST_NUMBER + " is expected");
    }
    return weight;
  }

  static void write(JsonText json, long weight) {
    if (weight <= LARGEST_NUMBER) {
      json.number(weight);
    } else {
      json.text(Long.toString(weight));
    }
  }

  /// A decimal of at most 18 digits without sign or leading zero, or −1 for anything else.
  static long parse(String decimal) {
    return decimal.matches("0|[1-9][0-9]{0,17}") ? Long.parseLong(decimal) : -1;
  }
}
