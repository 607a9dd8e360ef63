package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// A homomorphic question: of `answers`, a voter marks at least `min` and at most `max`, or, if
/// `blank` is allowed, none at all by a blank vote. Only the sums are ever decrypted.
///
/// Source: Belenios specification 3.1, section 4.9.1. The other kinds (`NonHomomorphic`, `Lists`)
/// are refused by name when an election is read.
///
/// @param text what is asked
/// @param answers what may be marked, in ballot order; at least one
/// @param blank whether a blank vote is allowed
/// @param min least number of marks of a vote that is not blank
/// @param max greatest number of marks
public record Question(String text, List<String> answers, boolean blank, int min, int max)
    implements JsonText.Writable {

  /// More answers than this are refused: the proofs of one ballot would not fit the size limit.
  public static final int MOST_ANSWERS = 4096;

  public Question {
    answers = List.copyOf(answers);
    if (answers.isEmpty() || answers.size() > MOST_ANSWERS) {
      throw new IllegalArgumentException("a question has 1 to " + MOST_ANSWERS + " answers");
    }
    if (min < 0 || min > max || max > answers.size()) {
      throw new IllegalArgumentException(
          "0 <= min <= max <= " + answers.size() + " is broken: " + min + ".." + max);
    }
  }

  /// Number of ciphertexts of an answer: one for each choice, and a leading one for blank.
  public int ciphertexts() {
    return answers.size() + (blank ? 1 : 0);
  }

  /// Number of branches of the overall proof: max − min + 1, and a leading one for blank.
  public int overallBranches() {
    return max - min + 1 + (blank ? 1 : 0);
  }

  public static Question read(JsonNode node) throws Malformed {
    if (node.optional("type").isPresent()) {
      throw node.malformed(
          "questions of type \"" + node.field("type").text() + "\" are not supported");
    }
    List<String> answers = new ArrayList<>();
    for (JsonNode answer : node.field("answers").items()) {
      answers.add(answer.text());
    }
    var blank = node.optional("blank");
    int min = (int) node.field("min").integer(0, MOST_ANSWERS);
    int max = (int) node.field("max").integer(0, MOST_ANSWERS);
    try {
      return new Question(
          node.field("question").text(),
          answers,
          blank.isPresent() && blank.get().flag(),
          min,
          max);
    } catch (IllegalArgumentException outOfBounds) {
      throw new Malformed(node.path(), String.valueOf(outOfBounds.getMessage()), outOfBounds);
    }
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("answers").texts(answers);
    if (blank) {
      json.field("blank").flag(true);
    }
    json.field("min").number(min).field("max").number(max).field("question").text(text).close();
  }
}
