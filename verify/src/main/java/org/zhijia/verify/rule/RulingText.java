package org.zhijia.verify.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.Text;
import org.zhijia.verify.terminal.Screen;

/// A ruling as a person reads it: the answer first, then how, then by which article.
final class RulingText {
  private final Screen screen;
  private final Locale locale;

  RulingText(Screen screen) {
    this.screen = screen;
    this.locale = screen.messages().language().locale();
  }

  void print(Rule rule, Ruling ruling) {
    screen.out().println(rule.title().in(locale));
    switch (ruling.outcome()) {
      case Outcome.Answer answer ->
          screen.say(
              "rule.outcome",
              screen.mark(answer.yes()) + " " + screen.text(answer.yes() ? "rule.yes" : "rule.no"));
      case Outcome.Range range -> screen.say("rule.outcome", range.least() + "–" + range.most());
      case Outcome.Composite composite -> {
        screen.say("rule.outcome", "");
        composite.fields(locale).forEach(this::field);
      }
      default -> screen.say("rule.outcome", ruling.outcome().plain(locale));
    }
    if (!ruling.formula().isEmpty()) {
      screen.say("rule.formula", ruling.formula());
    }
    if (!ruling.breaches().isEmpty()) {
      screen.say("rule.breaches");
      for (Breach breach : ruling.breaches()) {
        screen.out().println("  [" + breach.code() + "] " + breach.text().in(locale));
      }
    }
    if (!ruling.notes().isEmpty()) {
      screen.say("rule.notes");
      for (Text note : ruling.notes()) {
        screen.out().println("  " + note.in(locale));
      }
    }
    screen.say("rule.citations", ruling.jurisdiction(), ruling.on());
    for (Citation citation : ruling.citations()) {
      String status = citation.status().name() + " " + citation.status().label().in(locale);
      screen.out().println("  " + citation.text().in(locale) + "  [" + status + "]");
    }
  }

  private void field(String name, @Nullable Object value) {
    if (value instanceof List<?> items && !items.isEmpty() && name.equals("reasons")) {
      screen.out().println("  " + name);
      items.forEach(item -> screen.out().println("    " + item));
      return;
    }
    boolean nested = value instanceof List || value instanceof Map || value == null;
    String shown =
        nested ? PlainJson.write(new JsonText(), value).toString() : String.valueOf(value);
    screen.out().println("  " + name + ": " + shown);
  }
}
