package org.zhijia.registry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhijia.registry.Import.Line;
import org.zhijia.registry.Import.Tally;
import org.zhijia.statute.Text;
import org.zhijia.tables.Header;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on imports themselves. What is in their rows, [RosterStore] and
/// [OrganisationImportStore] know.
@Repository
class ImportStore {
  private static final String SELECT =
      """
      select id, kind, organisation, file_name, state, problem, header_line, header, mapping,
             good, noted, known, bad, added, uploaded_at
        from registry.import
      """;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient database;

  ImportStore(JdbcClient database) {
    this.database = database;
  }

  /// A file that came in.
  record Upload(ImportKind kind, long organisation, String fileName, long by) {}

  /// @param digest of the file
  /// @param sealed the file itself, encrypted
  long add(Upload upload, byte[] digest, byte[] sealed) {
    return database
        .sql(
            """
            insert into registry.import
                   (kind, organisation, file_name, file_digest, file, state, uploaded_by)
            values (?, ?, ?, ?, ?, 'READING', ?) returning id
            """)
        .params(
            upload.kind().name(),
            upload.organisation(),
            upload.fileName(),
            digest,
            sealed,
            upload.by())
        .query(Long.class)
        .single();
  }

  Optional<Import> find(long id) {
    return database.sql(SELECT + " where id = ?").param(id).query(ImportStore::row).optional();
  }

  /// The same, and nobody else changes it until the end of the transaction.
  Optional<Import> locked(long id) {
    return database
        .sql(SELECT + " where id = ? for update")
        .param(id)
        .query(ImportStore::row)
        .optional();
  }

  /// Those of an organisation and all below it, the newest first.
  List<Import> of(String path, int most) {
    return database
        .sql(
            SELECT
                + """
                 where organisation in
                       (select id from registry.organisation where path like ? || '%')
                 order by id desc limit ?
                """)
        .params(path, most)
        .query(ImportStore::row)
        .list();
  }

  /// Those whose reading an end of the server cut short.
  List<Long> reading() {
    return database
        .sql("select id from registry.import where state = 'READING' order by id")
        .query(Long.class)
        .list();
  }

  Optional<byte[]> sealedFile(long id) {
    return database
        .sql("select file from registry.import where id = ? and file is not null")
        .param(id)
        .query(byte[].class)
        .optional();
  }

  byte[] digest(long id) {
    return database
        .sql("select file_digest from registry.import where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  void readAgain(long id, List<String> mapping) {
    database
        .sql("update registry.import set state = 'READING', mapping = ? where id = ?")
        .params(mapping.toArray(String[]::new), id)
        .update();
  }

  void unreadable(long id, Text problem) {
    database
        .sql("update registry.import set state = 'UNREADABLE', problem = ? where id = ?")
        .params(JSON.writeValueAsString(problem), id)
        .update();
  }

  void previewed(long id, Header header, Tally tally) {
    database
        .sql(
            """
            update registry.import
               set state = 'PREVIEWED', problem = '', header_line = ?, header = ?, mapping = ?,
                   good = ?, noted = ?, known = ?, bad = ?
             where id = ?
            """)
        .params(
            header.lastLine(),
            header.names().toArray(String[]::new),
            header.keys().toArray(String[]::new),
            tally.good(),
            tally.noted(),
            tally.known(),
            tally.bad(),
            id)
        .update();
  }

  void taken(long id, Tally tally) {
    database
        .sql(
            """
            update registry.import
               set state = 'TAKEN', taken_at = now(), good = ?, noted = ?, known = ?, bad = ?,
                   added = ?
             where id = ?
            """)
        .params(tally.good(), tally.noted(), tally.known(), tally.bad(), tally.added(), id)
        .update();
  }

  void withdrawn(long id) {
    database
        .sql("update registry.import set state = 'WITHDRAWN' where id = ? and state <> 'TAKEN'")
        .param(id)
        .update();
  }

  /// How its rows stand now.
  Tally tally(Import counted, long added) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    database
        .sql(
            "select verdict, count(*) as rows from "
                + counted.kind().table()
                + " where import = ? group by verdict")
        .param(counted.id())
        .query(
            row -> {
              counts.put(Verdict.valueOf(row.getString("verdict")), row.getLong("rows"));
            });
    return new Tally(
        counts.getOrDefault(Verdict.GOOD, 0L),
        counts.getOrDefault(Verdict.NOTED, 0L),
        counts.getOrDefault(Verdict.KNOWN, 0L),
        counts.getOrDefault(Verdict.BAD, 0L),
        added);
  }

  /// Rows with this verdict after a line, in the order of the file.
  List<Line> lines(Import shown, Verdict verdict, int after, int most) {
    return database
        .sql(
            "select line, verdict, name, findings from "
                + shown.kind().table()
                + " where import = ? and verdict = ? and line > ? order by line limit ?")
        .params(shown.id(), verdict.name(), after, most)
        .query(
            (row, number) ->
                new Line(
                    row.getInt("line"),
                    Verdict.valueOf(row.getString("verdict")),
                    row.getString("name"),
                    RowFinding.list(row.getString("findings"))))
        .list();
  }

  void clearRows(Import cleared) {
    database
        .sql("delete from " + cleared.kind().table() + " where import = ?")
        .param(cleared.id())
        .update();
  }

  /// Nothing personal of it is kept: neither the file nor its rows.
  void forget(long id) {
    database.sql("update registry.import set file = null where id = ?").param(id).update();
    for (ImportKind kind : ImportKind.values()) {
      database.sql("delete from " + kind.table() + " where import = ?").param(id).update();
    }
  }

  /// Files and rows of imports that nobody touched for a month.
  void forgetOld() {
    List<Long> old =
        database
            .sql(
                """
                select id from registry.import
                 where file is not null and uploaded_at < now() - interval '30 days'
                """)
            .query(Long.class)
            .list();
    old.forEach(this::withdrawn);
    old.forEach(this::forget);
  }

  private static Import row(ResultSet row, int number) throws SQLException {
    String problem = row.getString("problem");
    return new Import(
        row.getLong("id"),
        ImportKind.valueOf(row.getString("kind")),
        row.getLong("organisation"),
        row.getString("file_name"),
        ImportState.valueOf(row.getString("state")),
        new Header(
            row.getInt("header_line"),
            texts(row.getArray("header")),
            texts(row.getArray("mapping"))),
        problem.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(problem, Text.class)),
        new Tally(
            row.getLong("good"),
            row.getLong("noted"),
            row.getLong("known"),
            row.getLong("bad"),
            row.getLong("added")),
        row.getTimestamp("uploaded_at").toInstant());
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
