package org.zhijia.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.tables.Column;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Founding, changing and ending organisations; admitting a member; who holds which office.
@Controller
class OrganisationPages {
  private final Organisations organisations;
  private final Entering entering;
  private final Posts posts;

  OrganisationPages(Organisations organisations, Entering entering, Posts posts) {
    this.organisations = organisations;
    this.entering = entering;
    this.posts = posts;
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @GetMapping("/organisations/{id}/foundation")
  String foundation(@PathVariable long id, Model model) {
    return form(model, organisations.see(id), "foundation", Map.of());
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @PostMapping("/organisations/{id}/foundation")
  String found(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    return switch (entering.found(id, form)) {
      case Entered.Done done -> to(done.id());
      case Entered.Refused refused -> {
        refuse(model, refused, response);
        yield form(model, organisations.see(id), "foundation", form);
      }
    };
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @GetMapping("/organisations/{id}/change")
  String change(@PathVariable long id, Model model) {
    Organisation organisation = organisations.see(id);
    return form(model, organisation, "change", values(organisation));
  }

  private Map<String, String> values(Organisation organisation) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(OrganisationColumns.NUMBER, organisation.number());
    values.put(OrganisationColumns.NAME, organisation.name());
    values.put(OrganisationColumns.KIND, organisation.kind().name());
    values.put(
        OrganisationColumns.PARENT,
        Optional.ofNullable(organisation.parent())
            .flatMap(organisations::find)
            .map(Organisation::number)
            .orElse(""));
    values.put(OrganisationColumns.EMPLOYER, organisation.employer());
    values.put(OrganisationColumns.CREDIT_CODE, organisation.creditCode());
    values.put(
        OrganisationColumns.FOUNDED, organisation.foundedOn().map(LocalDate::toString).orElse(""));
    values.put(
        OrganisationColumns.TERM_ENDS,
        organisation.termEndsOn().map(LocalDate::toString).orElse(""));
    return values;
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @PostMapping("/organisations/{id}/change")
  String changed(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    return switch (entering.change(id, form)) {
      case Entered.Done done -> to(done.id());
      case Entered.Refused refused -> {
        refuse(model, refused, response);
        yield form(model, organisations.see(id), "change", form);
      }
    };
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @PostMapping("/organisations/{id}/dissolution")
  String dissolve(
      @PathVariable long id,
      @RequestParam String ground,
      Model model,
      HttpServletResponse response) {
    Organisation organisation = organisations.see(id);
    return switch (entering.dissolve(id, ground)) {
      case Entered.Done _ ->
          organisation.parent() == null ? "redirect:/organisations" : to(organisation.parent());
      case Entered.Refused refused -> {
        refuse(model, refused, response);
        model.addAttribute("ground", ground);
        yield form(model, organisation, "change", values(organisation));
      }
    };
  }

  @Needs(Task.EDIT_MEMBERS)
  @GetMapping("/organisations/{id}/admission")
  String admission(@PathVariable long id, Model model) {
    return form(model, organisations.see(id), "admission", Map.of());
  }

  @Needs(Task.EDIT_MEMBERS)
  @PostMapping("/organisations/{id}/admission")
  String admit(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    return switch (entering.admit(id, form)) {
      case Entered.Done done -> "redirect:/people/" + done.id();
      case Entered.Refused refused -> {
        refuse(model, refused, response);
        yield form(model, organisations.see(id), "admission", form);
      }
    };
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @GetMapping("/organisations/{id}/posts")
  String posts(@PathVariable long id, Model model) {
    Organisation organisation = organisations.see(id);
    model.addAttribute("organisation", organisation);
    model.addAttribute("above", organisations.above(organisation));
    model.addAttribute("posts", organisations.posts(organisation));
    model.addAttribute("offices", Office.values());
    return "registry/posts";
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @PostMapping("/organisations/{id}/posts")
  String post(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    return switch (posts.take(id, form)) {
      case Entered.Done _ -> "redirect:/organisations/" + id + "/posts";
      case Entered.Refused refused -> {
        refuse(model, refused, response);
        model.addAttribute("values", form);
        yield posts(id, model);
      }
    };
  }

  @Needs(Task.EDIT_ORGANISATIONS)
  @PostMapping("/organisations/{id}/posts/{post}/end")
  String endPost(@PathVariable long id, @PathVariable long post) {
    posts.end(post);
    return "redirect:/organisations/" + id + "/posts";
  }

  private String form(
      Model model, Organisation organisation, String purpose, Map<String, String> values) {
    model.addAttribute("organisation", organisation);
    model.addAttribute("above", organisations.above(organisation));
    model.addAttribute("purpose", purpose);
    model.addAttribute("values", values);
    model.addAttribute("columns", columns(purpose, organisation));
    model.addAttribute("kinds", OrganisationKind.values());
    return "registry/form";
  }

  private static List<Column> columns(String purpose, Organisation organisation) {
    return switch (purpose) {
      case "admission" -> RosterColumns.OF_ONE_UNION;
      case "foundation" ->
          OrganisationColumns.ALL.stream()
              .filter(column -> !column.key().equals(OrganisationColumns.PARENT))
              .toList();
      default ->
          OrganisationColumns.ALL.stream()
              .filter(column -> !column.key().equals(OrganisationColumns.NUMBER))
              .filter(
                  column ->
                      organisation.parent() != null
                          || !column.key().equals(OrganisationColumns.PARENT))
              .toList();
    };
  }

  private static void refuse(Model model, Entered.Refused refused, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("refused", refused);
  }

  private static String to(long organisation) {
    return "redirect:/organisations/" + organisation;
  }
}
