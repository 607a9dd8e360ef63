package org.zhijia.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.zhijia.statute.Laws;
import org.zhijia.tables.Header;
import org.zhijia.tables.TableFile;
import org.zhijia.tables.UnreadableTable;

/// Imports of lists of organisations.
@Component
class OrganisationRows implements ImportRows {
  private final OrganisationImportStore store;
  private final OrganisationStore organisations;
  private final Organisations register;
  private final Laws laws;
  private final Clock clock;

  OrganisationRows(
      OrganisationImportStore store,
      OrganisationStore organisations,
      Organisations register,
      Laws laws,
      Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.register = register;
    this.laws = laws;
    this.clock = clock;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.ORGANISATIONS;
  }

  @Override
  public void preview(Import wanted, Path file, Header header, LongConsumer progress)
      throws IOException, UnreadableTable {
    Organisation whole = organisations.find(wanted.organisation()).orElseThrow();
    OrganisationOrder order = new OrganisationOrder(whole, organisations.below(whole.path()));
    OrganisationReading reading =
        new OrganisationReading(header, laws.national(LocalDate.now(clock)));
    long[] read = {0};
    TableFile.read(
        file,
        row -> {
          if (row.line() > header.lastLine()) {
            order.add(reading.read(row));
            progress.accept(++read[0]);
          }
        });
    try (CopyRows into = store.staging()) {
      for (OrganisationRow row : order.sorted()) {
        store.stage(wanted.id(), row, order.isKnown(row), into);
      }
      into.finish();
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("staging organisations", failure);
    }
    store.markNumbersTakenElsewhere(wanted.id(), whole.path());
  }

  @Override
  public long take(Import wanted) {
    Organisation whole = organisations.find(wanted.organisation()).orElseThrow();
    OrganisationOrder order = new OrganisationOrder(whole, organisations.below(whole.path()));
    store.toAdd(wanted.id()).forEach(order::add);
    long added = 0;
    for (OrganisationRow row : order.sorted()) {
      boolean isFree = organisations.byNumber(row.number()).isEmpty();
      if (isFree && RowFinding.verdict(row.findings()).isAdded()) {
        register.add(row.founding(), organisations.byNumber(row.parent()).orElseThrow());
        added++;
      }
    }
    return added;
  }
}
