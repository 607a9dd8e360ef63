package org.zhijia.statute;

import java.util.List;

/// A rule of the land that anyone can try: what it asks for, and how it decides.
///
/// @param id stable for ever, e.g. `congress.quorum`
/// @param title what it answers, as a person would ask it
/// @param inputs the facts that it takes
public record Rule(String id, Text title, List<Input> inputs, Deciding deciding) {

  public Rule {
    inputs = List.copyOf(inputs);
  }

  /// The pure core of a rule.
  @FunctionalInterface
  public interface Deciding {
    /// @throws BadFacts if the facts are missing, contradictory or not what they should be
    Outcome decide(Reasoning why, Facts facts) throws BadFacts;
  }

  public static Rule of(String id, Text title, Deciding deciding, Input... inputs) {
    return new Rule(id, title, List.of(inputs), deciding);
  }

  public boolean takesFile() {
    return inputs.stream().anyMatch(input -> input.name().equals("file"));
  }

  /// Decides on these facts under the law of that place and day.
  ///
  /// @throws BadFacts if the facts cannot be decided upon; the sentence says why
  public Ruling apply(Law law, Facts facts) throws BadFacts {
    if (!takesFile()) {
      facts.only(inputs.stream().map(Input::name).toList());
    }
    Reasoning why = new Reasoning(law);
    Outcome outcome = deciding.decide(why, facts);
    return why.ruling(id, facts, outcome);
  }
}
