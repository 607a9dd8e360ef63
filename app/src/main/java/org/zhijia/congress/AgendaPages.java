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

/// The agenda and what hangs on it: posts of the congress, shows of hands, group discussion,
/// proposals.
@Needs(Task.RUN_CONGRESS)
@Controller
class AgendaPages {
  private final Congresses congresses;
  private final Agenda agenda;
  private final AgendaStore store;
  private final DelegateStore delegates;
  private final Papers papers;
  private final Hall hall;
  private final Desk desk;

  AgendaPages(
      Congresses congresses,
      Agenda agenda,
      AgendaStore store,
      DelegateStore delegates,
      Papers papers,
      Hall hall,
      Desk desk) {
    this.congresses = congresses;
    this.agenda = agenda;
    this.store = store;
    this.delegates = delegates;
    this.papers = papers;
    this.hall = hall;
    this.desk = desk;
  }

  private Congress open(long id, String view, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "agenda");
    model.addAttribute("view", view);
    return congress;
  }

  private static String to(long id, String page) {
    return "redirect:/congresses/" + id + "/" + page;
  }

  @GetMapping("/congresses/{id}/agenda")
  String show(@PathVariable long id, Model model) {
    Congress congress = open(id, "agenda", model);
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("kinds", ItemKind.values());
    model.addAttribute("papers", papers.of(congress));
    return "congress/agenda";
  }

  private String agendaAfter(long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> to(id, "agenda");
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/agenda")
  String add(
      @PathVariable long id,
      @RequestParam(defaultValue = "ADDRESS") ItemKind kind,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String presenter,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String plannedAt,
      @RequestParam(defaultValue = "20") int minutes,
      Model model,
      HttpServletResponse response) {
    Agenda.Wish wish =
        new Agenda.Wish(
            kind,
            title,
            presenter,
            DelegatePages.number(document),
            Times.typed(plannedAt),
            minutes);
    return agendaAfter(id, agenda.add(id, wish), model, response);
  }

  @PostMapping("/congresses/{id}/agenda/usual")
  String addUsual(@PathVariable long id) {
    agenda.addUsual(id);
    return to(id, "agenda");
  }

  @PostMapping("/congresses/{id}/agenda/{item}/call")
  String call(
      @PathVariable long id, @PathVariable long item, Model model, HttpServletResponse response) {
    return agendaAfter(id, agenda.call(id, item), model, response);
  }

  @PostMapping("/congresses/{id}/agenda/end")
  String end(@PathVariable long id) {
    agenda.end(id);
    return to(id, "agenda");
  }

  @PostMapping("/congresses/{id}/agenda/{item}/rise")
  String raise(@PathVariable long id, @PathVariable long item) {
    agenda.raise(id, item);
    return to(id, "agenda");
  }

  @PostMapping("/congresses/{id}/agenda/{item}/removal")
  String drop(
      @PathVariable long id, @PathVariable long item, Model model, HttpServletResponse response) {
    return agendaAfter(id, agenda.drop(id, item), model, response);
  }

  // Presidium and shows of hands

  @GetMapping("/congresses/{id}/hands")
  String hands(@PathVariable long id, Model model) {
    Congress congress = open(id, "hands", model);
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("holders", store.holders(id));
    model.addAttribute("posts", Post.values());
    model.addAttribute("subjects", Subject.values());
    model.addAttribute("shown", agenda.shown(congress));
    model.addAttribute("delegates", delegates.of(id).stream().filter(Delegate::isDue).toList());
    return "congress/hands";
  }

  private String handsAfter(long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> to(id, "hands");
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield hands(id, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/hands")
  String show(
      @PathVariable long id,
      @RequestParam(defaultValue = "OTHER") Subject subject,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "0") int approvals,
      @RequestParam(defaultValue = "0") int against,
      @RequestParam(defaultValue = "0") int abstain,
      Model model,
      HttpServletResponse response) {
    Outcome outcome = agenda.show(id, subject, title, new Hands(approvals, against, abstain));
    return handsAfter(id, outcome, model, response);
  }

  @PostMapping("/congresses/{id}/posts")
  String post(
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
    return handsAfter(id, agenda.post(id, post, name, delegate), model, response);
  }

  @PostMapping("/congresses/{id}/posts/{post}/end")
  String unpost(@PathVariable long id, @PathVariable long post) {
    agenda.unpost(id, post);
    return to(id, "hands");
  }

  // Group discussion and proposals

  @GetMapping("/congresses/{id}/discussion")
  String discussion(@PathVariable long id, Model model) {
    Congress congress = open(id, "discussion", model);
    model.addAttribute("items", store.items(id));
    model.addAttribute("delegations", delegates.delegations(id));
    model.addAttribute("notes", store.notes(id));
    model.addAttribute("proposals", hall.proposals(congress));
    return "congress/discussion";
  }

  private String discussionAfter(
      long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> to(id, "discussion");
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield discussion(id, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/discussion")
  String note(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long delegation,
      @RequestParam(defaultValue = "0") long item,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response) {
    return discussionAfter(id, agenda.note(id, delegation, item, text), model, response);
  }

  @PostMapping("/congresses/{id}/proposals/{proposal}/sorting")
  String sort(
      @PathVariable long id,
      @PathVariable long proposal,
      @RequestParam(defaultValue = "MOTION") String as,
      @RequestParam(defaultValue = "") String responsible,
      @RequestParam(defaultValue = "") String due,
      Model model,
      HttpServletResponse response) {
    Outcome outcome = agenda.sort(id, proposal, as, responsible, Times.day(due));
    return discussionAfter(id, outcome, model, response);
  }

  @PostMapping("/congresses/{id}/proposals/{proposal}/reply")
  String reply(
      @PathVariable long id,
      @PathVariable long proposal,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response) {
    return discussionAfter(id, agenda.reply(id, proposal, text), model, response);
  }
}
