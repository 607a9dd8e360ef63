package org.zhijia.registry;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// All SQL on the rows of lists of organisations.
@Repository
class OrganisationImportStore {
  private static final RowFinding TAKEN =
      RowFinding.stop(
          OrganisationColumns.NUMBER, "这个编号已被另一个工会使用。", "Another union has this number already.");

  private final JdbcClient database;
  private final DataSource source;

  OrganisationImportStore(JdbcClient database, DataSource source) {
    this.database = database;
    this.source = source;
  }

  CopyRows staging() throws SQLException {
    return new CopyRows(
        DataSourceUtils.getConnection(source),
        "registry.import_organisation (import, line, verdict, findings, number, kind, name, parent,"
            + " employer, credit_code, founded_on, term_ends_on)");
  }

  void stage(long id, OrganisationRow row, boolean known, CopyRows into) throws SQLException {
    Verdict verdict = RowFinding.verdict(row.findings());
    into.value(id)
        .value(row.line())
        .value(known && verdict.isAdded() ? Verdict.KNOWN : verdict)
        .value(RowFinding.json(row.findings()))
        .value(row.number())
        .value(row.kind())
        .value(row.name())
        .value(row.parent())
        .value(row.employer())
        .value(row.creditCode())
        .value(row.foundedOn().orElse(null))
        .value(row.termEndsOn().orElse(null))
        .end();
  }

  /// Numbers of unions outside the subtree that the list is for.
  void markNumbersTakenElsewhere(long id, String path) {
    database
        .sql(
            """
            update registry.import_organisation r
               set verdict = 'BAD', findings = (r.findings::jsonb || cast(:taken as jsonb))::text
              from registry.organisation o
             where r.import = :id and r.verdict in ('GOOD', 'NOTED')
               and o.number = r.number and o.path not like :path || '%'
            """)
        .param("id", id)
        .param("path", path)
        .param("taken", RowFinding.json(List.of(TAKEN)))
        .update();
  }

  List<OrganisationRow> toAdd(long id) {
    return database
        .sql(
            """
            select line, findings, number, kind, name, parent, employer, credit_code, founded_on,
                   term_ends_on
              from registry.import_organisation
             where import = ? and verdict in ('GOOD', 'NOTED') order by line
            """)
        .param(id)
        .query(OrganisationImportStore::row)
        .list();
  }

  private static OrganisationRow row(ResultSet row, int number) throws SQLException {
    return new OrganisationRow(
        row.getInt("line"),
        RowFinding.list(row.getString("findings")),
        row.getString("number"),
        OrganisationKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("parent"),
        row.getString("employer"),
        row.getString("credit_code"),
        day(row.getDate("founded_on")),
        day(row.getDate("term_ends_on")));
  }

  private static Optional<LocalDate> day(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toLocalDate);
  }
}
