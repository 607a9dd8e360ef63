package org.zhijia.ballot.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes JSON in the compact form that hashes depend on: no space, fields in the order in which
/// they are written, raw UTF-8, only `"`, `\` and control characters escaped (never `/`).
///
/// ```java
/// new JsonText().open().field("a").text("x").field("b").number(1).close().toString()
/// // {"a":"x","b":1}
/// ```
///
/// Source: Belenios specification 3.1, section 4.1; escapes as belenios-tool writes them.
public final class JsonText {
  private final StringBuilder out;
  private boolean comma;

  public JsonText() {
    this(256);
  }

  public JsonText(int expectedLength) {
    out = new StringBuilder(expectedLength);
  }

  /// A value that knows how to write itself.
  @FunctionalInterface
  public interface Writable {
    void writeTo(JsonText json);
  }

  public JsonText open() {
    return begin('{');
  }

  public JsonText close() {
    return end('}');
  }

  public JsonText openList() {
    return begin('[');
  }

  public JsonText closeList() {
    return end(']');
  }

  public JsonText field(String name) {
    separate();
    quote(name);
    out.append(':');
    comma = false;
    return this;
  }

  public JsonText text(String value) {
    separate();
    quote(value);
    return this;
  }

  public JsonText number(long value) {
    separate();
    out.append(value);
    return this;
  }

  /// A decimal number, with the decimals that it has.
  public JsonText number(BigDecimal value) {
    separate();
    out.append(value.toPlainString());
    return this;
  }

  public JsonText nothing() {
    separate();
    out.append("null");
    return this;
  }

  public JsonText flag(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  public JsonText value(Writable value) {
    value.writeTo(this);
    return this;
  }

  public JsonText list(List<? extends Writable> values) {
    openList();
    values.forEach(this::value);
    return closeList();
  }

  public JsonText texts(List<String> values) {
    openList();
    values.forEach(this::text);
    return closeList();
  }

  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  public static byte[] bytesOf(Writable value) {
    return new JsonText(1024).value(value).bytes();
  }

  private JsonText begin(char bracket) {
    separate();
    out.append(bracket);
    comma = false;
    return this;
  }

  private JsonText end(char bracket) {
    out.append(bracket);
    comma = true;
    return this;
  }

  private void separate() {
    if (comma) {
      out.append(',');
    }
    comma = true;
  }

  private void quote(String value) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == 0x7F) {
        out.append(value, plain, i).append(escape(c));
        plain = i + 1;
      }
    }
    out.append(value, plain, value.length()).append('"');
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
