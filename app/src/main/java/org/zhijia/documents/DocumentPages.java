package org.zhijia.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Drafts and issued documents of the organisation that the actor acts for.
@Controller
class DocumentPages {
  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Documents documents;
  private final Organisations organisations;
  private final Permit permit;

  DocumentPages(Documents documents, Organisations organisations, Permit permit) {
    this.documents = documents;
    this.organisations = organisations;
    this.permit = permit;
  }

  @Needs(Task.SEE_DOCUMENTS)
  @GetMapping("/documents")
  String list(Model model) {
    Organisation here = here();
    model.addAttribute("organisation", here);
    model.addAttribute("drafts", documents.drafts(here));
    model.addAttribute("issued", documents.issued(here));
    model.addAttribute("templates", documents.templates(here));
    return "documents/documents";
  }

  private Organisation here() {
    return organisations.actingFor().orElseThrow(NotThere::new);
  }

  @Needs(Task.EDIT_DOCUMENTS)
  @GetMapping("/documents/new")
  String blank(@RequestParam(defaultValue = "congress-notice") String template, Model model) {
    return blank(template, Map.of(), List.of(), model);
  }

  private String blank(
      String name, Map<String, String> values, List<Finding> findings, Model model) {
    Organisation here = here();
    model.addAttribute("template", documents.template(here, name).orElseThrow(NotThere::new));
    model.addAttribute("values", values);
    model.addAttribute("findings", findings);
    return "documents/new";
  }

  @Needs(Task.EDIT_DOCUMENTS)
  @PostMapping("/documents")
  String draft(
      @RequestParam(defaultValue = "") String template,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    return switch (documents.draft(here(), template, values)) {
      case Documents.Outcome.Done done -> "redirect:/documents/" + done.id();
      case Documents.Outcome.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield blank(template, values, refused.findings(), model);
      }
    };
  }

  @Needs(Task.SEE_DOCUMENTS)
  @GetMapping("/documents/{id}")
  String document(@PathVariable long id, Model model) {
    Documents.Seen seen = documents.see(id);
    return document(seen, seen.wording(), seen.findings(), model);
  }

  private String document(
      Documents.Seen seen, Wording wording, List<Finding> findings, Model model) {
    String path = seen.organisation().path();
    model.addAttribute("document", seen);
    model.addAttribute("wording", wording);
    model.addAttribute("findings", findings);
    model.addAttribute("kinds", List.of(DocumentKind.values()));
    model.addAttribute("mayEdit", permit.may(Task.EDIT_DOCUMENTS, path));
    model.addAttribute("mayIssue", permit.may(Task.ISSUE_DOCUMENTS, path));
    return "documents/document";
  }

  /// The fields of the form as the browser sends them.
  record Form(
      DocumentKind kind,
      String codeWord,
      String mark,
      String title,
      String adoption,
      String addressee,
      String body,
      String attachments,
      String signatory,
      String date,
      String copies,
      String printer,
      int version) {

    Wording wording() {
      return new Wording(
          kind,
          line(codeWord),
          line(mark),
          lines(title),
          line(adoption),
          line(addressee),
          lines(body),
          lines(attachments),
          line(signatory),
          line(date),
          line(copies),
          line(printer));
    }

    private static String line(@org.jspecify.annotations.Nullable String typed) {
      return typed == null ? "" : typed.strip().replaceAll("\\s*\\R\\s*", "");
    }

    private static String lines(@org.jspecify.annotations.Nullable String typed) {
      return typed == null ? "" : typed.strip().replaceAll("\\R", "\n");
    }
  }

  @Needs(Task.EDIT_DOCUMENTS)
  @PostMapping("/documents/{id}")
  String save(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
    Wording wording = form.wording();
    return switch (documents.save(id, form.version(), wording)) {
      case Documents.Outcome.Done _ -> "redirect:/documents/" + id;
      case Documents.Outcome.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield document(documents.see(id), wording, refused.findings(), model);
      }
    };
  }

  @Needs(Task.ISSUE_DOCUMENTS)
  @PostMapping("/documents/{id}/issue")
  String issue(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int version,
      Model model,
      HttpServletResponse response) {
    return switch (documents.issue(id, version)) {
      case Documents.Outcome.Done _ -> "redirect:/documents/" + id;
      case Documents.Outcome.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Documents.Seen seen = documents.see(id);
        yield document(seen, seen.wording(), refused.findings(), model);
      }
    };
  }

  @Needs(Task.SEE_DOCUMENTS)
  @GetMapping("/documents/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id) {
    Documents.Seen seen = documents.see(id);
    return file(seen, MediaType.APPLICATION_PDF, ".pdf", documents.files(seen).pdf());
  }

  @Needs(Task.SEE_DOCUMENTS)
  @GetMapping("/documents/{id}/docx")
  ResponseEntity<byte[]> docx(@PathVariable long id) {
    Documents.Seen seen = documents.see(id);
    return file(seen, DOCX, ".docx", documents.files(seen).docx());
  }

  private static ResponseEntity<byte[]> file(
      Documents.Seen seen, MediaType type, String suffix, byte[] content) {
    String how = suffix.equals(".pdf") ? "inline" : "attachment";
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            "Content-Disposition", how + "; filename*=UTF-8''" + Documents.fileName(seen, suffix))
        .header("Cache-Control", "no-store")
        .body(content);
  }
}
