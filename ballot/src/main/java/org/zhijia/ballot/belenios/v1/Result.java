package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// The decrypted sums by question and choice (the blank mark first, where a question has one).
///
/// Source: Belenios specification 3.1, section 4.21.
public record Result(List<List<Long>> rows) implements JsonText.Writable {

  public Result {
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static Result read(List<Question> questions, byte[] document) throws Malformed {
    JsonNode node = JsonNode.parse(document).only("result");
    List<JsonNode> items = node.field("result").items(questions.size());
    List<List<Long>> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Long> row = new ArrayList<>();
      for (JsonNode item : items.get(i).items(questions.get(i).ciphertexts())) {
        row.add(Weight.read(item));
      }
      rows.add(row);
    }
    return new Result(rows);
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("result").openList();
    for (List<Long> row : rows) {
      json.openList();
      row.forEach(sum -> Weight.write(json, sum));
      json.closeList();
    }
    json.closeList().close();
  }
}
