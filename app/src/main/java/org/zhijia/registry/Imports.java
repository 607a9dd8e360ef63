package org.zhijia.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhijia.registry.Import.Line;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Files of organisations and members on their way into the register: looked at first, row by row,
/// and taken over as a whole or not at all.
@Service
public class Imports {
  static final int PAGE = 100;

  private final ImportStore store;
  private final ImportReader reader;
  private final Organisations organisations;
  private final FieldSeal seal;
  private final ObjectProvider<Permit> permit;
  private final ApplicationEventPublisher acts;
  private final TransactionTemplate transaction;
  private final List<ImportRows> rows;

  Imports(
      ImportStore store,
      ImportReader reader,
      Organisations organisations,
      FieldSeal seal,
      ObjectProvider<Permit> permit,
      ApplicationEventPublisher acts,
      TransactionTemplate transaction,
      List<ImportRows> rows) {
    this.store = store;
    this.reader = reader;
    this.organisations = organisations;
    this.seal = seal;
    this.permit = permit;
    this.acts = acts;
    this.transaction = transaction;
    this.rows = rows;
  }

  /// Keeps a file, encrypted, and begins to read it.
  ///
  /// @return the import's id
  long receive(ImportKind kind, long organisation, String fileName, byte[] file) {
    permit.getObject().demand(Task.IMPORT, path(organisation));
    long by = permit.getObject().signedIn().account();
    long id =
        store.add(
            new ImportStore.Upload(kind, organisation, shortened(fileName), by),
            digest(file),
            seal.seal(file));
    reader.start(id);
    return id;
  }

  /// @throws NotThere if there is none, or not for this actor
  Import see(long id) {
    Import found = store.find(id).orElseThrow(NotThere::new);
    permit.getObject().demand(Task.IMPORT, path(found.organisation()));
    return found;
  }

  List<Import> recent() {
    return organisations.actingFor().map(top -> store.of(top.path(), 30)).orElse(List.of());
  }

  List<Line> lines(Import shown, Verdict verdict, int after) {
    return store.lines(shown, verdict, after, PAGE + 1);
  }

  boolean isReading(long id) {
    return store.find(id).map(Import::state).filter(ImportState.READING::equals).isPresent();
  }

  long rowsRead(long id) {
    return reader.rowsRead(id);
  }

  /// Reads it again with the columns as an officer understands them.
  ///
  /// @param keys for each column the key of what it is, or empty; the first of two alike counts
  void map(long id, List<String> keys) {
    Import found = see(id);
    Set<String> known = new HashSet<>();
    found.kind().columns().forEach(column -> known.add(column.key()));
    List<String> mapping = keys.stream().map(key -> known.remove(key) ? key : "").toList();
    if (found.isOpen() && mapping.size() == found.header().names().size()) {
      store.readAgain(id, mapping);
      reader.start(id);
    }
  }

  /// Takes the good rows over, all of them or none.
  void take(long id) {
    see(id);
    boolean done =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  Import locked = store.locked(id).orElseThrow(NotThere::new);
                  if (locked.state() != ImportState.PREVIEWED) {
                    return false;
                  }
                  long added = ImportRows.of(locked.kind(), rows).take(locked);
                  store.taken(id, store.tally(locked, added));
                  record(locked, added);
                  return true;
                }));
    if (done && see(id).tally().bad() == 0) {
      store.forget(id);
    }
  }

  private void record(Import taken, long added) {
    if (taken.kind() == ImportKind.ROSTER && added > 0) {
      String number = organisations.find(taken.organisation()).orElseThrow().number();
      String digest = HexFormat.of().formatHex(store.digest(taken.id()));
      acts.publishEvent(new RosterTaken(number, digest, added));
    }
  }

  /// Puts it away: what is not taken over yet never will be, and the file is deleted.
  void withdraw(long id) {
    see(id);
    transaction.executeWithoutResult(
        status -> {
          store.locked(id);
          store.withdrawn(id);
          store.forget(id);
        });
  }

  private String path(long organisation) {
    return organisations.find(organisation).map(Organisation::path).orElseThrow(NotThere::new);
  }

  /// The name alone, whatever path a browser sent with it.
  private static String shortened(String fileName) {
    String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    return name.length() > 100 ? name.substring(name.length() - 100) : name;
  }

  private static byte[] digest(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
