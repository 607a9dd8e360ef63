package org.zhijia.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhijia.operation.CannotRun;
import org.zhijia.tables.Column;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;
import org.zhijia.tables.TableFile;
import org.zhijia.tables.UnreadableTable;

/// A file that the person who rehearses gave: CSV in any encoding in use, or XLSX.
record InputTable(Header header, List<Line> rows) {
  InputTable {
    rows = List.copyOf(rows);
  }

  /// One row below the header.
  ///
  /// @param whole whether it has as many fields as the header
  record Line(int number, Header header, Row row, boolean whole) {
    String get(String key) {
      return row.cell(header.column(key));
    }
  }

  /// @throws CannotRun if the file cannot be read, or lacks a column that must be there
  static InputTable read(Path file, List<Column> columns) {
    List<Row> rows = new ArrayList<>();
    try {
      TableFile.read(file, rows::add);
      Header header = Header.find(rows.subList(0, Math.min(rows.size(), Header.LOOK_AT)), columns);
      for (Column column : columns) {
        if (column.required() && header.column(column.key()) < 0) {
          throw new CannotRun(
              "rehearse.no-column", file, column.label().zh() + "/" + column.label().en());
        }
      }
      return new InputTable(header, below(header, rows));
    } catch (UnreadableTable unreadable) {
      throw new CannotRun("rehearse.unreadable", file, unreadable.text());
    } catch (IOException missing) {
      throw new CannotRun("unreadable", file);
    }
  }

  private static List<Line> below(Header header, List<Row> rows) {
    int width = header.names().size();
    return rows.stream()
        .filter(row -> row.line() > header.lastLine())
        .map(row -> new Line(row.line(), header, row, row.cells().size() == width))
        .toList();
  }
}
