package org.zhijia.verify.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.statute.Input;
import org.zhijia.statute.Laws;
import org.zhijia.statute.Rule;
import org.zhijia.statute.rulebook.Rulebook;
import org.zhijia.verify.terminal.Reporting;
import org.zhijia.verify.terminal.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `zhijia rule list`.
@Command(name = "list")
final class RuleListCommand implements Callable<Integer> {
  private final Screen screen;

  @Mixin private Reporting reporting = new Reporting();

  RuleListCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    if (reporting.json()) {
      screen.out().println(PlainJson.write(new JsonText(4096), plain()));
      return 0;
    }
    Locale locale = screen.messages().language().locale();
    for (Rule rule : Rulebook.rules()) {
      screen.out().println(rule.id() + "  " + rule.title().in(locale));
      for (Input input : rule.inputs()) {
        String choices = input.choices().isEmpty() ? "" : " (" + choices(input) + ")";
        String optional = input.required() ? "" : " " + screen.text("rule.optional");
        screen
            .out()
            .println(
                "    " + input.name() + "  " + input.meaning().in(locale) + choices + optional);
      }
    }
    String places =
        Laws.ofThisRelease().packs().stream()
            .map(pack -> pack.jurisdiction() + " " + pack.name().in(locale))
            .collect(Collectors.joining(", "));
    screen.out().println();
    screen.say("rule.packs", places);
    return 0;
  }

  private static String choices(Input input) {
    return String.join(" | ", input.choices());
  }

  private List<Object> plain() {
    Locale locale = screen.messages().language().locale();
    List<Object> rules = new ArrayList<>();
    for (Rule rule : Rulebook.rules()) {
      List<Object> inputs = new ArrayList<>();
      for (Input input : rule.inputs()) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("name", input.name());
        asked.put("meaning", input.meaning().in(locale));
        asked.put("required", input.required());
        asked.put("choices", input.choices());
        inputs.add(asked);
      }
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("rule", rule.id());
      plain.put("title", rule.title().in(locale));
      plain.put("inputs", inputs);
      rules.add(plain);
    }
    return rules;
  }
}
