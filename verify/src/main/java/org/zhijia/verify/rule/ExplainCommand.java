package org.zhijia.verify.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Laws;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.rulebook.Rulebook;
import org.zhijia.verify.terminal.Reporting;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhijia rule explain RULE key=value …`.
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(index = "0", paramLabel = "RULE", descriptionKey = "rule.name")
  private @Nullable String name;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "KEY=VALUE",
      descriptionKey = "rule.facts")
  private List<String> pairs = new ArrayList<>();

  @Option(names = "--jurisdiction", paramLabel = "PLACE", descriptionKey = "rule.jurisdiction")
  private String jurisdiction = "cn";

  @Option(names = "--on", paramLabel = "YYYY-MM-DD", descriptionKey = "rule.on")
  private @Nullable String on;

  @Mixin private Reporting reporting = new Reporting();

  ExplainCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    Rule rule = rule(Objects.requireNonNull(name));
    Locale locale = screen.messages().language().locale();
    try {
      Ruling ruling = rule.apply(Laws.ofThisRelease().of(jurisdiction, day()), facts(rule));
      if (reporting.json()) {
        screen.out().println(PlainJson.write(new JsonText(4096), ruling.plain(locale)));
      } else {
        new RulingText(screen).print(rule, ruling);
      }
      return ruling.outcome() instanceof Outcome.Answer answer && !answer.yes() ? 1 : 0;
    } catch (BadFacts bad) {
      throw new WrongUse("rule.bad-facts", bad.text().in(locale));
    }
  }

  private Rule rule(String id) throws WrongUse {
    return Rulebook.rule(id).orElseThrow(() -> new WrongUse("rule.unknown", id, hint(id)));
  }

  private String hint(String id) {
    return Rulebook.rules().stream()
        .map(Rule::id)
        .min(Comparator.comparingInt(known -> Spelling.distance(known, id)))
        .filter(known -> Spelling.distance(known, id) <= Math.max(2, id.length() / 3))
        .map(known -> screen.text("rule.nearest", known))
        .orElseGet(() -> screen.text("rule.see-list"));
  }

  private LocalDate day() throws WrongUse {
    if (on == null) {
      return LocalDate.now(java.time.ZoneId.systemDefault());
    }
    try {
      return LocalDate.parse(on);
    } catch (DateTimeException notDate) {
      throw new WrongUse("rule.bad-date", on);
    }
  }

  private Facts facts(Rule rule) throws IOException, WrongUse {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String pair : pairs) {
      int sign = pair.indexOf('=');
      if (sign < 1) {
        throw new WrongUse("rule.not-a-pair", pair);
      }
      String key = pair.substring(0, sign);
      Map<String, ?> given =
          key.equals("file")
              ? document(rule, Path.of(pair.substring(sign + 1)))
              : Map.of(key, pair.substring(sign + 1));
      for (Map.Entry<String, ?> entry : given.entrySet()) {
        if (facts.putIfAbsent(entry.getKey(), entry.getValue()) != null) {
          throw new WrongUse("rule.given-twice", entry.getKey());
        }
      }
    }
    return Facts.of(facts);
  }

  private static Map<String, ?> document(Rule rule, Path file) throws IOException, WrongUse {
    if (!rule.takesFile()) {
      throw new WrongUse("rule.no-file", rule.id());
    }
    try {
      Object document = JsonNode.parse(Files.readAllBytes(file)).plain();
      if (document instanceof Map<?, ?> map) {
        Map<String, Object> facts = new LinkedHashMap<>();
        map.forEach((key, value) -> facts.put(String.valueOf(key), value));
        return facts;
      }
      throw new WrongUse("rule.file-not-object", file);
    } catch (Malformed malformed) {
      throw new WrongUse("rule.bad-file", file, String.valueOf(malformed.getMessage()));
    }
  }
}
