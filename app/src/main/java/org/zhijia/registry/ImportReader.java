package org.zhijia.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhijia.statute.Text;
import org.zhijia.tables.Column;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;
import org.zhijia.tables.TableFile;
import org.zhijia.tables.UnreadableTable;

/// Reads files in the background, each in one transaction: an end of the server in between leaves
/// nothing of it, and reading begins anew at the next start.
@Component
class ImportReader {
  private static final Logger LOG = LoggerFactory.getLogger(ImportReader.class);
  private static final Text OUR_FAULT =
      new Text(
          "读取时出了问题，没有保存任何内容。请再试一次；如果仍然出错，请联系管理员。",
          "Something went wrong while reading; nothing was kept. Try again; if it happens again,"
              + " tell the administrator.");

  private final ImportStore store;
  private final FieldSeal seal;
  private final TransactionTemplate transaction;
  private final List<ImportRows> rows;
  private final Map<Long, Long> rowsRead = new ConcurrentHashMap<>();

  ImportReader(
      ImportStore store, FieldSeal seal, TransactionTemplate transaction, List<ImportRows> rows) {
    this.store = store;
    this.seal = seal;
    this.transaction = transaction;
    this.rows = rows;
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    store.reading().forEach(this::start);
  }

  @Scheduled(fixedDelayString = "PT6H")
  void forgetOld() {
    store.forgetOld();
  }

  void start(long id) {
    Thread.ofVirtual().name("import-" + id).start(() -> read(id));
  }

  long rowsRead(long id) {
    return rowsRead.getOrDefault(id, 0L);
  }

  private void read(long id) {
    try {
      transaction.executeWithoutResult(status -> readInTransaction(id));
    } catch (Refused refused) {
      store.unreadable(id, refused.reason.text());
    } catch (RuntimeException failure) {
      LOG.error("import {} failed", id, failure);
      store.unreadable(id, OUR_FAULT);
    } finally {
      rowsRead.remove(id);
    }
  }

  private void readInTransaction(long id) {
    Import wanted = store.locked(id).orElseThrow();
    if (wanted.state() != ImportState.READING) {
      return;
    }
    Path file = null;
    try {
      file = Files.createTempFile("zhijia-import", ".tmp");
      Files.write(file, seal.opened(store.sealedFile(id).orElseThrow()));
      Header header = header(file, wanted);
      store.clearRows(wanted);
      ImportRows.of(wanted.kind(), rows)
          .preview(wanted, file, header, read -> rowsRead.put(id, read));
      store.previewed(id, header, store.tally(wanted, 0));
    } catch (UnreadableTable reason) {
      throw new Refused(reason);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    } finally {
      delete(file);
    }
  }

  /// Rolls the transaction back with a reason for the officer.
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient UnreadableTable reason;

    Refused(UnreadableTable reason) {
      super(null, null, false, false);
      this.reason = reason;
    }
  }

  /// The header as found, with the officer's own mapping where there is one; the columns without
  /// which nothing can be done must be there.
  private static Header header(Path file, Import wanted) throws IOException, UnreadableTable {
    List<Row> first = new ArrayList<>();
    TableFile.read(
        file,
        row -> {
          if (first.size() < Header.LOOK_AT) {
            first.add(row);
          }
        });
    List<Column> columns = wanted.kind().columns();
    Header found = Header.find(first, columns);
    List<String> corrected = wanted.header().keys();
    return corrected.size() == found.names().size() ? found.with(corrected) : found;
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      LOG.warn("a temporary file could not be deleted: {}", stays.getClass().getSimpleName());
    }
  }
}
