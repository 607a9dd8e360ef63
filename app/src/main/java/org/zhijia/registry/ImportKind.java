package org.zhijia.registry;

import java.util.List;
import org.zhijia.tables.Column;

/// What the rows of a file are.
enum ImportKind {
  ORGANISATIONS,
  ROSTER;

  List<Column> columns() {
    return switch (this) {
      case ORGANISATIONS -> OrganisationColumns.ALL;
      case ROSTER -> RosterColumns.ALL;
    };
  }

  /// Where its rows wait for being taken over.
  String table() {
    return switch (this) {
      case ORGANISATIONS -> "registry.import_organisation";
      case ROSTER -> "registry.import_row";
    };
  }
}
