package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// What is asked, of one of three kinds. Of the first and the last only sums are ever decrypted; of
/// the second every answer is, after the answers have been shuffled.
///
/// Source: Belenios specification 3.1, section 4.9.
public sealed interface Question extends JsonText.Writable {

  /// More answers than this are refused: the proofs of one ballot would not fit the size limit.
  int MOST_ANSWERS = 4096;

  /// What is asked.
  String text();

  /// What may be marked or given a number, in ballot order; at least one.
  List<String> answers();

  /// Number of ciphertexts of one voter's answer.
  int ciphertexts();

  /// The items of a row with one item for each sum, or for each voter's answer, in order; the row
  /// of a list question is read list by list.
  List<JsonNode> items(JsonNode row) throws Malformed;

  /// Marks, at least `min` and at most `max`, or, if `blank` is allowed, none at all by a blank
  /// vote. Section 4.9.1.
  ///
  /// @param blank whether a blank vote is allowed
  /// @param min least number of marks of a vote that is not blank
  /// @param max greatest number of marks
  record Homomorphic(String text, List<String> answers, boolean blank, int min, int max)
      implements Question {

    public Homomorphic {
      answers = List.copyOf(answers);
      demandCount(answers);
      if (min < 0 || min > max || max > answers.size()) {
        throw new IllegalArgumentException(
            "0 <= min <= max <= " + answers.size() + " is broken: " + min + ".." + max);
      }
    }

    /// One ciphertext for each choice, and a leading one for blank.
    @Override
    public int ciphertexts() {
      return answers.size() + (blank ? 1 : 0);
    }

    /// Number of branches of the overall proof: max − min + 1, and a leading one for blank.
    public int overallBranches() {
      return max - min + 1 + (blank ? 1 : 0);
    }

    @Override
    public List<JsonNode> items(JsonNode row) throws Malformed {
      return row.items(ciphertexts());
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

  /// A number from 0 to 255 for each answer. All rows of numbers are decrypted one by one, after
  /// shuffling: nobody learns whose they are, but an uncommon row may tell by itself. Section
  /// 4.9.2; what the field `extra` says of counting is not kept.
  record NonHomomorphic(String text, List<String> answers) implements Question {
    private static final String TYPE = "NonHomomorphic";

    public NonHomomorphic {
      answers = List.copyOf(answers);
      demandCount(answers);
    }

    @Override
    public int ciphertexts() {
      return 1;
    }

    @Override
    public List<JsonNode> items(JsonNode row) throws Malformed {
      return row.items();
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("type").text(TYPE).field("value").open();
      json.field("answers").texts(answers).field("question").text(text).close().close();
    }
  }

  /// One list, and in it at least one candidate. Section 4.9.3.
  ///
  /// @param lists the name of each list, followed by its candidates
  record Lists(String text, List<List<String>> lists) implements Question {
    private static final String TYPE = "Lists";

    public Lists {
      lists = lists.stream().map(List::copyOf).toList();
      demandCount(lists.stream().flatMap(List::stream).toList());
      if (lists.stream().anyMatch(list -> list.size() < 2)) {
        throw new IllegalArgumentException("a list has a name and at least one candidate");
      }
    }

    /// Lists and candidates, one after the other.
    @Override
    public List<String> answers() {
      return lists.stream().flatMap(List::stream).toList();
    }

    @Override
    public int ciphertexts() {
      return lists.stream().mapToInt(List::size).sum();
    }

    /// Length of each list, its name included.
    public List<Integer> sizes() {
      return lists.stream().map(List::size).toList();
    }

    @Override
    public List<JsonNode> items(JsonNode row) throws Malformed {
      List<JsonNode> items = new ArrayList<>();
      List<JsonNode> rows = row.items(lists.size());
      for (int i = 0; i < rows.size(); i++) {
        items.addAll(rows.get(i).items(lists.get(i).size()));
      }
      return items;
    }

    @Override
    public void writeTo(JsonText json) {
      json.open().field("type").text(TYPE).field("value").open().field("answers").openList();
      lists.forEach(json::texts);
      json.closeList().field("question").text(text).close().close();
    }
  }

  /// Reads a question that a group can hold.
  static Question read(Group group, JsonNode node) throws Malformed {
    Question question = read(node);
    if (question instanceof NonHomomorphic) {
      int most = group.embedding().map(Embedding::most).orElse(0);
      if (question.answers().size() > most) {
        throw node.malformed(
            most == 0
                ? "the group " + group.name() + " cannot hold a NonHomomorphic question"
                : "a NonHomomorphic question in " + group.name() + " has at most " + most);
      }
    }
    return question;
  }

  static Question read(JsonNode node) throws Malformed {
    try {
      if (node.optional("type").isEmpty()) {
        return homomorphic(node);
      }
      JsonNode value = node.field("value");
      String text = value.field("question").text();
      return switch (node.field("type").text()) {
        case NonHomomorphic.TYPE -> new NonHomomorphic(text, texts(value.field("answers")));
        case Lists.TYPE -> {
          List<List<String>> lists = new ArrayList<>();
          for (JsonNode list : value.field("answers").items()) {
            lists.add(texts(list));
          }
          yield new Lists(text, lists);
        }
        default ->
            throw node.malformed(
                "questions of type \"" + node.field("type").text() + "\" are not supported");
      };
    } catch (IllegalArgumentException outOfBounds) {
      throw new Malformed(node.path(), String.valueOf(outOfBounds.getMessage()), outOfBounds);
    }
  }

  private static Question homomorphic(JsonNode node) throws Malformed {
    var blank = node.optional("blank");
    return new Homomorphic(
        node.field("question").text(),
        texts(node.field("answers")),
        blank.isPresent() && blank.get().flag(),
        (int) node.field("min").integer(0, MOST_ANSWERS),
        (int) node.field("max").integer(0, MOST_ANSWERS));
  }

  private static List<String> texts(JsonNode node) throws Malformed {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node.items()) {
      texts.add(item.text());
    }
    return texts;
  }

  private static void demandCount(List<String> answers) {
    if (answers.isEmpty() || answers.size() > MOST_ANSWERS) {
      throw new IllegalArgumentException("a question has 1 to " + MOST_ANSWERS + " answers");
    }
  }
}
