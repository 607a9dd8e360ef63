package org.zhijia.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.zhijia.operation.backup.Manifest.Table;
import org.zhijia.testing.TestServer;

/// Every table is either kept or left out for a reason.
class KeptTablesModuleTest {
  @Test
  void everyTableIsKeptOrLeftOutForAReason() throws Exception {
    try (Connection connection = TestServer.running().bean(DataSource.class).getConnection()) {
      Catalog catalog = new Catalog(connection);
      List<String> kept = catalog.keptTables().stream().map(Table::qualified).toList();
      List<String> all = catalog.allTables().stream().map(Table::qualified).toList();
      assertThat(all).containsAll(NotKept.TABLES.keySet());
      assertThat(all).hasSize(kept.size() + NotKept.TABLES.size());
      assertThat(kept)
          .as("a new table: is it one that a stolen or old backup may bring back?")
          .containsExactlyInAnyOrderElementsOf(KNOWN);
    }
  }

  /// Whoever adds a table decides here, or in [NotKept], what becomes of it.
  private static final Set<String> KNOWN =
      Set.of(
          "acts.pending",
          "congress.amendment",
          "congress.approval",
          "congress.attendance",
          "congress.congress",
          "congress.count",
          "congress.credential",
          "congress.delegate",
          "congress.delegation",
          "congress.hall",
          "congress.item",
          "congress.movement",
          "congress.note",
          "congress.paper",
          "congress.post",
          "congress.proposal",
          "congress.recall",
          "congress.resolution",
          "congress.screen",
          "congress.seat",
          "congress.show_of_hands",
          "congress.shown_name",
          "congress.slip",
          "congress.stage",
          "congress.step",
          "congress.unit",
          "documents.counter",
          "documents.document",
          "documents.issue",
          "documents.template",
          "election.acceptance",
          "election.assembly",
          "election.ballot",
          "election.candidate",
          "election.decryption",
          "election.method",
          "election.objection",
          "election.opened",
          "election.paper",
          "election.paper_teller",
          "election.photo",
          "election.plenary",
          "election.poll",
          "election.reserved",
          "election.scrutineer",
          "election.seats_decision",
          "election.shuffle",
          "election.slip",
          "identity.account",
          "identity.appointment",
          "identity.sign_in_log",
          "operation.field_key",
          "registry.headcount",
          "registry.import",
          "registry.import_organisation",
          "registry.import_row",
          "registry.membership",
          "registry.organisation",
          "registry.person",
          "registry.post",
          "registry.reading",
          "registry.subordination");
}
