package org.zhijia.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhijia.ballot.json.JsonText;

/// A JSON value that can be changed into one that no reader should take: names twice, numbers of
/// any length, brackets that do not match.
final class Json {
  Kind kind;
  String letters;
  List<String> names;
  List<Json> items;

  /// What a value is; RAW is written as it stands.
  enum Kind {
    TEXT,
    RAW,
    LIST,
    OBJECT
  }

  private Json(Kind kind, String letters, List<String> names, List<Json> items) {
    this.kind = kind;
    this.letters = letters;
    this.names = new ArrayList<>(names);
    this.items = new ArrayList<>(items);
  }

  static Json text(String letters) {
    return new Json(Kind.TEXT, letters, List.of(), List.of());
  }

  static Json raw(String letters) {
    return new Json(Kind.RAW, letters, List.of(), List.of());
  }

  static Json list(List<Json> items) {
    return new Json(Kind.LIST, "", items.stream().map(_ -> "").toList(), items);
  }

  /// From maps, lists, strings, numbers and truth values.
  static Json of(Object plain) {
    return switch (plain) {
      case String text -> text(text);
      case List<?> list -> list(list.stream().map(Json::of).toList());
      case Map<?, ?> map ->
          new Json(
              Kind.OBJECT,
              "",
              map.keySet().stream().map(String::valueOf).toList(),
              map.values().stream().map(Json::of).toList());
      default -> raw(plain.toString());
    };
  }

  Json copy() {
    return new Json(kind, letters, names, items.stream().map(Json::copy).toList());
  }

  void become(Json other) {
    kind = other.kind;
    letters = other.letters;
    names = other.names;
    items = other.items;
  }

  void add(int at, String name, Json item) {
    names.add(at, name);
    items.add(at, item);
  }

  void remove(int at) {
    names.remove(at);
    items.remove(at);
  }

  void cut(int at) {
    names.subList(at, names.size()).clear();
    items.subList(at, items.size()).clear();
  }

  /// Swaps two fields with their names.
  void swap(int one, int other) {
    java.util.Collections.swap(names, one, other);
    java.util.Collections.swap(items, one, other);
  }

  /// Whether both have the same form: the same names and lengths, numbers where numbers are, texts
  /// of one length elsewhere.
  boolean isLike(Json other) {
    if (kind != other.kind || !names.equals(other.names)) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).isLike(other.items.get(i))) {
        return false;
      }
    }
    return letters.length() == other.letters.length() || (isNumber() && other.isNumber());
  }

  private boolean isNumber() {
    return letters.matches("[0-9]+");
  }

  void collect(List<Json> all) {
    all.add(this);
    items.forEach(item -> item.collect(all));
  }

  String written() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    switch (kind) {
      case TEXT -> out.append(quoted(letters));
      case RAW -> out.append(letters);
      case LIST, OBJECT -> {
        out.append(kind == Kind.LIST ? '[' : '{');
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : ",");
          if (kind == Kind.OBJECT) {
            out.append(quoted(names.get(i))).append(':');
          }
          items.get(i).write(out);
        }
        out.append(kind == Kind.LIST ? ']' : '}');
      }
    }
  }

  private static String quoted(String text) {
    return new JsonText().text(text).toString();
  }
}
