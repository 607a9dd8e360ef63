package org.zhijia.rules;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Laws;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.rulebook.Rulebook;
import org.zhijia.web.NotThere;
import org.zhijia.web.Open;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All rules, and one of them to be tried.
@Open
@Controller
class RulePages {
  private static final int LARGEST_DOCUMENT = 200_000;

  private final Laws laws;
  private final Clock clock;
  private final JsonMapper json;

  RulePages(Laws laws, Clock clock, JsonMapper json) {
    this.laws = laws;
    this.clock = clock;
    this.json = json;
  }

  @GetMapping("/rules")
  String rules(Model model) {
    model.addAttribute("rules", Rulebook.rules());
    return "rules/rules";
  }

  @GetMapping("/rules/{id}")
  String rule(
      @PathVariable String id,
      @RequestParam Map<String, String> given,
      Locale locale,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    Rule rule = Rulebook.rule(id).orElseThrow(NotThere::new);
    String jurisdiction = given.getOrDefault("jurisdiction", "cn");
    String on = given.getOrDefault("on", LocalDate.now(clock).toString());
    model.addAttribute("rule", rule);
    model.addAttribute("given", given);
    model.addAttribute("packs", laws.packs());
    model.addAttribute("jurisdiction", jurisdiction);
    model.addAttribute("on", on);
    model.addAttribute("command", command(rule, given, jurisdiction));
    if (given.containsKey("try")) {
      try {
        show(rule.apply(laws.of(jurisdiction, day(on)), facts(rule, given)), locale, model);
      } catch (BadFacts bad) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", bad.text().in(locale));
      }
    }
    return "rules/rule";
  }

  private static void show(Ruling ruling, Locale locale, Model model) {
    model.addAttribute("ruling", ruling);
    switch (ruling.outcome()) {
      case Outcome.Answer answer -> model.addAttribute("yes", answer.yes());
      case Outcome.Range range -> model.addAttribute("single", range.least() + "–" + range.most());
      case Outcome.Composite composite -> model.addAttribute("fields", composite.fields(locale));
      default -> model.addAttribute("single", ruling.outcome().plain(locale));
    }
  }

  private static LocalDate day(String on) throws BadFacts {
    try {
      return LocalDate.parse(on);
    } catch (DateTimeException notDate) {
      throw BadFacts.of("“%s”不是日期。", "\"%s\" is no date.", on);
    }
  }

  private Facts facts(Rule rule, Map<String, String> given) throws BadFacts {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (Input input : rule.inputs()) {
      String value = given.getOrDefault(input.name(), "").strip();
      if (input.name().equals("file")) {
        facts.putAll(document(value));
      } else if (!value.isEmpty()) {
        facts.put(input.name(), value);
      }
    }
    return Facts.of(facts);
  }

  @SuppressWarnings("unchecked") // Jackson reads objects as maps of strings
  private Map<String, Object> document(String text) throws BadFacts {
    try {
      if (text.length() <= LARGEST_DOCUMENT
          && json.readValue(text, Object.class) instanceof Map<?, ?> map) {
        return (Map<String, Object>) map;
      }
    } catch (JacksonException notJson) {
      throw BadFacts.of("数据不是正确的 JSON：%s", "This is not JSON: %s", notJson.getOriginalMessage());
    }
    throw BadFacts.of("数据应为一个 JSON 对象 {…}。", "Give one JSON object {…}.");
  }

  /// The same question for one's own computer.
  private static String command(Rule rule, Map<String, String> given, String jurisdiction) {
    StringBuilder command = new StringBuilder("./zhijia rule explain " + rule.id());
    for (Input input : rule.inputs()) {
      String value = given.getOrDefault(input.name(), "").strip();
      if (input.name().equals("file")) {
        command.append(" file=data.json");
      } else if (value.matches("[\\p{L}\\p{N}._-]+")) {
        command.append(' ').append(input.name()).append('=').append(value);
      } else if (input.required()) {
        command.append(' ').append(input.name()).append("=…");
      }
    }
    return command + (jurisdiction.matches("cn/[a-z]+") ? " --jurisdiction " + jurisdiction : "");
  }
}
