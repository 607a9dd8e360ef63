package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.zhijia.verify.terminal.WrongUse;

/// A place in a YAML file, with errors that say which place.
final class Yaml {
  private static final int DEEPEST = 50;

  private final Path file;
  private final String place;
  private final @Nullable Object value;

  private Yaml(Path file, String place, @Nullable Object value) {
    this.file = file;
    this.place = place;
    this.value = value;
  }

  static Yaml read(Path file) throws IOException, WrongUse {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(1 << 20).build();
    String text = Files.readString(file);
    try {
      demandShallow(file, new Parse(settings).parseString(text));
      return new Yaml(file, "", new Load(settings).loadFromString(text));
    } catch (YamlEngineException notYaml) {
      throw new WrongUse("yaml.unreadable", file, String.valueOf(notYaml.getMessage()));
    }
  }

  /// The loader goes down by recursion and has no limit of its own.
  private static void demandShallow(Path file, Iterable<Event> events) throws WrongUse {
    int depth = 0;
    for (Event event : events) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        throw new WrongUse("yaml.deep", file, DEEPEST);
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  Yaml only(String... names) throws WrongUse {
    for (Object present : map().keySet()) {
      if (!List.of(names).contains(String.valueOf(present))) {
        throw wrong("yaml.unknown", present, String.join(", ", names));
      }
    }
    return this;
  }

  Optional<Yaml> optional(String name) throws WrongUse {
    Object found = map().get(name);
    String inner = place.isEmpty() ? name : place + "." + name;
    return found == null ? Optional.empty() : Optional.of(new Yaml(file, inner, found));
  }

  Yaml field(String name) throws WrongUse {
    Optional<Yaml> found = optional(name);
    if (found.isEmpty()) {
      throw wrong("yaml.missing", name);
    }
    return found.get();
  }

  List<Yaml> items() throws WrongUse {
    if (!(value instanceof List<?> list)) {
      throw wrong("yaml.list");
    }
    List<Yaml> items = new ArrayList<>();
    for (Object item : list) {
      items.add(new Yaml(file, place + "[" + (items.size() + 1) + "]", item));
    }
    return items;
  }

  /// The items of a list that may be left out.
  List<Yaml> items(String name) throws WrongUse {
    Optional<Yaml> found = optional(name);
    return found.isEmpty() ? List.of() : found.get().items();
  }

  List<String> texts() throws WrongUse {
    List<String> texts = new ArrayList<>();
    for (Yaml item : items()) {
      texts.add(item.text());
    }
    return texts;
  }

  String text() throws WrongUse {
    if (value == null || value instanceof Map || value instanceof List) {
      throw wrong("yaml.text");
    }
    return String.valueOf(value).strip();
  }

  int number() throws WrongUse {
    if (value instanceof Integer number) {
      return number;
    }
    throw wrong("yaml.number");
  }

  boolean flag() throws WrongUse {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong("yaml.flag");
  }

  boolean isList() {
    return value instanceof List;
  }

  boolean isMap() {
    return value instanceof Map;
  }

  boolean isNumber() {
    return value instanceof Integer;
  }

  /// An error at this place.
  WrongUse wrong(String key, Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = file;
    all[1] = place.isEmpty() ? "/" : place;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return new WrongUse(key, all);
  }

  private Map<?, ?> map() throws WrongUse {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong("yaml.map");
  }
}
