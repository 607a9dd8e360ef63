package org.zhijia.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a rule answers, with all that is needed to answer it again years later.
///
/// @param rule its id
/// @param jurisdiction where, e.g. `cn/henan`
/// @param on the day whose law was applied
/// @param inputs the facts, with the defaults that were filled in
/// @param outcome what was asked or computed
/// @param formula how, with the numbers in their places
/// @param breaches every ground on which the answer is no
/// @param notes what a reader should know besides
/// @param citations every number of law that was used
public record Ruling(
    String rule,
    String jurisdiction,
    LocalDate on,
    Map<String, Object> inputs,
    Outcome outcome,
    String formula,
    List<Breach> breaches,
    List<Text> notes,
    List<Citation> citations) {

  public Ruling {
    inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    breaches = List.copyOf(breaches);
    notes = List.copyOf(notes);
    citations = List.copyOf(citations);
  }

  /// As plain maps, lists, strings, numbers and booleans, in the order in which they are published.
  public Map<String, Object> plain(Locale locale) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("rule", rule);
    plain.put("jurisdiction", jurisdiction);
    plain.put("on", on.toString());
    plain.put("inputs", inputs);
    plain.put("outcome", outcome.plain(locale));
    plain.put("formula", formula);
    List<Object> grounds = new ArrayList<>();
    for (Breach breach : breaches) {
      Map<String, Object> ground = new LinkedHashMap<>();
      ground.put("code", breach.code());
      ground.put("text", breach.text().in(locale));
      breach.citation().ifPresent(citation -> ground.put("citation", plain(citation)));
      grounds.add(ground);
    }
    plain.put("breaches", grounds);
    plain.put("citations", citations.stream().map(Ruling::plain).toList());
    plain.put("notes", notes.stream().map(note -> note.in(locale)).toList());
    return plain;
  }

  private static Map<String, Object> plain(Citation citation) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("instrument", citation.instrument().zh());
    plain.put("article", citation.article());
    plain.put("status", citation.status().name());
    return plain;
  }
}
