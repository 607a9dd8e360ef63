package org.zhijia.congress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhijia.statute.Text;
import org.zhijia.tables.Column;
import org.zhijia.tables.Dates;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;
import org.zhijia.tables.TableFile;
import org.zhijia.tables.UnreadableTable;

/// Reads delegates from a CSV or XLSX file, row by row with what is wrong in each.
final class DelegateReading {
  private static final int MOST = 20_000;

  /// Spaces that were put between two characters of a name so that columns line up.
  private static final String BETWEEN_HAN = "(?<=\\p{IsHan})\\s+(?=\\p{IsHan})";

  static final List<Column> COLUMNS =
      List.of(
          Column.required("name", "姓名", "Name", "代表姓名"),
          Column.of("gender", "性别", "Gender", "sex"),
          Column.of("ethnicity", "民族", "Ethnicity"),
          Column.of("birth", "出生年月", "Birth", "出生日期", "birth date"),
          Column.of("party", "政治面貌", "Party", "political status"),
          Column.of("unit", "单位", "Unit", "选举单位", "工作单位", "electing unit"),
          Column.of("post", "职务", "Post", "单位及职务", "position"),
          Column.of("category", "代表类别", "Category", "类别", "代表类型"),
          Column.of("phone", "手机", "Phone", "手机号码", "联系电话", "telephone"));

  private DelegateReading() {}

  /// One row and what is wrong with it.
  record Read(int line, Delegates.Form form, List<Ground> findings) {
    public boolean isGood() {
      return findings.isEmpty();
    }
  }

  static List<Read> read(byte[] file) throws IOException, UnreadableTable {
    Path temp = Files.createTempFile("zhijia-delegates", ".tmp");
    try {
      Files.write(temp, file);
      List<Row> rows = new ArrayList<>();
      TableFile.read(
          temp,
          row -> {
            if (rows.size() < MOST) {
              rows.add(row);
            }
          });
      Header header = Header.find(rows.subList(0, Math.min(rows.size(), Header.LOOK_AT)), COLUMNS);
      return rows.stream()
          .filter(row -> row.line() > header.lastLine())
          .map(row -> read(row, header))
          .toList();
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  private static Read read(Row row, Header header) {
    Delegates.Form form =
        new Delegates.Form(
            cell(row, header, "name").replaceAll(BETWEEN_HAN, ""),
            cell(row, header, "gender"),
            cell(row, header, "ethnicity"),
            cell(row, header, "birth"),
            cell(row, header, "party"),
            cell(row, header, "unit"),
            cell(row, header, "post"),
            cell(row, header, "category"),
            cell(row, header, "phone"),
            Standing.DELEGATE);
    return new Read(row.line(), form, check(form));
  }

  private static String cell(Row row, Header header, String key) {
    return row.cell(header.column(key));
  }

  /// Everything that stands against a row or a form.
  static List<Ground> check(Delegates.Form form) {
    List<Ground> grounds = new ArrayList<>();
    if (form.name().isBlank() || form.name().length() > 40) {
      grounds.add(Ground.of("缺少姓名", "The name is missing"));
    }
    if (!isSex(form.gender())) {
      grounds.add(Ground.of("性别应为男或女，现为“%s”", "Gender is \"%s\": 男 or 女", form.gender()));
    }
    if (!form.birth().isBlank() && Dates.read(form.birth()).isEmpty()) {
      grounds.add(Ground.of("“%s”不是日期", "\"%s\" is no date", form.birth()));
    }
    if (form.standing() == Standing.DELEGATE && form.unit().isBlank()) {
      grounds.add(
          Ground.by(
              Articles.UNIT_ELECTION, "正式代表须有选举单位", "A delegate is elected by a unit: name it"));
    }
    String digits = form.phone().replaceAll("[\\s-]", "");
    if (!digits.isEmpty() && !digits.matches("\\+?\\d{7,15}")) {
      grounds.add(Ground.of("“%s”不是电话号码", "\"%s\" is no telephone number", form.phone()));
    }
    return grounds;
  }

  private static boolean isSex(String written) {
    return isFemale(written)
        || List.of("男", "m", "male").contains(written.strip().toLowerCase(Locale.ROOT));
  }

  static boolean isFemale(String written) {
    return List.of("女", "f", "female").contains(written.strip().toLowerCase(Locale.ROOT));
  }

  /// What a file's preview says of its columns.
  static Text columnsHint() {
    return new Text(
        String.join("、", COLUMNS.stream().map(each -> each.label().zh()).toList()),
        String.join(", ", COLUMNS.stream().map(each -> each.label().en()).toList()));
  }
}
