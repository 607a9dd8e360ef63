package org.zhijia.statute;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The facts that a rule is applied to: named values, lists and further facts, as somebody gave
/// them. Every accessor is a check that names the place and says what belongs there.
public final class Facts {
  /// Ten times the wage earners of the land: no count is larger.
  private static final long LARGEST_COUNT = 10_000_000_000L;

  private final String place;
  private final Map<String, Object> given;
  private final Map<String, Object> taken;

  private Facts(String place, Map<String, Object> given) {
    this.place = place;
    this.given = given;
    this.taken = new LinkedHashMap<>(given);
  }

  /// @param given strings, numbers, booleans, lists and maps of these
  public static Facts of(Map<String, ?> given) {
    return new Facts("", Collections.unmodifiableMap(new LinkedHashMap<>(given)));
  }

  /// The facts with the defaults that a rule filled in.
  Map<String, Object> taken() {
    return taken;
  }

  /// Refuses names other than these.
  public Facts only(List<String> names) throws BadFacts {
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        throw BadFacts.of(
            "不认识“%s”，这里可以给出：%s。",
            "\"%s\" is not known here. What can be given: %s.",
            place + name,
            String.join(", ", names));
      }
    }
    return this;
  }

  public boolean has(String name) {
    return given.get(name) != null;
  }

  /// A number of people, seats, ballots or days: a whole number, 0 or more.
  public long count(String name) throws BadFacts {
    Object value = required(name);
    String digits = Normalizer.normalize(String.valueOf(value), Normalizer.Form.NFKC).strip();
    if (!(value instanceof Boolean) && digits.matches("\\d{1,11}")) {
      long number = Long.parseLong(digits);
      if (number <= LARGEST_COUNT) {
        return number;
      }
    }
    throw wrong(name, value, new Text("0 或正整数", "a whole number, 0 or more"));
  }

  public OptionalLong optionalCount(String name) throws BadFacts {
    return has(name) ? OptionalLong.of(count(name)) : OptionalLong.empty();
  }

  public long countOr(String name, long otherwise) throws BadFacts {
    if (has(name)) {
      return count(name);
    }
    taken.put(name, otherwise);
    return otherwise;
  }

  /// A number of people or things of which there is at least one.
  public long positive(String name) throws BadFacts {
    long number = count(name);
    if (number == 0) {
      throw wrong(name, number, new Text("至少为 1 的整数", "a whole number, 1 or more"));
    }
    return number;
  }

  /// An amount in yuan with at most two decimals.
  public BigDecimal yuan(String name) throws BadFacts {
    Object value = required(name);
    String written = Normalizer.normalize(String.valueOf(value), Normalizer.Form.NFKC).strip();
    String plain = written.replaceFirst("^[¥￥]", "");
    if (plain.matches("\\d{1,3}(,\\d{3})+(\\.\\d{1,2})?")) {
      plain = plain.replace(",", "");
    }
    if (plain.matches("\\d{1,13}(\\.\\d{1,2})?")) {
      return new BigDecimal(plain).setScale(2);
    }
    throw wrong(name, value, new Text("金额，如 4567.80", "an amount in yuan, e.g. 4567.80"));
  }

  public LocalDate date(String name) throws BadFacts {
    Object value = required(name);
    try {
      return LocalDate.parse(String.valueOf(value).strip());
    } catch (DateTimeException notDate) {
      throw wrong(name, value, new Text("日期，如 2026-05-01", "a date, e.g. 2026-05-01"));
    }
  }

  public String text(String name) throws BadFacts {
    Object value = required(name);
    if (value instanceof Map || value instanceof List || String.valueOf(value).isBlank()) {
      throw wrong(name, value, new Text("文字", "a text"));
    }
    return String.valueOf(value).strip();
  }

  public boolean flag(String name) throws BadFacts {
    Object value = given.get(name);
    if (value == null) {
      return false;
    }
    return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "是" -> true;
      case "false", "no", "否" -> false;
      default -> throw wrong(name, value, new Text("true 或 false", "true or false"));
    };
  }

  /// One of these words; the first where none is given.
  public String choice(String name, String... words) throws BadFacts {
    if (!has(name)) {
      taken.put(name, words[0]);
      return words[0];
    }
    String word = text(name);
    if (!List.of(words).contains(word)) {
      String all = String.join(", ", words);
      throw wrong(name, word, new Text("以下之一：" + all, "one of " + all));
    }
    return word;
  }

  /// One of these words, which must be given.
  public String chosen(String name, String... words) throws BadFacts {
    required(name);
    return choice(name, words);
  }

  public BodyKind kind() throws BadFacts {
    return kindOr(BodyKind.DISTRICT);
  }

  public BodyKind kindOr(BodyKind otherwise) throws BadFacts {
    if (!has("kind")) {
      taken.put("kind", otherwise.word());
      return otherwise;
    }
    String word = choice("kind", "district", "grassroots", "enterprise");
    return BodyKind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Facts within these facts.
  public Facts inner(String name) throws BadFacts {
    return facts(name, required(name), place + name);
  }

  public Facts innerOrNone(String name) throws BadFacts {
    return has(name) ? inner(name) : new Facts(place + name + ".", Map.of());
  }

  /// A list of facts; empty where none is given.
  public List<Facts> list(String name) throws BadFacts {
    List<Facts> items = new ArrayList<>();
    for (Object item : items(name)) {
      items.add(facts(name, item, place + name + "[" + (items.size() + 1) + "]"));
    }
    return items;
  }

  /// A list of words; empty where none is given.
  public List<String> words(String name) throws BadFacts {
    List<String> words = new ArrayList<>();
    for (Object item : items(name)) {
      if (item instanceof Map || item instanceof List) {
        throw wrong(name, item, new Text("文字的列表", "a list of texts"));
      }
      words.add(String.valueOf(item).strip());
    }
    return words;
  }

  public boolean isList(String name) {
    return given.get(name) instanceof List;
  }

  private List<?> items(String name) throws BadFacts {
    Object value = given.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> items) {
      return items;
    }
    throw wrong(name, value, new Text("列表 […]", "a list […]"));
  }

  private Facts facts(String name, @Nullable Object value, String at) throws BadFacts {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(name, value, new Text("对象 {…}", "an object {…}"));
    }
    Map<String, Object> inner = new LinkedHashMap<>();
    map.forEach((key, item) -> inner.put(String.valueOf(key), item));
    return new Facts(at + ".", inner);
  }

  private Object required(String name) throws BadFacts {
    Object value = given.get(name);
    if (value == null) {
      throw BadFacts.of("缺少“%s”。", "\"%s\" is missing.", place + name);
    }
    return value;
  }

  private BadFacts wrong(String name, @Nullable Object value, Text expected) {
    String shown = String.valueOf(value);
    String brief = shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
    return BadFacts.of(
        "“%1$s”的值“%2$s”不对，应为%3$s。",
        "\"%1$s\" cannot be \"%2$s\"; it should be %4$s.",
        place + name,
        brief,
        expected.zh(),
        expected.en());
  }
}
