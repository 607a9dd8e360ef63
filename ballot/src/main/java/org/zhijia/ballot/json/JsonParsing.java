package org.zhijia.ballot.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Turns bytes into maps, lists, strings, longs and booleans with Jackson's streaming reader.
final class JsonParsing {
  private JsonParsing() {}

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(1 << 20)
                  .maxNumberLength(19)
                  .maxNameLength(256)
                  .build())
          .build();

  static Object parse(byte[] document, JsonLimits limits) throws Malformed {
    if (document.length > limits.bytes()) {
      throw new Malformed("$", "longer than the limit of " + limits.bytes() + " bytes");
    }
    refuseOtherEncodings(document);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new Malformed("$", "empty");
      }
      Object value = value(parser, first, limits.depth(), limits);
      if (parser.nextToken() != null) {
        throw new Malformed("$", "something follows after the end of the document");
      }
      return value;
    } catch (JacksonException notJson) {
      var place = notJson.getLocation();
      String where = place == null ? "$" : "$ at byte " + place.getByteOffset();
      throw new Malformed(where, "not JSON: " + notJson.getOriginalMessage(), notJson);
    }
  }

  /// Jackson guesses the encoding from byte-order marks and zeros among the first four bytes; here
  /// it is UTF-8 and nothing else.
  private static void refuseOtherEncodings(byte[] document) throws Malformed {
    for (int i = 0; i < Math.min(4, document.length); i++) {
      int octet = document[i] & 0xFF;
      if (octet == 0 || octet >= 0xFE || (i == 0 && octet == 0xEF)) {
        throw new Malformed("$", "begins with a byte-order mark, or is not UTF-8");
      }
    }
  }

  private static Object value(JsonParser parser, JsonToken token, int depth, JsonLimits limits)
      throws Malformed {
    return switch (token) {
      case START_OBJECT -> object(parser, depth, limits);
      case START_ARRAY -> array(parser, depth, limits);
      case VALUE_STRING -> text(parser, limits);
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw at(parser, "neither null nor fractions are expected here");
    };
  }

  private static Map<String, Object> object(JsonParser parser, int depth, JsonLimits limits)
      throws Malformed {
    refuseDeeperThan(depth, parser);
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(4);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      fields.put(name, value(parser, parser.nextToken(), depth - 1, limits));
    }
    return fields;
  }

  private static List<Object> array(JsonParser parser, int depth, JsonLimits limits)
      throws Malformed {
    refuseDeeperThan(depth, parser);
    List<Object> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(value(parser, next, depth - 1, limits));
    }
    return items;
  }

  private static String text(JsonParser parser, JsonLimits limits) throws Malformed {
    if (parser.getStringLength() > limits.textLength()) {
      throw at(parser, "a string longer than " + limits.textLength() + " characters");
    }
    return parser.getString();
  }

  private static Long integer(JsonParser parser) throws Malformed {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw at(parser, "a number too large");
    }
    return parser.getLongValue();
  }

  private static void refuseDeeperThan(int depth, JsonParser parser) throws Malformed {
    if (depth == 0) {
      throw at(parser, "nested too deep");
    }
  }

  private static Malformed at(JsonParser parser, String reason) {
    return new Malformed("$ at byte " + parser.currentTokenLocation().getByteOffset(), reason);
  }
}
