package org.zhijia.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.zhijia.tables.Header;
import org.zhijia.tables.UnreadableTable;

/// What differs between imports of one kind and another: how rows are read, and how they are taken
/// over. All calls are made within a transaction.
interface ImportRows {
  ImportKind kind();

  /// The one for this kind.
  static ImportRows of(ImportKind kind, List<ImportRows> all) {
    return all.stream().filter(rows -> rows.kind() == kind).findFirst().orElseThrow();
  }

  /// Reads the file and keeps every row with its verdict, which [ImportStore] counts.
  ///
  /// @param progress is told how many rows were read
  void preview(Import wanted, Path file, Header header, LongConsumer progress)
      throws IOException, UnreadableTable;

  /// Adds the good rows to the register.
  ///
  /// @return how many were added
  long take(Import wanted);
}
