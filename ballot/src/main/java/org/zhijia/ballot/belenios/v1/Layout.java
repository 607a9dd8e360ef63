package org.zhijia.ballot.belenios.v1;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.zhijia.ballot.json.JsonText;

/// How the rows of a tally, a partial decryption or a result are written: an item after the other,
/// but list by list for a list question. In memory all rows are flat.
///
/// @param groups for each question the lengths of its lists; empty for a question without lists
public record Layout(List<List<Integer>> groups) {

  public Layout {
    groups = groups.stream().map(List::copyOf).toList();
  }

  public static Layout flat(int questions) {
    return new Layout(Collections.nCopies(questions, List.of()));
  }

  public static Layout of(List<Question> questions) {
    return new Layout(
        questions.stream()
            .map(question -> question instanceof Question.Lists l ? l.sizes() : List.<Integer>of())
            .toList());
  }

  /// Writes all rows as a list.
  <T> void write(JsonText json, List<List<T>> rows, Function<T, JsonText.Writable> item) {
    json.openList();
    for (int i = 0; i < rows.size(); i++) {
      List<JsonText.Writable> items = rows.get(i).stream().map(item).toList();
      if (groups.get(i).isEmpty()) {
        json.list(items);
      } else {
        writeGroups(json, groups.get(i), items);
      }
    }
    json.closeList();
  }

  /// Writes a row group by group.
  static void writeGroups(
      JsonText json, List<Integer> sizes, List<? extends JsonText.Writable> items) {
    json.openList();
    int from = 0;
    for (int size : sizes) {
      json.list(items.subList(from, from + size));
      from += size;
    }
    json.closeList();
  }
}
