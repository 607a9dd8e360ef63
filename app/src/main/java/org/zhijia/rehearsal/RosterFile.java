package org.zhijia.rehearsal;

import java.nio.file.Path;
import java.util.List;
import org.zhijia.tables.Column;

/// Reads a roster of delegates, under Chinese headers or English ones.
final class RosterFile {
  private static final List<Column> COLUMNS =
      List.of(
          Column.required("name", "姓名", "name", "代表姓名"),
          Column.of("gender", "性别", "gender", "sex"),
          Column.of("ethnicity", "民族", "ethnicity"),
          Column.of("birth", "出生年月", "birth", "出生日期", "birth date"),
          Column.of("party", "政治面貌", "party", "political status"),
          Column.of("unit", "单位", "unit", "选举单位", "工作单位", "electing unit"),
          Column.of("post", "职务", "post", "单位及职务", "position"),
          Column.of("category", "代表类别", "category", "类别", "代表类型"),
          Column.of("phone", "手机", "phone", "手机号码", "联系电话", "telephone"));

  private RosterFile() {}

  static List<Person> read(Path file) {
    InputTable table = InputTable.read(file, COLUMNS);
    return table.rows().stream().map(RosterFile::person).toList();
  }

  private static Person person(InputTable.Line line) {
    return new Person(
        line.get("name"),
        line.get("gender"),
        line.get("ethnicity"),
        line.get("birth"),
        line.get("party"),
        line.get("unit"),
        line.get("post"),
        line.get("category"),
        line.get("phone"));
  }
}
