package org.zhijia.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
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

/// Templates: to read, to replace by the organisation's own, to restore.
@Controller
class TemplatePages {
  private final Documents documents;
  private final Organisations organisations;
  private final Permit permit;

  TemplatePages(Documents documents, Organisations organisations, Permit permit) {
    this.documents = documents;
    this.organisations = organisations;
    this.permit = permit;
  }

  @Needs(Task.SEE_DOCUMENTS)
  @GetMapping("/documents/templates")
  String templates(Model model) {
    model.addAttribute("templates", documents.templates(here()));
    return "documents/templates";
  }

  private Organisation here() {
    return organisations.actingFor().orElseThrow(NotThere::new);
  }

  @Needs(Task.SEE_DOCUMENTS)
  @GetMapping("/documents/templates/{name}")
  String template(@PathVariable String name, Model model) {
    Template template = documents.template(here(), name).orElseThrow(NotThere::new);
    return template(template, template.check(), model);
  }

  private String template(Template template, List<Finding> findings, Model model) {
    model.addAttribute("template", template);
    model.addAttribute("own", documents.ownTemplate(here(), template.name()).orElse(null));
    model.addAttribute("findings", findings);
    model.addAttribute("mayReplace", permit.may(Task.ISSUE_DOCUMENTS, here().path()));
    return "documents/template";
  }

  @Needs(Task.ISSUE_DOCUMENTS)
  @PostMapping("/documents/templates/{name}")
  String replace(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response) {
    String typed = text.replaceAll("\\R", "\n");
    List<Finding> findings = documents.replaceTemplate(here(), name, typed);
    if (!Documents.stops(findings)) {
      return "redirect:/documents/templates/" + name;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return template(new Template(name, typed), findings, model);
  }

  @Needs(Task.ISSUE_DOCUMENTS)
  @PostMapping("/documents/templates/{name}/restoration")
  String restore(@PathVariable String name) {
    documents.restoreTemplate(here(), name);
    return "redirect:/documents/templates/" + name;
  }
}
