package org.zhijia.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads a CSV or XLSX file row by row, in memory that does not grow with it. What it is, its first
/// bytes tell, not its name.
public final class TableFile {
  static final int MOST_COLUMNS = 200;
  static final int LONGEST_CELL = 4_000;
  static final int MOST_ROWS = 2_000_000;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private TableFile() {}

  /// Hands over every row that is not blank.
  ///
  /// @throws UnreadableTable if it is no table, too large, or made to do harm
  public static void read(Path file, RowSink sink) throws IOException, UnreadableTable {
    byte[] start = start(file);
    RowSink limited = limited(sink);
    if (Arrays.equals(start, ZIP)) {
      XlsxRows.read(file, limited);
    } else if (Arrays.equals(start, OLD_EXCEL)) {
      throw UnreadableTable.of(
          "这是旧版 Excel（.xls）或加了密码的文件。请用 Excel 或 WPS 打开，另存为“.xlsx”，不要设密码。",
          "This is an old Excel file (.xls) or one with a password."
              + " Open it and save it as .xlsx without a password.");
    } else {
      CsvRows.read(file, limited);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ZIP.length);
    }
  }

  private static RowSink limited(RowSink sink) {
    int[] rows = {0};
    return row -> {
      if (row.isBlank()) {
        return;
      }
      if (++rows[0] > MOST_ROWS) {
        throw UnreadableTable.of(
            "文件超过 %d 行，请分成几份。", "The file has more than %d rows: split it.", MOST_ROWS);
      }
      check(row);
      sink.take(row);
    };
  }

  private static void check(Row row) throws UnreadableTable {
    if (row.cells().size() > MOST_COLUMNS) {
      throw UnreadableTable.of(
          "第 %d 行超过 %d 列，请检查分隔符。",
          "Line %d has more than %d columns: look at the separators.", row.line(), MOST_COLUMNS);
    }
    if (row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
      throw UnreadableTable.of(
          "第 %d 行有一格超过 %d 个字，请检查引号是否成对。",
          "Line %d has a cell of more than %d characters: look for a quote without its pair.",
          row.line(),
          LONGEST_CELL);
    }
  }
}
