package org.zhijia.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhijia.statute.Text;
import org.zhijia.tables.Header;

/// An import and how far it has come.
///
/// @param header as it was found, with what each column is taken for; no names before it is read
/// @param problem why the file cannot be read
record Import(
    long id,
    ImportKind kind,
    long organisation,
    String fileName,
    ImportState state,
    Header header,
    Optional<Text> problem,
    Tally tally,
    Instant uploadedAt) {

  /// Rows by verdict, and how many were added.
  record Tally(long good, long noted, long known, long bad, long added) {
    public long all() {
      return good + noted + known + bad;
    }

    public long toAdd() {
      return good + noted;
    }
  }

  /// One row as the preview shows it.
  record Line(int line, Verdict verdict, String name, List<RowFinding> findings) {
    Line {
      findings = List.copyOf(findings);
    }
  }

  boolean isOpen() {
    return state == ImportState.PREVIEWED || state == ImportState.UNREADABLE;
  }
}
