package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// A vote in the clear: for each question a row of 0 and 1, one for each answer, preceded by the
/// blank mark where the question allows blank; or a row of numbers up to 255, where the question is
/// about such. `[[0,1,0,1],[1,0,0],[2,7,0]]`.
///
/// It never leaves the voter's own device; only its encryption does.
public record Vote(List<List<Integer>> rows) {

  public Vote {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// Reads the form that belenios-tool calls a choice, and checks it against the questions.
  public static Vote read(byte[] document, List<Question> questions) throws Malformed {
    JsonNode node = JsonNode.parse(document);
    List<JsonNode> items = node.items(questions.size());
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      rows.add(row(questions.get(i), items.get(i)));
    }
    Vote vote = new Vote(rows);
    List<Breach> breaches = vote.breaches(questions);
    if (!breaches.isEmpty()) {
      Breach first = breaches.getFirst();
      throw items.get(first.question()).malformed(first.toString());
    }
    return vote;
  }

  private static List<Integer> row(Question question, JsonNode node) throws Malformed {
    List<Integer> row = new ArrayList<>();
    switch (question) {
      case Question.NonHomomorphic numbers -> {
        for (JsonNode number : node.items(numbers.answers().size())) {
          row.add((int) number.integer(0, Embedding.LARGEST));
        }
      }
      case Question.Homomorphic _, Question.Lists _ -> {
        for (JsonNode mark : question.items(node)) {
          row.add((int) mark.integer(0, 1));
        }
      }
    }
    return row;
  }

  /// Why a vote is not one that its question allows.
  ///
  /// @param question index from 0
  /// @param marked number of marks, where marks are counted
  public record Breach(int question, Kind kind, int marked, int min, int max) {
    /// What is wrong with a row.
    public enum Kind {
      ROW_LENGTH,
      BLANK_AND_MARKED,
      TOO_FEW,
      TOO_MANY,
      NUMBER_TOO_LARGE,
      NOT_MADE_HERE
    }

    @Override
    public String toString() {
      return switch (kind) {
        case ROW_LENGTH -> "the row has the wrong length";
        case BLANK_AND_MARKED -> "blank and marked at once";
        case TOO_FEW -> marked + " marked, at least " + min + " are needed";
        case TOO_MANY -> marked + " marked, at most " + max + " are allowed";
        case NUMBER_TOO_LARGE -> "a number is not from " + min + " to " + max;
        case NOT_MADE_HERE -> "ballots with a list question are checked here, but not made";
      };
    }
  }

  /// Everything that the questions forbid in this vote; empty if it can be cast.
  public List<Breach> breaches(List<Question> questions) {
    List<Breach> breaches = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      List<Integer> row = i < rows.size() ? rows.get(i) : List.of();
      Optional<Breach> breach =
          switch (questions.get(i)) {
            case Question.Homomorphic question -> ofMarks(i, question, row);
            case Question.NonHomomorphic question -> ofNumbers(i, question, row);
            case Question.Lists _ -> Optional.of(new Breach(i, Breach.Kind.NOT_MADE_HERE, 0, 0, 0));
          };
      breach.ifPresent(breaches::add);
    }
    return breaches;
  }

  private static Optional<Breach> ofMarks(
      int index, Question.Homomorphic question, List<Integer> row) {
    Breach.Kind kind = null;
    int first = question.blank() ? 1 : 0;
    boolean fits = row.size() == question.ciphertexts();
    boolean blank = fits && question.blank() && row.getFirst() == 1;
    int marked = fits ? row.subList(first, row.size()).stream().mapToInt(m -> m).sum() : 0;
    if (!fits || row.stream().anyMatch(mark -> mark != 0 && mark != 1)) {
      kind = Breach.Kind.ROW_LENGTH;
    } else if (blank && marked > 0) {
      kind = Breach.Kind.BLANK_AND_MARKED;
    } else if (!blank && marked < question.min()) {
      kind = Breach.Kind.TOO_FEW;
    } else if (!blank && marked > question.max()) {
      kind = Breach.Kind.TOO_MANY;
    }
    return Optional.ofNullable(kind)
        .map(known -> new Breach(index, known, marked, question.min(), question.max()));
  }

  private static Optional<Breach> ofNumbers(
      int index, Question.NonHomomorphic question, List<Integer> row) {
    int most = Embedding.LARGEST;
    if (row.size() != question.answers().size()) {
      return Optional.of(new Breach(index, Breach.Kind.ROW_LENGTH, 0, 0, most));
    }
    return row.stream().anyMatch(number -> number < 0 || number > most)
        ? Optional.of(new Breach(index, Breach.Kind.NUMBER_TOO_LARGE, 0, 0, most))
        : Optional.empty();
  }
}
