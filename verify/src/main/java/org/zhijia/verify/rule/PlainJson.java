package org.zhijia.verify.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.json.JsonText;

/// Writes maps, lists, strings, numbers, booleans and null as JSON.
final class PlainJson {
  private PlainJson() {}

  static JsonText write(JsonText json, @Nullable Object value) {
    switch (value) {
      case null -> json.nothing();
      case Map<?, ?> map -> {
        json.open();
        map.forEach((key, item) -> write(json.field(String.valueOf(key)), item));
        json.close();
      }
      case List<?> list -> {
        json.openList();
        list.forEach(item -> write(json, item));
        json.closeList();
      }
      case Boolean flag -> json.flag(flag);
      case BigDecimal number -> json.number(number);
      case Number number -> json.number(number.longValue());
      default -> json.text(String.valueOf(value));
    }
    return json;
  }
}
