package org.zhijia.identity;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.registry.Members;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.SignedIn;

/// My page: who I am here, where I am signed in, who has read my data.
@SignedIn
@Controller
class MePages {
  private final Accounts accounts;
  private final Members members;
  private final Permit permit;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  MePages(
      Accounts accounts,
      Members members,
      Permit permit,
      FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.accounts = accounts;
    this.members = members;
    this.permit = permit;
    this.sessions = sessions;
  }

  /// One place where I am signed in.
  ///
  /// @param handle names it in the page without giving the session's id away
  record Device(String handle, Instant since, Instant lastSeen, boolean thisOne) {}

  @GetMapping("/me")
  String me(Model model, HttpSession session) {
    var actor = permit.signedIn();
    model.addAttribute("account", accounts.account(actor.account()).orElseThrow(NotThere::new));
    model.addAttribute("appointments", accounts.appointments(actor.account()));
    model.addAttribute("devices", devices(session.getId()));
    actor
        .person()
        .ifPresent(
            person -> {
              model.addAttribute("memberships", members.memberships(person));
              model.addAttribute("readings", members.readingsOf(person));
            });
    return "identity/me";
  }

  /// The fields of the form.
  ///
  /// @param again the new password once more
  record NewPassword(String current, String password, String again) {
    NewPassword {
      current = Objects.requireNonNullElse(current, "");
      password = Objects.requireNonNullElse(password, "");
      again = Objects.requireNonNullElse(again, "");
    }

    @Override
    public String toString() {
      return "NewPassword[…]"; // never into a log
    }
  }

  /// Changes the password; everywhere else one is signed out.
  @PostMapping("/me/password")
  String password(
      NewPassword wish,
      Model model,
      HttpSession session,
      jakarta.servlet.http.HttpServletResponse response) {
    long account = permit.signedIn().account();
    String problem =
        wish.password().equals(wish.again())
            ? accounts.changePassword(account, wish.current(), wish.password()).name()
            : "PASSWORDS_DIFFER";
    if (problem.equals("DONE")) {
      mine().keySet().stream()
          .filter(id -> !id.equals(session.getId()))
          .forEach(sessions::deleteById);
      return "redirect:/me?password-changed";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("problem", problem);
    return me(model, session);
  }

  @PostMapping("/me/sessions/{handle}/end")
  String end(@PathVariable String handle) {
    for (String id : mine().keySet()) {
      if (handle(id).equals(handle)) {
        sessions.deleteById(id);
      }
    }
    return "redirect:/me";
  }

  @PostMapping("/me/acting-for")
  String actFor(@RequestParam long organisation, HttpSession session) {
    boolean held =
        accounts.appointments(permit.signedIn().account()).stream()
            .anyMatch(appointment -> appointment.organisation() == organisation);
    if (!held) {
      throw new NotThere();
    }
    session.setAttribute(PermitOfRequest.ACTING_FOR, organisation);
    return "redirect:/me";
  }

  private java.util.Map<String, ? extends Session> mine() {
    return sessions.findByPrincipalName(String.valueOf(permit.signedIn().account()));
  }

  private List<Device> devices(String current) {
    return mine().values().stream()
        .map(
            session ->
                new Device(
                    handle(session.getId()),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    session.getId().equals(current)))
        .sorted(Comparator.comparing(Device::lastSeen).reversed())
        .toList();
  }

  private static String handle(String sessionId) {
    return Integer.toHexString(sessionId.hashCode());
  }
}
