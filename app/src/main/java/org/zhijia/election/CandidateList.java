package org.zhijia.election;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijia.tables.Column;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;
import org.zhijia.tables.TableFile;
import org.zhijia.tables.UnreadableTable;
import org.zhijia.tables.WrittenName;

/// Reads candidates from a spreadsheet or from typed lines. Without a header the columns are taken
/// in their usual order, so that a plain list of names will do.
final class CandidateList {
  static final List<Column> COLUMNS =
      List.of(
          Column.required("name", "姓名", "name"),
          Column.of("gender", "性别", "gender", "sex"),
          Column.of("ethnicity", "民族", "ethnicity"),
          Column.of("birth", "出生年月", "birth", "出生日期"),
          Column.of("party", "政治面貌", "party"),
          Column.of("unit", "单位", "unit", "工作单位", "所在单位"),
          Column.of("post", "职务", "post", "职务职称"),
          Column.of("note", "简历", "note", "简介", "cv"),
          Column.of("circumstances", "情形", "circumstances", "不宜情形"));

  private CandidateList() {}

  /// @param consented whether all of them agreed to stand
  static List<Candidate> read(Path file, boolean consented) throws IOException, UnreadableTable {
    List<Row> rows = new ArrayList<>();
    TableFile.read(file, rows::add);
    List<String> keys = COLUMNS.stream().map(Column::key).toList();
    int after = 0;
    try {
      List<Row> first = rows.subList(0, Math.min(rows.size(), Header.LOOK_AT));
      Header header = Header.find(first, COLUMNS);
      keys = header.keys();
      after = header.lastLine();
    } catch (UnreadableTable withoutHeader) {
      // a plain list: the usual order
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Row row : rows) {
      if (row.line() > after) {
        candidate(row, keys, consented).ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  /// Typed lines are a small file.
  static List<Candidate> read(String typed, boolean consented) throws IOException, UnreadableTable {
    Path file = Files.createTempFile("zhijia-candidates-", ".csv");
    try {
      Files.writeString(file, typed.replace('，', ',').replace('\t', ',').strip() + "\n");
      return read(file, consented);
    } finally {
      Files.delete(file);
    }
  }

  private static java.util.Optional<Candidate> candidate(
      Row row, List<String> keys, boolean consented) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      values.put(keys.get(i), row.cell(i));
    }
    String name = WrittenName.plain(values.getOrDefault("name", ""));
    if (name.isEmpty()) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        new Candidate(
            0,
            name,
            values.getOrDefault("gender", ""),
            values.getOrDefault("ethnicity", ""),
            values.getOrDefault("birth", ""),
            values.getOrDefault("party", ""),
            values.getOrDefault("unit", ""),
            values.getOrDefault("post", ""),
            values.getOrDefault("note", ""),
            circumstances(values.getOrDefault("circumstances", "")),
            consented));
  }

  private static List<Candidate.Circumstance> circumstances(String written) {
    return Arrays.stream(Candidate.Circumstance.values())
        .filter(
            each ->
                written.contains(each.label().zh())
                    || written.contains(each.label().en())
                    || written.contains(each.fact()))
        .toList();
  }
}
