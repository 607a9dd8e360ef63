package org.zhijia.ballot.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A place in a parsed document: the value found there and the way to it.
///
/// Every accessor is a check. `node.field("min").integer(0, 100)` either yields the number or
/// throws a [Malformed] that names the place. Numbers are integers, `null` does not exist: the
/// documents of this library have no use for more.
public final class JsonNode {
  private final @Nullable JsonNode parent;
  private final Object step;
  private final Object value;

  private JsonNode(@Nullable JsonNode parent, Object step, Object value) {
    this.parent = parent;
    this.step = step;
    this.value = value;
  }

  /// Parses a whole document: UTF-8, one value, no repeated field, nothing after it.
  public static JsonNode parse(byte[] document, JsonLimits limits) throws Malformed {
    return new JsonNode(null, "$", JsonParsing.parse(document, limits));
  }

  public static JsonNode parse(byte[] document) throws Malformed {
    return parse(document, JsonLimits.HANDED_IN);
  }

  public JsonNode field(String name) throws Malformed {
    Object found = object().get(name);
    if (found == null) {
      throw malformed("the field \"" + name + "\" is missing");
    }
    return new JsonNode(this, name, found);
  }

  public Optional<JsonNode> optional(String name) throws Malformed {
    Object found = object().get(name);
    return found == null ? Optional.empty() : Optional.of(new JsonNode(this, name, found));
  }

  /// Refuses fields other than these.
  public JsonNode only(String... names) throws Malformed {
    for (String present : object().keySet()) {
      if (!List.of(names).contains(present)) {
        throw malformed("the field \"" + present + "\" is not expected here");
      }
    }
    return this;
  }

  public Set<String> fieldNames() throws Malformed {
    return object().keySet();
  }

  public List<JsonNode> items() throws Malformed {
    if (!(value instanceof List<?> items)) {
      throw malformed("a list is expected here");
    }
    List<JsonNode> nodes = new ArrayList<>(items.size());
    for (Object item : items) {
      nodes.add(new JsonNode(this, nodes.size(), item));
    }
    return nodes;
  }

  /// The items of a list that must have exactly this length.
  public List<JsonNode> items(int length) throws Malformed {
    List<JsonNode> items = items();
    if (items.size() != length) {
      throw malformed("a list of " + length + " is expected here, not of " + items.size());
    }
    return items;
  }

  public String text() throws Malformed {
    if (value instanceof String text) {
      return text;
    }
    throw malformed("a string is expected here");
  }

  public boolean flag() throws Malformed {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw malformed("true or false is expected here");
  }

  public long integer(long least, long most) throws Malformed {
    if (!(value instanceof Long number)) {
      throw malformed("a whole number is expected here");
    }
    if (number < least || number > most) {
      throw malformed("a number from " + least + " to " + most + " is expected, not " + number);
    }
    return number;
  }

  public boolean isText() {
    return value instanceof String;
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  /// The value as maps, lists, strings, longs and booleans, for readers with checks of their own.
  public Object plain() {
    return value;
  }

  /// An error at this place, for checks that only the caller can make.
  public Malformed malformed(String reason) {
    return new Malformed(path(), reason);
  }

  /// The way to this place, e.g. `$.questions[1].min`.
  public String path() {
    if (parent == null) {
      return step.toString();
    }
    return parent.path() + (step instanceof Integer index ? "[" + index + "]" : "." + step);
  }

  @SuppressWarnings("unchecked") // JsonParsing makes maps of this type only
  private Map<String, Object> object() throws Malformed {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw malformed("an object is expected here");
  }
}
