package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /// Which document, and what the record does not know of it.
  record Wish(String template, String codeWord, String higher, String contact, String chair) {
    Wish {
      template = Typed.text(template);
      codeWord = Typed.text(codeWord);
      higher = Typed.text(higher);
      contact = Typed.text(contact);
      chair = Typed.text(chair);
    }

    /// By the names that templates of documents use.
    Map<String, String> values() {
      return Map.of("代字", codeWord, "上级工会", higher, "联系方式", contact, "主持人", chair);
    }
  }

  @PostMapping("/congresses/{id}/papers")
  String draft(@PathVariable long id, Wish wish, Model model, HttpServletResponse response) {
    return switch (papers.draft(id, wish.template(), wish.values())) {
      case Outcome.Done done -> "redirect:/documents/" + done.id();
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  /// The higher union's reply.
  record Reply(String number, String on) {
    Reply {
      number = Typed.text(number);
      on = Typed.text(on);
    }
  }

  @PostMapping("/congresses/{id}/approval")
  String approve(
      @PathVariable long id,
      Reply reply,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    byte[] content = file == null ? new byte[0] : file.getBytes();
    String name =
        file == null
            ? ""
            : String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
    Outcome outcome =
        papers.approve(id, reply.number(), Times.day(reply.on()).orElse(null), name, content);
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
