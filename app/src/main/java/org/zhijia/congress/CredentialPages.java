package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// The credentials committee at work.
@Needs(Task.CHECK_CREDENTIALS)
@Controller
class CredentialPages {
  private final Congresses congresses;
  private final Delegates delegates;
  private final DelegateStore store;
  private final Standings standings;
  private final Desk desk;

  CredentialPages(
      Congresses congresses,
      Delegates delegates,
      DelegateStore store,
      Standings standings,
      Desk desk) {
    this.congresses = congresses;
    this.delegates = delegates;
    this.store = store;
    this.standings = standings;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/credentials")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.CHECK_CREDENTIALS);
    desk.fill(model, congress, "delegates");
    model.addAttribute("view", "credentials");
    model.addAttribute(
        "delegates",
        store.of(id).stream()
            .filter(each -> each.isThere() && each.standing() == Standing.DELEGATE)
            .toList());
    model.addAttribute("roster", standings.progress(congress).roster());
    model.addAttribute("composition", standings.composition(congress));
    return "congress/credentials";
  }

  /// What the committee finds of one delegate.
  record Finding(Boolean passed, String ground) {
    Finding {
      passed = Typed.or(passed, true);
      ground = Typed.text(ground);
    }
  }

  @PostMapping("/congresses/{id}/credentials/{delegate}")
  String examine(
      @PathVariable long id,
      @PathVariable long delegate,
      Finding finding,
      Model model,
      HttpServletResponse response) {
    return switch (delegates.examine(id, delegate, finding.passed(), finding.ground())) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/credentials";
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/credentials")
  String examineRest(@PathVariable long id) {
    delegates.examineRest(id);
    return "redirect:/congresses/" + id + "/credentials";
  }
}
