package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// What was decrypted: for each question its sums by choice (the blank mark first, where a question
/// has one), or, where answers were shuffled, each answer's numbers.
///
/// Source: Belenios specification 3.1, section 4.21.
///
/// @param rows by question the sums; empty where answers were shuffled
/// @param answers by question the answers in shuffled order, each a row of numbers; empty where
///     marks were summed
public record Result(List<List<Long>> rows, List<List<List<Integer>>> answers, Layout layout)
    implements JsonText.Writable {

  public Result {
    rows = rows.stream().map(List::copyOf).toList();
    answers = answers.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
  }

  /// The result of an election of marks.
  public Result(List<List<Long>> rows) {
    this(rows, Collections.nCopies(rows.size(), List.of()), Layout.flat(rows.size()));
  }

  public Result(
      List<Question> questions, List<List<Long>> rows, List<List<List<Integer>>> answers) {
    this(rows, answers, Layout.of(questions));
  }

  public static Result read(List<Question> questions, byte[] document) throws Malformed {
    JsonNode node = JsonNode.parse(document, JsonLimits.SETUP).only("result");
    List<JsonNode> items = node.field("result").items(questions.size());
    List<List<Long>> rows = new ArrayList<>();
    List<List<List<Integer>>> answers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Question question = questions.get(i);
      List<Long> row = new ArrayList<>();
      List<List<Integer>> ofQuestion = new ArrayList<>();
      for (JsonNode item : question.items(items.get(i))) {
        if (question instanceof Question.NonHomomorphic) {
          ofQuestion.add(numbers(item, question.answers().size()));
        } else {
          row.add(Weight.read(item));
        }
      }
      rows.add(row);
      answers.add(ofQuestion);
    }
    return new Result(questions, rows, answers);
  }

  private static List<Integer> numbers(JsonNode node, int count) throws Malformed {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode number : node.items(count)) {
      numbers.add((int) number.integer(0, Embedding.LARGEST));
    }
    return numbers;
  }

  @Override
  public void writeTo(JsonText json) {
    List<List<JsonText.Writable>> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<JsonText.Writable> row = new ArrayList<>();
      rows.get(i).forEach(sum -> row.add(text -> Weight.write(text, sum)));
      answers.get(i).forEach(numbers -> row.add(text -> write(text, numbers)));
      all.add(row);
    }
    json.open().field("result");
    layout.write(json, all, item -> item);
    json.close();
  }

  private static void write(JsonText json, List<Integer> numbers) {
    json.openList();
    numbers.forEach(json::number);
    json.closeList();
  }
}
