package org.zhijia.rules;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Laws;
import org.zhijia.statute.Rule;
import org.zhijia.statute.rulebook.Rulebook;
import org.zhijia.web.NotThere;
import org.zhijia.web.Open;

/// The rules of the land for other programs; no token is needed.
@Open
@RestController
@RequestMapping("/api/rules")
class RuleApi {
  private final Laws laws;
  private final Clock clock;

  RuleApi(Laws laws, Clock clock) {
    this.laws = laws;
    this.clock = clock;
  }

  /// A fact that a rule asks for.
  public record Asked(String name, String meaning, boolean required, List<String> choices) {}

  /// A rule and the facts that it asks for.
  public record Known(String id, String title, List<Asked> inputs) {}

  @GetMapping
  List<Known> rules(Locale locale) {
    return Rulebook.rules().stream().map(rule -> known(rule, locale)).toList();
  }

  private static Known known(Rule rule, Locale locale) {
    return new Known(
        rule.id(),
        rule.title().in(locale),
        rule.inputs().stream().map(input -> asked(input, locale)).toList());
  }

  private static Asked asked(Input input, Locale locale) {
    return new Asked(input.name(), input.meaning().in(locale), input.required(), input.choices());
  }

  /// Applies a rule to the facts in the body, as `zhijia rule explain --json` does. 422 where
  /// nobody could decide upon the facts; the detail says what to give.
  @PostMapping("/{id}")
  ResponseEntity<Object> apply(
      @PathVariable String id,
      @RequestParam(defaultValue = "cn") String jurisdiction,
      @RequestParam @Nullable String on,
      @RequestBody Map<String, Object> facts,
      Locale locale) {
    Rule rule = Rulebook.rule(id).orElseThrow(NotThere::new);
    try {
      return ResponseEntity.ok(
          rule.apply(laws.of(jurisdiction, day(on)), Facts.of(facts)).plain(locale));
    } catch (BadFacts bad) {
      return ResponseEntity.unprocessableContent()
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.UNPROCESSABLE_CONTENT, bad.text().in(locale)));
    }
  }

  private LocalDate day(@Nullable String on) throws BadFacts {
    try {
      return on == null ? LocalDate.now(clock) : LocalDate.parse(on);
    } catch (DateTimeException notDate) {
      throw BadFacts.of("“%s”不是日期。", "\"%s\" is no date.", String.valueOf(on));
    }
  }
}
