package org.zhijia.registry;

import java.util.List;

/// What came of a form.
sealed interface Entered {
  /// @param id of what was entered
  record Done(long id) implements Entered {}

  /// Nothing was changed.
  record Refused(List<RowFinding> findings) implements Entered {
    public Refused {
      findings = List.copyOf(findings);
    }

    /// What stands against a field, or against the whole where the field is empty.
    public List<RowFinding> of(String field) {
      return findings.stream()
          .filter(finding -> finding.stops() && finding.field().equals(field))
          .toList();
    }
  }
}
