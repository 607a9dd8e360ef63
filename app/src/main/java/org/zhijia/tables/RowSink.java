package org.zhijia.tables;

import java.io.IOException;

/// Takes the rows of a file one by one.
@FunctionalInterface
public interface RowSink {
  /// @throws UnreadableTable if the rows turn out not to be what is wanted
  void take(Row row) throws IOException, UnreadableTable;
}
