package org.zhijia.tables;

import java.util.List;

/// One row of a file.
///
/// @param line its number as a spreadsheet or an editor shows it, from 1
/// @param cells as text, without spaces around; dates as `1990-05-01`
public record Row(int line, List<String> cells) {
  public Row {
    cells = List.copyOf(cells);
  }

  /// The text of a column, empty where the row is shorter.
  public String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  public boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
