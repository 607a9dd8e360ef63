package org.zhijia.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Official documents: drafted from a template and data, edited, issued under the next number, and
/// from then on frozen. Example: `drafted = documents.draft(union, "congress-notice", values)`.
@Service
public class Documents {
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final int LIST = 200;

  private final DocumentStore store;
  private final Templates templates;
  private final Organisations organisations;
  private final Permit permit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Documents(
      DocumentStore store,
      Templates templates,
      Organisations organisations,
      Permit permit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.templates = templates;
    this.organisations = organisations;
    this.permit = permit;
    this.events = events;
    this.clock = clock;
  }

  /// What came of a wish to draft, save or issue.
  public sealed interface Outcome {
    /// @param id of the document
    record Done(long id) implements Outcome {}

    /// @param findings at least one of which stops
    record Refused(List<Finding> findings) implements Outcome {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /// A document as it is now.
  ///
  /// @param version of the draft, for the next save
  /// @param number as issued, or with a gap while it is a draft; empty for none
  /// @param findings on the wording
  public record Seen(
      long id,
      Organisation organisation,
      Wording wording,
      int version,
      String number,
      String draftedBy,
      Optional<DocumentStore.Issue> issue,
      List<Finding> findings) {}

  List<DocumentStore.Row> drafts(Organisation of) {
    permit.demand(Task.SEE_DOCUMENTS, of.path());
    return store.of(of.id(), false, LIST);
  }

  List<DocumentStore.Row> issued(Organisation of) {
    permit.demand(Task.SEE_DOCUMENTS, of.path());
    return store.of(of.id(), true, LIST);
  }

  /// Fills a template of the organisation's. A value that is missing is a finding with its line.
  ///
  /// @param values by placeholder; the organisation's name and today's date are known already
  @Transactional
  public Outcome draft(Organisation of, String templateName, Map<String, String> values) {
    permit.demand(Task.EDIT_DOCUMENTS, of.path());
    Template template = templates.find(of.id(), templateName).orElseThrow(NotThere::new);
    Map<String, String> all = new HashMap<>(values);
    all.put("发文机关", of.name());
    all.put("今天", WordingCheck.text(today()));
    Template.Filled filled = template.fill(all);
    if (stops(filled.findings())) {
      return new Outcome.Refused(filled.findings());
    }
    String by = permit.signedIn().name();
    return new Outcome.Done(
        store.add(of.id(), templateName, filled.wording(), by, Instant.now(clock)));
  }

  /// One that the actor may see.
  ///
  /// @throws NotThere if there is none, or not for this actor
  public Seen see(long id) {
    DocumentStore.Row row = row(id, Task.SEE_DOCUMENTS);
    Wording wording = Markup.read(row.wording()).wording();
    return new Seen(
        row.id(),
        organisations.find(row.organisation()).orElseThrow(NotThere::new),
        wording,
        row.version(),
        row.issue().map(DocumentStore.Issue::number).orElseGet(() -> openNumber(wording)),
        row.draftedBy(),
        row.issue(),
        WordingCheck.check(wording, Typefaces.get()));
  }

  private DocumentStore.Row row(long id, Task task) {
    DocumentStore.Row row = store.find(id).orElseThrow(NotThere::new);
    permit.demand(task, organisations.find(row.organisation()).orElseThrow(NotThere::new).path());
    return row;
  }

  private String openNumber(Wording wording) {
    return wording.codeWord().isEmpty()
        ? ""
        : DocumentNumber.open(wording.codeWord(), today().getYear());
  }

  /// Keeps a draft's new wording, unless somebody else changed it after this version.
  @Transactional
  public Outcome save(long id, int version, Wording wording) {
    row(id, Task.EDIT_DOCUMENTS);
    store.lock(id);
    if (store.find(id).flatMap(DocumentStore.Row::issue).isPresent()) {
      return refused(Finding.About.ALREADY_ISSUED);
    }
    List<Finding> findings = WordingCheck.check(wording, Typefaces.get());
    if (stops(findings)) {
      return new Outcome.Refused(findings);
    }
    return store.save(id, version, wording, Instant.now(clock))
        ? new Outcome.Done(id)
        : refused(Finding.About.CHANGED_MEANWHILE);
  }

  /// Takes the next number, freezes both files and records the act; all of it or nothing.
  ///
  /// @param version that the issuer has looked at
  @Transactional
  public Outcome issue(long id, int version) {
    row(id, Task.ISSUE_DOCUMENTS);
    store.lock(id);
    DocumentStore.Row row = store.find(id).orElseThrow(NotThere::new);
    if (row.issue().isPresent()) {
      return refused(Finding.About.ALREADY_ISSUED);
    }
    if (row.version() != version) {
      return refused(Finding.About.CHANGED_MEANWHILE);
    }
    Wording wording = Markup.read(row.wording()).wording().dated(WordingCheck.text(today()));
    List<Finding> findings = WordingCheck.check(wording, Typefaces.get());
    if (stops(findings)) {
      return new Outcome.Refused(findings);
    }
    Optional<DocumentNumber> number =
        wording.codeWord().isEmpty()
            ? Optional.empty()
            : Optional.of(nextNumber(row.organisation(), wording.codeWord()));
    DocumentStore.Files files = files(wording, number.map(DocumentNumber::text).orElse(""));
    store.issue(row, number, permit.signedIn(), Instant.now(clock), files);
    events.publishEvent(
        new DocumentIssued(
            row.organisation(),
            organisations.nameOf(row.organisation()),
            number.map(DocumentNumber::text).orElse(""),
            wording.kind().word(),
            today(),
            files.pdfSha256(),
            files.docxSha256()));
    return new Outcome.Done(id);
  }

  private DocumentNumber nextNumber(long organisation, String codeWord) {
    int year = today().getYear();
    return new DocumentNumber(codeWord, year, store.nextNumber(organisation, codeWord, year));
  }

  /// The frozen files of an issued document, or a draft's as they would be now.
  DocumentStore.Files files(Seen seen) {
    return store
        .files(seen.id())
        .orElseGet(() -> files(seen.wording().dated(WordingCheck.text(today())), seen.number()));
  }

  /// The frozen files of a document that was issued.
  ///
  /// @param number e.g. `锦工发〔2026〕5号`; empty for a kind without one
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record IssuedFiles(String number, byte[] pdf, byte[] docx) {}

  /// @return empty as long as it is a draft
  public Optional<IssuedFiles> issued(long id) {
    DocumentStore.Row row = row(id, Task.SEE_DOCUMENTS);
    return row.issue()
        .flatMap(
            issue ->
                store
                    .files(id)
                    .map(files -> new IssuedFiles(issue.number(), files.pdf(), files.docx())));
  }

  private static DocumentStore.Files files(Wording wording, String number) {
    Typefaces faces = Typefaces.get();
    byte[] pdf =
        PdfFile.of(
            Layout.of(wording, number, faces),
            (wording.plainTitle() + " " + number).strip(),
            faces);
    byte[] docx = DocxFile.of(wording, number);
    return new DocumentStore.Files(pdf, docx, sha256(pdf), sha256(docx));
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  List<Template> templates(Organisation of) {
    return templates.of(of.id());
  }

  Optional<Template> template(Organisation of, String name) {
    return templates.find(of.id(), name);
  }

  Optional<Templates.Own> ownTemplate(Organisation of, String name) {
    return templates.own(of.id(), name);
  }

  /// @return what is wrong with it; where nothing stops, it is in use from now on
  @Transactional
  public List<Finding> replaceTemplate(Organisation of, String name, String text) {
    permit.demand(Task.ISSUE_DOCUMENTS, of.path());
    if (templates.find(of.id(), name).isEmpty()) {
      throw new NotThere();
    }
    Template replacement = new Template(name, text);
    List<Finding> findings = new ArrayList<>(replacement.check());
    if (!stops(findings)) {
      templates.replace(of.id(), replacement, permit.signedIn().name());
    }
    return findings;
  }

  @Transactional
  public void restoreTemplate(Organisation of, String name) {
    permit.demand(Task.ISSUE_DOCUMENTS, of.path());
    templates.restore(of.id(), name);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(Instant.now(clock), HERE);
  }

  static boolean stops(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::stops);
  }

  private static Outcome refused(Finding.About about) {
    return new Outcome.Refused(List.of(Finding.of(about, "")));
  }

  /// A name for the downloaded file, in UTF-8 percent encoding.
  static String fileName(Seen seen, String suffix) {
    String name = (seen.issue().isPresent() ? seen.number() : "草稿") + seen.wording().plainTitle();
    return java.net.URLEncoder.encode(
            name.replaceAll("[\\\\/:*?\"<>|\\s]", ""), StandardCharsets.UTF_8)
        .replace("+", "%20")
        .concat(suffix);
  }
}
