package org.zhijia.registry;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// Organisations, their members, one person, the search.
@Controller
class RegistryPages {
  private final Organisations organisations;
  private final Members members;

  RegistryPages(Organisations organisations, Members members) {
    this.organisations = organisations;
    this.members = members;
  }

  @Needs(Task.SEE_ORGANISATIONS)
  @GetMapping("/organisations")
  String mine() {
    return "redirect:/organisations/"
        + organisations.actingFor().map(Organisation::id).orElseThrow(NotThere::new);
  }

  @Needs(Task.SEE_ORGANISATIONS)
  @GetMapping("/organisations/{id}")
  String organisation(@PathVariable long id, Model model) {
    Organisation organisation = organisations.see(id);
    model.addAttribute("organisation", organisation);
    model.addAttribute("above", organisations.above(organisation));
    model.addAttribute("children", organisations.children(organisation));
    model.addAttribute("count", organisations.count(organisation));
    model.addAttribute("posts", organisations.posts(organisation));
    return "registry/organisation";
  }

  @Needs(Task.SEE_MEMBERS)
  @GetMapping("/organisations/{id}/members")
  String members(
      @PathVariable long id, @RequestParam(defaultValue = "") String after, Model model) {
    Organisation organisation = organisations.see(id);
    List<MemberStore.Row> rows = members.of(organisation, after);
    boolean more = rows.size() > Members.PAGE;
    List<MemberStore.Row> page = more ? rows.subList(0, Members.PAGE) : rows;
    model.addAttribute("organisation", organisation);
    model.addAttribute("above", organisations.above(organisation));
    model.addAttribute("members", page);
    model.addAttribute("after", after);
    model.addAttribute("next", more ? page.getLast().number() : null);
    return "registry/members";
  }

  @Needs(Task.SEE_MEMBERS)
  @GetMapping("/people/{id}")
  String person(@PathVariable long id, Model model) {
    return person(members.see(id), model);
  }

  @Needs(Task.READ_SENSITIVE)
  @PostMapping("/people/{id}/readings")
  String read(
      @PathVariable long id,
      @RequestParam String reason,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    if (reason.strip().length() < ExportPages.SHORTEST_REASON) {
      model.addAttribute("reasonMissing", true);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return person(members.see(id), model);
    }
    response.setHeader("Cache-Control", "no-store");
    return person(members.read(id, reason.strip()), model);
  }

  private String person(Members.Seen person, Model model) {
    model.addAttribute("person", person);
    model.addAttribute("memberships", members.memberships(person.id()));
    model.addAttribute("mayRead", members.mayRead(person.id()));
    return "registry/person";
  }

  @Needs(Task.SEE_MEMBERS)
  @GetMapping("/search")
  String search(@RequestParam(defaultValue = "") String q, Model model) {
    String text = q.strip();
    model.addAttribute("q", text);
    model.addAttribute("organisations", text.isEmpty() ? List.of() : organisations.search(text));
    model.addAttribute("members", text.isEmpty() ? List.of() : members.search(text));
    return "registry/search";
  }

  @Needs(Task.SEE_READINGS)
  @GetMapping("/administration/readings")
  String readings(Model model) {
    model.addAttribute("readings", members.allReadings());
    return "registry/readings";
  }
}
