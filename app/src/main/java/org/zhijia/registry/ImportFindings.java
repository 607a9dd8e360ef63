package org.zhijia.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhijia.registry.Import.Line;
import org.zhijia.tables.TableFile;
import org.zhijia.tables.TableWriter;
import org.zhijia.tables.UnreadableTable;

/// Gives the rows that stay out back, to be corrected and uploaded again.
@Component
class ImportFindings {
  private static final int ALL = Integer.MAX_VALUE;

  private final ImportStore store;
  private final FieldSeal seal;

  ImportFindings(ImportStore store, FieldSeal seal) {
    this.store = store;
    this.seal = seal;
  }

  /// The rows as they were sent, with a last column 问题 that says what is wrong.
  void write(Import of, OutputStream out) throws IOException {
    Map<Integer, String> problems = new HashMap<>();
    for (Line line : store.lines(of, Verdict.BAD, 0, ALL)) {
      String text = line.findings().stream().map(RowFinding::zh).collect(Collectors.joining(" "));
      problems.put(line.line(), text);
    }
    try (TableWriter writer = TableWriter.csv(out)) {
      writer.write(with(of.header().names(), of.header().names().size(), "问题"));
      var sealed = store.sealedFile(of.id());
      if (sealed.isPresent()) {
        copy(seal.opened(sealed.get()), of.header().names().size(), problems, writer);
      }
    }
  }

  private static void copy(
      byte[] content, int width, Map<Integer, String> problems, TableWriter writer)
      throws IOException {
    Path file = Files.createTempFile("zhijia-import", ".tmp");
    try {
      Files.write(file, content);
      TableFile.read(
          file,
          row -> {
            String problem = problems.get(row.line());
            if (problem != null) {
              write(writer, with(row.cells(), width, problem));
            }
          });
    } catch (UnreadableTable changed) {
      throw new IOException(changed);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void write(TableWriter writer, List<String> cells) {
    try {
      writer.write(cells);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static List<String> with(List<String> cells, int width, String last) {
    List<String> all = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
    while (all.size() < width) {
      all.add("");
    }
    all.add(last);
    return all;
  }
}
