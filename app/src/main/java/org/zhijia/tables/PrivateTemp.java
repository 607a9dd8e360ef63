package org.zhijia.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/// Where rows of a spreadsheet lie while its file is written: in a directory that only the user of
/// this process may read. The library's own choice, one directory for everybody on the machine,
/// lets others read names and keeps a second user's server from writing at all.
final class PrivateTemp {
  static {
    try {
      Path directory = Files.createTempDirectory("zhijia-tables-");
      directory.toFile().deleteOnExit();
      TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(directory.toFile()));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private PrivateTemp() {}

  /// From now on, in this process. Called more than once it does nothing more.
  static void use() {}
}
