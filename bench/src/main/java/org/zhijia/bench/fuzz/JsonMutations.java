package org.zhijia.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// Changes JSON documents on the level of their values: fields dropped, doubled, renamed or in
/// another order, lists longer or shorter, values replaced by others of the document, half of the
/// time by such as have the same form, or by such as stand at bounds, spellings that are not
/// canonical.
final class JsonMutations {
  private final Random random;

  JsonMutations(Random random) {
    this.random = random;
  }

  /// A document with one thing changed; if it is none, some bytes of it.
  byte[] change(byte[] document) {
    Json root;
    try {
      root = Json.of(JsonNode.parse(document).plain());
    } catch (Malformed notJson) {
      return scratch(document);
    }
    List<Json> all = new ArrayList<>();
    root.collect(all);
    Json chosen = all.get(random.nextInt(all.size()));
    if (random.nextInt(5) == 0) {
      chosen = aParent(all, chosen);
    }
    if (random.nextBoolean()) {
      chosen.become(alike(chosen, all).copy());
    } else {
      change(chosen, all);
    }
    byte[] written = root.written().getBytes(StandardCharsets.UTF_8);
    return random.nextInt(40) == 0 ? scratch(written) : written;
  }

  private Json aParent(List<Json> all, Json otherwise) {
    List<Json> parents = all.stream().filter(json -> !json.items.isEmpty()).toList();
    return parents.isEmpty() ? otherwise : parents.get(random.nextInt(parents.size()));
  }

  /// A value that may stand where this one does: with it the document keeps its form, and what is
  /// read after the form is tried out.
  private Json alike(Json json, List<Json> all) {
    List<Json> alike = all.stream().filter(json::isLike).toList();
    return alike.get(random.nextInt(alike.size()));
  }

  private void change(Json json, List<Json> all) {
    switch (random.nextInt(12)) {
      case 0, 1 -> json.become(all.get(random.nextInt(all.size())).copy());
      case 2 -> json.become(Json.raw(Interesting.literal(random)));
      case 3 -> json.become(Json.text(Interesting.text(random)));
      case 4 -> json.become(Json.list(List.of(json.copy())));
      case 5 -> json.become(Json.raw(escaped(json)));
      default -> changeInside(json, all);
    }
  }

  private void changeInside(Json json, List<Json> all) {
    switch (json.kind) {
      case TEXT -> json.become(Json.text(changed(json.letters)));
      case RAW -> json.become(Json.raw(changedNumber(json.letters)));
      case LIST, OBJECT -> changeItems(json, all);
    }
  }

  /// A text that is a document itself is changed as one.
  private String changed(String text) {
    boolean document = text.startsWith("{") || text.startsWith("[");
    if (document && random.nextInt(6) > 0) {
      byte[] inner = change(text.getBytes(StandardCharsets.UTF_8));
      return new String(inner, StandardCharsets.UTF_8);
    }
    return Interesting.near(random, text);
  }

  private String changedNumber(String number) {
    if (number.matches("-?[0-9]{1,18}")) {
      long value = Long.parseLong(number);
      return Long.toString(
          switch (random.nextInt(4)) {
            case 0 -> value + 1;
            case 1 -> value - 1;
            case 2 -> -value;
            default -> value * 2;
          });
    }
    return Interesting.near(random, number);
  }

  private void changeItems(Json json, List<Json> all) {
    int size = json.items.size();
    int at = size == 0 ? 0 : random.nextInt(size);
    switch (size == 0 ? 0 : random.nextInt(7)) {
      case 0 -> json.add(at, "extra", all.get(random.nextInt(all.size())).copy());
      case 1 -> json.remove(at);
      case 2 -> json.add(at, json.names.get(at), json.items.get(at).copy());
      case 3 -> Collections.swap(json.items, at, random.nextInt(size));
      case 4 -> json.names.set(at, Interesting.near(random, json.names.get(at)));
      case 5 -> json.swap(at, random.nextInt(size));
      default -> json.cut(at);
    }
  }

  /// The same value in another spelling.
  private String escaped(Json json) {
    String written = json.written();
    if (json.kind != Json.Kind.TEXT || json.letters.isEmpty()) {
      return (random.nextBoolean() ? " " : "\n") + written;
    }
    int at = random.nextInt(json.letters.length());
    String escape =
        random.nextInt(3) == 0
            ? "\\ud8" + (random.nextBoolean() ? "00" : "3d")
            : String.format("\\u%04X", (int) json.letters.charAt(at));
    String head = Json.text(json.letters.substring(0, at)).written();
    String tail = Json.text(json.letters.substring(at + 1)).written();
    return head.substring(0, head.length() - 1) + escape + tail.substring(1);
  }

  /// Bytes that are not UTF-8 or not JSON.
  private byte[] scratch(byte[] document) {
    String[] odd = {
      "\u00ff",
      "\u00c0\u0080",
      "\u00ed\u00a0\u0080",
      "\u00ef\u00bb\u00bf",
      "\u0000",
      ",",
      "{",
      "]",
      "\"",
      "\u00f5\u0080\u0080\u0080",
      "\u00e4\u00b8",
      "/**/",
      "1"
    };
    String text = Interesting.latin(document);
    int at = random.nextInt(text.length() + 1);
    return Interesting.bytes(
        text.substring(0, at) + odd[random.nextInt(odd.length)] + text.substring(at));
  }
}
