package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Documents drafted from the record, and the higher union's reply.
@Needs(Task.RUN_CONGRESS)
@Controller
class CongressPaperPages {
  private final Congresses congresses;
  private final Papers papers;
  private final PaperValues values;
  private final Desk desk;

  CongressPaperPages(Congresses congresses, Papers papers, PaperValues values, Desk desk) {
    this.congresses = congresses;
    this.papers = papers;
    this.values = values;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/papers")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "papers");
    model.addAttribute("templates", Papers.TEMPLATES);
    model.addAttribute("papers", papers.of(congress));
    model.addAttribute("approval", papers.approval(congress).orElse(null));
    model.addAttribute("known", values.of(congress));
    return "congress/papers";
  }

  @PostMapping("/congresses/{id}/papers")
  String draft(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String template,
      @RequestParam(defaultValue = "") String codeWord,
      @RequestParam(defaultValue = "") String higher,
      @RequestParam(defaultValue = "") String contact,
      @RequestParam(defaultValue = "") String chair,
      Model model,
      HttpServletResponse response) {
    Map<String, String> typed =
        Map.of("代字", codeWord, "上级工会", higher, "联系方式", contact, "主持人", chair);
    return switch (papers.draft(id, template, typed)) {
      case Outcome.Done done -> "redirect:/documents/" + done.id();
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/approval")
  String approve(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(required = false) @org.jspecify.annotations.Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    byte[] content = file == null ? new byte[0] : file.getBytes();
    String name =
        file == null
            ? ""
            : String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
    Outcome outcome = papers.approve(id, number, Times.day(on).orElse(null), name, content);
    return switch (outcome) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/papers";
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  /// As it was received; the browser keeps it, never shows it as a page of ours.
  @PostMapping("/congresses/{id}/approval/file")
  ResponseEntity<byte[]> file(@PathVariable long id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"reply\"")
        .header("X-Content-Type-Options", "nosniff")
        .body(papers.approvalFile(id));
  }
}
