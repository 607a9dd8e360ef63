package org.zhijia.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.zhijia.tables.Header;
import org.zhijia.tables.TableFile;
import org.zhijia.tables.UnreadableTable;

/// Imports of rosters of members.
@Component
class RosterRows implements ImportRows {
  private final RosterStore store;
  private final OrganisationStore organisations;
  private final Clock clock;

  RosterRows(RosterStore store, OrganisationStore organisations, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.ROSTER;
  }

  @Override
  public void preview(Import wanted, Path file, Header header, LongConsumer progress)
      throws IOException, UnreadableTable {
    Organisation whole = organisations.find(wanted.organisation()).orElseThrow();
    UnionNames unions = new UnionNames(whole, organisations.below(whole.path()));
    RosterReading reading = new RosterReading(header, unions, LocalDate.now(clock));
    long[] read = {0};
    try (CopyRows into = store.staging()) {
      TableFile.read(
          file,
          row -> {
            if (row.line() > header.lastLine()) {
              stage(wanted.id(), reading.read(row), into);
              progress.accept(++read[0]);
            }
          });
      into.finish();
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("staging a roster", failure);
    }
    store.analyse();
    store.markTwice(wanted.id());
    store.markKnown(wanted.id());
  }

  private void stage(long id, RosterRow row, CopyRows into) {
    try {
      store.stage(id, row, into);
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("staging a roster", failure);
    }
  }

  @Override
  public long take(Import wanted) {
    store.waitForOthers();
    store.markKnown(wanted.id());
    return store.add(wanted.id());
  }
}
