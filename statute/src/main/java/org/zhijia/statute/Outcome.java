package org.zhijia.statute;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The answer of a rule.
public sealed interface Outcome {

  /// Yes or no.
  record Answer(boolean yes) implements Outcome {}

  /// A number of people, seats, days, or a rate in percent.
  record Figure(BigDecimal value) implements Outcome {}

  /// A word, a date, or an amount of money with two decimals.
  record Word(String value) implements Outcome {}

  /// A size that the law leaves room for.
  record Range(long least, long most) implements Outcome {}

  /// Several results at once.
  non-sealed interface Composite extends Outcome {
    Map<String, Object> fields(Locale locale);
  }

  static Outcome of(boolean yes) {
    return new Answer(yes);
  }

  static Outcome of(long number) {
    return new Figure(BigDecimal.valueOf(number));
  }

  static Outcome of(String word) {
    return new Word(word);
  }

  /// As boolean, number, string or map.
  default Object plain(Locale locale) {
    return switch (this) {
      case Answer answer -> answer.yes();
      case Figure figure -> figure.value();
      case Word word -> word.value();
      case Range range -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("min", range.least());
        plain.put("max", range.most());
        yield plain;
      }
      case Composite composite -> composite.fields(locale);
    };
  }
}
