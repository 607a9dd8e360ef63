package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Who is proposed for the posts of the congress, and what it adopts by show of hands.
@Needs(Task.RUN_CONGRESS)
@Controller
class HandPages {
  private final Congresses congresses;
  private final ShowsOfHands hands;
  private final DelegateStore delegates;
  private final Hall hall;
  private final Desk desk;

  HandPages(
      Congresses congresses, ShowsOfHands hands, DelegateStore delegates, Hall hall, Desk desk) {
    this.congresses = congresses;
    this.hands = hands;
    this.delegates = delegates;
    this.hall = hall;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/hands")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "agenda");
    model.addAttribute("view", "hands");
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("proposed", hands.proposed(congress));
    model.addAttribute("posts", Post.values());
    model.addAttribute("subjects", Subject.values());
    model.addAttribute("shown", hands.of(congress));
    model.addAttribute("delegates", delegates.of(id).stream().filter(Delegate::isDue).toList());
    return "congress/hands";
  }

  /// What was put to the meeting, and the hands that rose.
  record Form(Subject subject, String title, Integer approvals, Integer against, Integer abstain) {
    Form {
      subject = Typed.or(subject, Subject.OTHER);
      title = Typed.text(title);
      approvals = Typed.or(approvals, 0);
      against = Typed.or(against, 0);
      abstain = Typed.or(abstain, 0);
    }

    Hands hands() {
      return new Hands(approvals, against, abstain);
    }
  }

  @PostMapping("/congresses/{id}/hands")
  String decide(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
    Outcome outcome = hands.decide(id, form.subject(), form.title(), form.hands());
    return answer(id, outcome, model, response);
  }

  private String answer(long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> to(id);
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  private static String to(long id) {
    return "redirect:/congresses/" + id + "/hands";
  }

  @PostMapping("/congresses/{id}/posts")
  String propose(
      @PathVariable long id,
      @RequestParam(defaultValue = "PRESIDIUM") Post post,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletResponse response) {
    OptionalLong delegate =
        delegates.of(id).stream()
            .filter(each -> each.isDue() && each.name().equals(name.strip()))
            .mapToLong(Delegate::id)
            .findFirst();
    return answer(id, hands.propose(id, post, name, delegate), model, response);
  }

  @PostMapping("/congresses/{id}/posts/{post}/end")
  String withdraw(@PathVariable long id, @PathVariable long post) {
    hands.withdraw(id, post);
    return to(id);
  }
}
