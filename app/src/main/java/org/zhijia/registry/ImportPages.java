package org.zhijia.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.zhijia.tables.Column;
import org.zhijia.tables.TableWriter;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Bringing files in: upload, look at what was found, take over.
@Needs(Task.IMPORT)
@Controller
class ImportPages {
  private final Imports imports;
  private final ImportFindings findings;
  private final Organisations organisations;

  ImportPages(Imports imports, ImportFindings findings, Organisations organisations) {
    this.imports = imports;
    this.findings = findings;
    this.organisations = organisations;
  }

  @GetMapping("/imports")
  String imports(Model model) {
    model.addAttribute("imports", imports.recent());
    model.addAttribute("kinds", ImportKind.values());
    model.addAttribute("organisations", organisations.choices(Task.IMPORT));
    return "registry/imports";
  }

  @PostMapping("/imports")
  String upload(
      @RequestParam ImportKind kind,
      @RequestParam long organisation,
      @RequestParam MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    if (file.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("problem", "empty");
      model.addAttribute("kind", kind);
      model.addAttribute("organisation", organisation);
      return imports(model);
    }
    String name = String.valueOf(file.getOriginalFilename());
    return to(imports.receive(kind, organisation, name, file.getBytes()));
  }

  @GetMapping("/imports/{id}")
  String show(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "0") int after,
      Model model) {
    Import shown = imports.see(id);
    Verdict verdict = shown(shown, show);
    List<Import.Line> lines = imports.lines(shown, verdict, after);
    boolean more = lines.size() > Imports.PAGE;
    model.addAttribute("import", shown);
    model.addAttribute("on", organisations.find(shown.organisation()).orElseThrow());
    model.addAttribute("columns", shown.kind().columns());
    model.addAttribute("missing", missing(shown));
    model.addAttribute("verdict", verdict);
    model.addAttribute("verdicts", Verdict.values());
    model.addAttribute("lines", more ? lines.subList(0, Imports.PAGE) : lines);
    model.addAttribute("next", more ? lines.get(Imports.PAGE - 1).line() : null);
    return "registry/import";
  }

  /// What was asked for, else the worst there is.
  private static Verdict shown(Import shown, String asked) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(asked)) {
        return verdict;
      }
    }
    if (shown.tally().bad() > 0) {
      return Verdict.BAD;
    }
    return shown.tally().noted() > 0 ? Verdict.NOTED : Verdict.GOOD;
  }

  private static List<Column> missing(Import shown) {
    return shown.kind().columns().stream()
        .filter(column -> column.required() && shown.header().column(column.key()) < 0)
        .toList();
  }

  /// How far the reading is, every half second; the event `done` at its end.
  @GetMapping("/imports/{id}/live")
  SseEmitter live(@PathVariable long id, HttpServletResponse response) {
    imports.see(id);
    response.setHeader("X-Accel-Buffering", "no");
    SseEmitter emitter = new SseEmitter(0L);
    Thread.ofVirtual().name("import-live-" + id).start(() -> tell(id, emitter));
    return emitter;
  }

  private void tell(long id, SseEmitter emitter) {
    try {
      while (imports.isReading(id)) {
        emitter.send(
            SseEmitter.event().name("progress").data(String.valueOf(imports.rowsRead(id))));
        Thread.sleep(500);
      }
      emitter.send(SseEmitter.event().name("done").data(""));
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      emitter.complete(); // the page was closed
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @PostMapping("/imports/{id}/mapping")
  String map(@PathVariable long id, @RequestParam List<String> key) {
    imports.map(id, key);
    return to(id);
  }

  @PostMapping("/imports/{id}/taking")
  String take(@PathVariable long id) {
    imports.take(id);
    return to(id);
  }

  @PostMapping("/imports/{id}/withdrawal")
  String withdraw(@PathVariable long id) {
    imports.withdraw(id);
    return "redirect:/imports";
  }

  /// The rows that stay out, in the columns of the file, with what is wrong with each.
  @GetMapping("/imports/{id}/findings.csv")
  void findings(@PathVariable long id, HttpServletResponse response) throws IOException {
    Import shown = imports.see(id);
    attach(response, "text/csv;charset=UTF-8", shown.fileName() + "-待修改.csv");
    findings.write(shown, response.getOutputStream());
  }

  /// An empty form with the right headers.
  @GetMapping("/imports/blank/{kind}.xlsx")
  void blank(@PathVariable ImportKind kind, HttpServletResponse response) throws IOException {
    attach(response, XLSX, kind == ImportKind.ROSTER ? "会员名册.xlsx" : "工会组织.xlsx");
    try (TableWriter writer = TableWriter.xlsx(response.getOutputStream())) {
      writer.write(kind.columns().stream().map(column -> column.label().zh()).toList());
    }
  }

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static void attach(HttpServletResponse response, String type, String fileName) {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
  }

  private static String to(long id) {
    return "redirect:/imports/" + id;
  }
}
