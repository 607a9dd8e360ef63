package org.zhijia.ballot.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
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

  private static final int CHUNK = 1 << 13;

  private final JsonParser parser;
  private final JsonLimits limits;
  private int values;

  private JsonParsing(JsonParser parser, JsonLimits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  static Object parse(byte[] document, JsonLimits limits) throws Malformed {
    if (document.length > limits.bytes()) {
      throw new Malformed("$", "longer than the limit of " + limits.bytes() + " bytes");
    }
    refuseOtherEncodings(document);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
      return new JsonParsing(parser, limits).document();
    } catch (JacksonException notJson) {
      var place = notJson.getLocation();
      String where = place == null ? "$" : "$ at byte " + place.getByteOffset();
      throw new Malformed(where, "not JSON: " + notJson.getOriginalMessage(), notJson);
    }
  }

  /// UTF-8 and nothing else: Jackson guesses the encoding from byte-order marks and zeros among the
  /// first four bytes, and takes surrogates and letters written longer than need be.
  private static void refuseOtherEncodings(byte[] document) throws Malformed {
    for (int i = 0; i < Math.min(4, document.length); i++) {
      int octet = document[i] & 0xFF;
      if (octet == 0 || octet >= 0xFE || (i == 0 && octet == 0xEF)) {
        throw new Malformed("$", "begins with a byte-order mark, or is not UTF-8");
      }
    }
    int ascii = 0;
    while (ascii < document.length && document[ascii] >= 0) {
      ascii++;
    }
    ByteBuffer rest = ByteBuffer.wrap(document, ascii, document.length - ascii);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer letters = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      result = decoder.decode(rest, letters.clear(), true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw new Malformed("$ at byte " + rest.position(), "not JSON: not UTF-8");
    }
  }

  private Object document() throws Malformed {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new Malformed("$", "empty");
    }
    Object value = value(first, limits.depth());
    if (parser.nextToken() != null) {
      throw new Malformed("$", "something follows after the end of the document");
    }
    return value;
  }

  private Object value(JsonToken token, int depth) throws Malformed {
    if (++values > limits.values()) {
      throw at("more values than the limit of " + limits.values());
    }
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw at("neither null nor fractions are expected here");
    };
  }

  private Map<String, Object> object(int depth) throws Malformed {
    refuseDeeperThan(depth);
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(4);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = whole(parser.currentName());
      fields.put(name, value(parser.nextToken(), depth - 1));
    }
    return fields;
  }

  private List<Object> array(int depth) throws Malformed {
    refuseDeeperThan(depth);
    List<Object> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(value(next, depth - 1));
    }
    return items;
  }

  private String text() throws Malformed {
    if (parser.getStringLength() > limits.textLength()) {
      throw at("a string longer than " + limits.textLength() + " characters");
    }
    return whole(parser.getString());
  }

  /// Refuses half a letter, which only an escape can write: it has no UTF-8, and what is hashed
  /// would be a question mark, so that two texts had one hash.
  private String whole(String text) throws Malformed {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw at("half a letter (a lone surrogate)");
        }
        i++;
      }
    }
    return text;
  }

  private Long integer() throws Malformed {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw at("a number too large");
    }
    return parser.getLongValue();
  }

  private void refuseDeeperThan(int depth) throws Malformed {
    if (depth == 0) {
      throw at("nested too deep");
    }
  }

  private Malformed at(String reason) {
    return new Malformed("$ at byte " + parser.currentTokenLocation().getByteOffset(), reason);
  }
}
