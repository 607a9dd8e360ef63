package org.zhijia.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on drafts, numbers and issued documents.
@Repository
class DocumentStore {
  private final JdbcClient database;

  DocumentStore(JdbcClient database) {
    this.database = database;
  }

  /// What was made of a document when it was issued.
  ///
  /// @param number empty for a document without one
  public record Issue(String number, String by, Instant at, String pdfSha256, String docxSha256) {}

  /// A document and, if it is issued, its issue.
  public record Row(
      long id,
      long organisation,
      String title,
      String wording,
      int version,
      String draftedBy,
      Instant changedAt,
      Optional<Issue> issue) {}

  private static final String ROWS =
      """
      select d.id, d.organisation, d.title, d.wording, d.version, d.drafted_by, d.changed_at,
             i.code_word, i.year, i.sequence, i.issued_by, i.issued_at, i.pdf_sha256, i.docx_sha256
        from documents.document d left join documents.issue i on i.document = d.id
      """;

  long add(long organisation, String template, Wording wording, String by, Instant at) {
    return database
        .sql(
            """
            insert into documents.document
                   (organisation, template, wording, title, drafted_by, drafted_at, changed_at)
            values (:organisation, :template, :wording, :title, :by, :at, :at) returning id
            """)
        .param("organisation", organisation)
        .param("template", template)
        .param("wording", Markup.write(wording))
        .param("title", wording.plainTitle())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  Optional<Row> find(long id) {
    return database.sql(ROWS + " where d.id = ?").param(id).query(DocumentStore::row).optional();
  }

  List<Row> of(long organisation, boolean issued, int most) {
    return database
        .sql(
            ROWS
                + " where d.organisation = ? and (i.document is not null) = ?"
                + " order by coalesce(i.issued_at, d.changed_at) desc limit ?")
        .params(organisation, issued, most)
        .query(DocumentStore::row)
        .list();
  }

  /// Locks the document until the transaction ends.
  void lock(long id) {
    database
        .sql("select id from documents.document where id = ? for update")
        .param(id)
        .query(Long.class)
        .single();
  }

  /// @return whether the document was still at this version and not issued
  boolean save(long id, int version, Wording wording, Instant at) {
    return database
            .sql(
                """
                update documents.document d
                   set wording = ?, title = ?, changed_at = ?, version = version + 1
                 where id = ? and version = ?
                   and not exists (select 1 from documents.issue where document = d.id)
                """)
            .params(Markup.write(wording), wording.plainTitle(), Timestamp.from(at), id, version)
            .update()
        == 1;
  }

  /// The next number; its row stays locked until the transaction ends.
  int nextNumber(long organisation, String codeWord, int year) {
    return database
        .sql(
            """
            insert into documents.counter as c (organisation, code_word, year, last)
            values (?, ?, ?, 1)
            on conflict (organisation, code_word, year) do update set last = c.last + 1
            returning last
            """)
        .params(organisation, codeWord, year)
        .query(Integer.class)
        .single();
  }

  /// Files with their hashes.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Files(byte[] pdf, byte[] docx, String pdfSha256, String docxSha256) {}

  void issue(
      Row document,
      Optional<DocumentNumber> number,
      org.zhijia.web.Actor by,
      Instant at,
      Files files) {
    database
        .sql(
            """
            insert into documents.issue
                   (document, organisation, code_word, year, sequence, issued_by,
                    issued_by_account, issued_at, pdf, docx, pdf_sha256, docx_sha256)
            values (:document, :organisation, :codeWord, :year, :sequence, :by,
                    :account, :at, :pdf, :docx, :pdfSha256, :docxSha256)
            """)
        .param("document", document.id())
        .param("organisation", document.organisation())
        .param("codeWord", number.map(DocumentNumber::codeWord).orElse(null))
        .param("year", number.map(DocumentNumber::year).orElse(null))
        .param("sequence", number.map(DocumentNumber::sequence).orElse(null))
        .param("by", by.name())
        .param("account", by.account())
        .param("at", Timestamp.from(at))
        .param("pdf", files.pdf())
        .param("docx", files.docx())
        .param("pdfSha256", files.pdfSha256())
        .param("docxSha256", files.docxSha256())
        .update();
  }

  Optional<Files> files(long id) {
    return database
        .sql("select pdf, docx, pdf_sha256, docx_sha256 from documents.issue where document = ?")
        .param(id)
        .query(
            (row, number) ->
                new Files(
                    row.getBytes("pdf"),
                    row.getBytes("docx"),
                    row.getString("pdf_sha256"),
                    row.getString("docx_sha256")))
        .optional();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Timestamp issued = row.getTimestamp("issued_at");
    return new Row(
        row.getLong("id"),
        row.getLong("organisation"),
        row.getString("title"),
        row.getString("wording"),
        row.getInt("version"),
        row.getString("drafted_by"),
        row.getTimestamp("changed_at").toInstant(),
        issued == null
            ? Optional.empty()
            : Optional.of(
                new Issue(
                    number(row),
                    row.getString("issued_by"),
                    issued.toInstant(),
                    row.getString("pdf_sha256"),
                    row.getString("docx_sha256"))));
  }

  private static String number(ResultSet row) throws SQLException {
    String codeWord = row.getString("code_word");
    return codeWord == null
        ? ""
        : new DocumentNumber(codeWord, row.getInt("year"), row.getInt("sequence")).text();
  }
}
