package org.zhijia.identity;

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

/// Accounts and the roles that they hold.
@Needs(Task.APPOINT)
@Controller
class AdministrationPages {
  private final Accounts accounts;
  private final Organisations organisations;
  private final Permit permit;

  AdministrationPages(Accounts accounts, Organisations organisations, Permit permit) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.permit = permit;
  }

  @GetMapping("/administration")
  String accounts(@RequestParam(defaultValue = "") String search, Model model) {
    model.addAttribute("search", search);
    model.addAttribute("accounts", accounts.search(search.strip()));
    return "identity/administration";
  }

  @GetMapping("/administration/accounts/{id}")
  String account(@PathVariable long id, Model model) {
    model.addAttribute("account", accounts.administered(id));
    model.addAttribute("appointments", accounts.appointments(id));
    model.addAttribute("roles", List.of(Role.values()));
    model.addAttribute("organisations", organisations.choices(Task.APPOINT));
    return "identity/account";
  }

  @PostMapping("/administration/accounts")
  String add(
      @RequestParam String signInName,
      @RequestParam String name,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    boolean wrong = !signInName.strip().matches("[\\p{L}\\p{N}._@-]{3,40}") || name.isBlank();
    if (wrong || accounts.named(signInName.strip()).isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("problem", wrong ? "name" : "taken");
      model.addAttribute("signInName", signInName);
      model.addAttribute("name", name);
      return accounts("", model);
    }
    Organisation keeper = organisations.actingFor().orElseThrow(NotThere::new);
    permit.demand(Task.APPOINT, keeper.path());
    return "redirect:/administration/accounts/"
        + accounts.add(signInName.strip(), name.strip(), null, keeper);
  }

  @PostMapping("/administration/accounts/{id}/appointments")
  String appoint(
      @PathVariable long id,
      @RequestParam Role role,
      @RequestParam long organisation,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    return switch (accounts.appoint(id, role, organisation)) {
      case Accounts.Appointed.Granted _ -> "redirect:/administration/accounts/" + id;
      case Accounts.Appointed.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("breaches", refused.breaches());
        yield account(id, model);
      }
    };
  }

  @PostMapping("/administration/appointments/{id}/end")
  String end(@PathVariable long id, @RequestParam long account) {
    accounts.endAppointment(id);
    return "redirect:/administration/accounts/" + account;
  }

  /// A suspended account cannot sign in, and where it is signed in it may do nothing any more.
  @PostMapping("/administration/accounts/{id}/suspension")
  String suspend(@PathVariable long id) {
    accounts.suspend(id, true);
    return "redirect:/administration/accounts/" + id;
  }

  @PostMapping("/administration/accounts/{id}/readmission")
  String readmit(@PathVariable long id) {
    accounts.suspend(id, false);
    return "redirect:/administration/accounts/" + id;
  }
}
