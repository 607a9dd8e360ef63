package org.zhijia.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The header of a table, found among titles, notes and merged cells, with a suggestion of what
/// each of its columns is.
///
/// A header may stretch over several rows: a cell merged over two rows has its text in the upper
/// one, a heading merged over several columns stands above their own names. So each column is
/// named by its lowest text, or by the one above where that is unknown.
///
/// @param lastLine of the header; the rows after it are the content
/// @param names as written
/// @param keys for each column the key of the [Column] that it is taken for, or empty
public record Header(int lastLine, List<String> names, List<String> keys) {
  /// So many rows of a file are looked at.
  public static final int LOOK_AT = 12;

  public Header {
    names = List.copyOf(names);
    keys = List.copyOf(keys);
  }

  /// Finds it in the first rows of a file.
  ///
  /// @throws UnreadableTable if none of them looks like a header
  public static Header find(List<Row> first, List<Column> columns) throws UnreadableTable {
    Map<String, String> vocabulary = vocabulary(columns);
    int best = -1;
    long most = 0;
    for (int i = 0; i < first.size(); i++) {
      long known = known(first.get(i), vocabulary);
      if (known > most) {
        most = known;
        best = i;
      }
    }
    if (best < 0) {
      throw UnreadableTable.of(
          "前 %d 行里没有找到表头。第一行应有列名，例如“%s”。",
          "There is no header in the first %d rows. Name the columns, for example \"%s\".",
          LOOK_AT,
          columns.getFirst().label().zh());
    }
    int top = best;
    int bottom = best;
    while (bottom + 1 < first.size() && known(first.get(bottom + 1), vocabulary) > 0) {
      bottom++;
    }
    while (top > 0 && known(first.get(top - 1), vocabulary) > 0) {
      top--;
    }
    return named(first.subList(Math.max(0, top), bottom + 1), vocabulary);
  }

  private static Header named(List<Row> rows, Map<String, String> vocabulary) {
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<String> names = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int column = 0; column < width; column++) {
      String name = "";
      String key = "";
      for (Row row : rows.reversed()) {
        String cell = row.cell(column);
        name = name.isEmpty() ? cell : name;
        String found = vocabulary.getOrDefault(plain(cell), "");
        if (key.isEmpty() && !found.isEmpty() && taken.add(found)) {
          key = found;
          name = cell;
        }
      }
      names.add(name);
      keys.add(key);
    }
    return new Header(rows.getLast().line(), names, keys);
  }

  private static long known(Row row, Map<String, String> vocabulary) {
    return row.cells().stream().filter(cell -> vocabulary.containsKey(plain(cell))).count();
  }

  private static Map<String, String> vocabulary(List<Column> columns) {
    Map<String, String> vocabulary = new HashMap<>();
    for (Column column : columns) {
      vocabulary.put(plain(column.label().zh()), column.key());
      vocabulary.put(plain(column.label().en()), column.key());
      column.synonyms().forEach(synonym -> vocabulary.put(plain(synonym), column.key()));
    }
    return vocabulary;
  }

  /// "姓　名（必填）*" and "姓名" are the same header.
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\(.*?\\)|\\[.*?]", "")
        .replaceAll("[\\s*:：_\\-/.、]+", "")
        .toLowerCase(Locale.ROOT);
  }

  /// Where a column is, or -1.
  public int column(String key) {
    return keys.indexOf(key);
  }

  /// The same header with another mapping, as an officer corrected it.
  public Header with(List<String> corrected) {
    return new Header(lastLine, names, corrected);
  }
}
