package org.zhijia.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// All SQL on the rows of rosters. It works on whole sets of rows: a roster may have a million.
@Repository
class RosterStore {
  private static final RowFinding TWICE =
      RowFinding.stop(
          RosterColumns.ID_NUMBER,
          "与第 {line} 行是同一个人。",
          "The same person stands in line {line} already.");
  private static final RowFinding ELSEWHERE =
      RowFinding.stop(
          RosterColumns.UNION,
          "已是另一个工会的会员。一个人只有一份会籍，请办理转接。",
          "A member of another union already: one person has one membership, so transfer it.");
  private static final RowFinding OTHER_NAME =
      RowFinding.stop(
          RosterColumns.NAME,
          "身份证号码已在册，但姓名不同，请核对。",
          "The identity number is in the register under another name: look again.");

  private final JdbcClient database;
  private final DataSource source;
  private final FieldSeal seal;

  RosterStore(JdbcClient database, DataSource source, FieldSeal seal) {
    this.database = database;
    this.source = source;
    this.seal = seal;
  }

  /// Takes rows in by COPY, within the current transaction.
  CopyRows staging() throws SQLException {
    Connection connection = DataSourceUtils.getConnection(source);
    return new CopyRows(
        connection,
        "registry.import_row (import, line, verdict, findings, name, initials, female, sealed,"
            + " id_digest, organisation, number, state, joined_on)");
  }

  void stage(long id, RosterRow row, CopyRows into) throws SQLException {
    String key = row.key();
    into.value(id)
        .value(row.line())
        .value(RowFinding.verdict(row.findings()))
        .value(RowFinding.json(row.findings()))
        .value(row.name())
        .value(Pinyin.ofPerson(row.name()))
        .value(row.female() ? "t" : "f")
        .bytes(seal.seal(row.sensitive()))
        .bytes(key == null ? null : seal.digest(key))
        .value(row.organisation())
        .value(row.number())
        .value(row.state())
        .value(row.joinedOn())
        .end();
  }

  /// What was staged is new to the planner of queries: without figures of it, a join over a
  /// roster of fifty thousand rows took minutes.
  void analyse() {
    database.sql("analyze registry.import_row").update();
  }

  /// The same person in two rows: the later one stays out.
  void markTwice(long id) {
    database
        .sql(
            """
            update registry.import_row r
               set verdict = 'BAD',
                   findings = (findings::jsonb
                               || replace(:finding, '{line}', f.first::text)::jsonb)::text
              from (select line, min(line) over (partition by id_digest) as first
                      from registry.import_row
                     where import = :id and id_digest is not null) f
             where r.import = :id and r.line = f.line and f.line <> f.first
            """)
        .param("id", id)
        .param("finding", RowFinding.json(List.of(TWICE)))
        .update();
  }

  /// Who is in the register already: known in the same union under the same name, otherwise bad.
  void markKnown(long id) {
    database
        .sql(
            """
            update registry.import_row r
               set verdict = case when p.name = r.name and m.organisation = r.organisation
                                  then 'KNOWN' else 'BAD' end,
                   findings = (r.findings::jsonb
                       || case when p.name <> r.name then cast(:name as jsonb)
                               when m.organisation <> r.organisation then cast(:elsewhere as jsonb)
                               else '[]'::jsonb end)::text
              from registry.person p
              join registry.membership m on m.person = p.id and m.left_on is null
             where r.import = :id and r.verdict in ('GOOD', 'NOTED')
               and p.id_digest = r.id_digest
            """)
        .param("id", id)
        .param("name", RowFinding.json(List.of(OTHER_NAME)))
        .param("elsewhere", RowFinding.json(List.of(ELSEWHERE)))
        .update();
  }

  /// Only one import is taken over at a time, so that nobody is added twice.
  void waitForOthers() {
    database
        .sql("select pg_advisory_xact_lock(hashtext('registry.import'))")
        .query((row, number) -> true)
        .single();
  }

  /// People and memberships of the good rows.
  ///
  /// @return how many were added
  long add(long id) {
    return database
        .sql(
            """
            with added as (
                insert into registry.person (name, initials, female, sealed, id_digest)
                select name, initials, female, sealed, id_digest from registry.import_row
                 where import = :id and verdict in ('GOOD', 'NOTED')
                returning id, id_digest)
            insert into registry.membership
                   (person, organisation, female, number, state, joined_on)
            select a.id, r.organisation, r.female,
                   case when r.number = ''
                        then lpad(nextval('registry.member_number')::text, 8, '0')
                        else r.number end,
                   r.state, r.joined_on
              from added a
              join registry.import_row r on r.id_digest = a.id_digest
             where r.import = :id and r.verdict in ('GOOD', 'NOTED')
            """)
        .param("id", id)
        .update();
  }
}
