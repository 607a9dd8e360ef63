package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// A vote in the clear: for each question a row of 0 and 1, one for each answer, preceded by the
/// blank mark where the question allows blank. `[[0,1,0,1],[1,0,0]]`.
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
      List<Integer> row = new ArrayList<>();
      for (JsonNode mark : items.get(i).items(questions.get(i).ciphertexts())) {
        row.add((int) mark.integer(0, 1));
      }
      rows.add(row);
    }
    Vote vote = new Vote(rows);
    List<Breach> breaches = vote.breaches(questions);
    if (!breaches.isEmpty()) {
      Breach first = breaches.getFirst();
      throw items.get(first.question()).malformed(first.toString());
    }
    return vote;
  }

  /// Why a vote is not one that its question allows.
  ///
  /// @param question index from 0
  public record Breach(int question, Kind kind, int marked, int min, int max) {
    /// What is wrong with a row.
    public enum Kind {
      ROW_LENGTH,
      BLANK_AND_MARKED,
      TOO_FEW,
      TOO_MANY
    }

    @Override
    public String toString() {
      return switch (kind) {
        case ROW_LENGTH -> "the row has the wrong length";
        case BLANK_AND_MARKED -> "blank and marked at once";
        case TOO_FEW -> marked + " marked, at least " + min + " are needed";
        case TOO_MANY -> marked + " marked, at most " + max + " are allowed";
      };
    }
  }

  /// Everything that the questions forbid in this vote; empty if it can be cast.
  public List<Breach> breaches(List<Question> questions) {
    List<Breach> breaches = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      List<Integer> row = i < rows.size() ? rows.get(i) : List.of();
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
      if (kind != null) {
        breaches.add(new Breach(i, kind, marked, question.min(), question.max()));
      }
    }
    return breaches;
  }
}
