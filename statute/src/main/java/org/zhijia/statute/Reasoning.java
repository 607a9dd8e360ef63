package org.zhijia.statute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes down, while a rule decides, every number of law that it uses and every ground it finds.
public final class Reasoning {
  private final Law law;
  private final Set<Citation> citations = new LinkedHashSet<>();
  private final List<String> formulas = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();
  private final List<Text> notes = new ArrayList<>();

  public Reasoning(Law law) {
    this.law = law;
  }

  public Law law() {
    return law;
  }

  /// The number of law for this kind of body; from now on it is cited.
  ///
  /// @throws BadFacts if this place has no such number on that day
  public Threshold threshold(String id, BodyKind kind) throws BadFacts {
    Threshold found = law.threshold(id, kind);
    citations.add(found.citation());
    return found;
  }

  public Threshold threshold(String id) throws BadFacts {
    return threshold(id, BodyKind.DISTRICT);
  }

  /// A step of the computation, with its numbers.
  public void formula(String step, Object... arguments) {
    formulas.add(String.format(java.util.Locale.ROOT, step, arguments));
  }

  public void note(String zh, String en, Object... arguments) {
    notes.add(Text.of(zh, en, arguments));
  }

  /// A ground that this number of law gives.
  public void breach(Threshold by, String code, Text text) {
    breaches.add(new Breach(code, text, Optional.of(by.citation())));
  }

  /// A ground that the figures give by themselves.
  public void contradiction(String code, Text text) {
    breaches.add(new Breach(code, text, Optional.empty()));
  }

  public List<Breach> breaches() {
    return List.copyOf(breaches);
  }

  /// Whether no ground against has been found.
  public boolean isClean() {
    return breaches.isEmpty();
  }

  Ruling ruling(String rule, Facts facts, Outcome outcome) {
    return new Ruling(
        rule,
        law.jurisdiction(),
        law.on(),
        facts.taken(),
        outcome,
        String.join("; ", formulas),
        breaches,
        notes,
        List.copyOf(citations));
  }
}
