package org.zhijia.operation.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup says of itself: the head before the tables, the closing after them.
final class Manifest {
  private Manifest() {}

  /// @param product the release that made it
  /// @param madeAt an instant of ISO 8601
  /// @param postgres the database's version
  /// @param migrations those that the tables had been through, in order
  /// @param fieldKey wrapped, Base64; none if the installation had none
  record Head(
      String product,
      String madeAt,
      String postgres,
      List<Migration> migrations,
      @Nullable String fieldKey) {}

  record Migration(String version, @Nullable Integer checksum) {}

  /// @param columns in the order of the rows
  record Table(String schema, String name, List<String> columns) {
    String qualified() {
      return schema + "." + name;
    }
  }

  /// @param lastValue none if nothing was drawn from it yet
  record Sequence(String schema, String name, @Nullable Long lastValue) {}

  /// @param sha256 of the rows as they stand in the file, in hexadecimal
  record Counted(String table, long rows, String sha256) {}

  record Closing(List<Sequence> sequences, List<Counted> tables) {
    long rows() {
      return tables.stream().mapToLong(Counted::rows).sum();
    }
  }
}
