package org.zhijia.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A row of a list of organisations as it was understood.
///
/// @param parent number of the one above it, in the tree or in the same file
record OrganisationRow(
    int line,
    List<RowFinding> findings,
    String number,
    OrganisationKind kind,
    String name,
    String parent,
    String employer,
    String creditCode,
    Optional<LocalDate> foundedOn,
    Optional<LocalDate> termEndsOn) {
  OrganisationRow {
    findings = List.copyOf(findings);
  }

  OrganisationRow with(String foundParent, RowFinding finding) {
    List<RowFinding> more = new java.util.ArrayList<>(findings);
    more.add(finding);
    return new OrganisationRow(
        line, more, number, kind, name, foundParent, employer, creditCode, foundedOn, termEndsOn);
  }

  OrganisationRow below(String numberOfParent) {
    return new OrganisationRow(
        line,
        findings,
        number,
        kind,
        name,
        numberOfParent,
        employer,
        creditCode,
        foundedOn,
        termEndsOn);
  }

  Organisations.Founding founding() {
    return new Organisations.Founding(
        number, kind, name, employer, creditCode, foundedOn.orElse(null), termEndsOn.orElse(null));
  }
}
