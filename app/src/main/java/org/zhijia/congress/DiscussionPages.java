package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// What groups said of the reports, and what delegates propose.
@Needs(Task.RUN_CONGRESS)
@Controller
class DiscussionPages {
  private final Congresses congresses;
  private final Agenda agenda;
  private final AgendaStore store;
  private final DelegateStore delegates;
  private final Hall hall;
  private final Desk desk;

  DiscussionPages(
      Congresses congresses,
      Agenda agenda,
      AgendaStore store,
      DelegateStore delegates,
      Hall hall,
      Desk desk) {
    this.congresses = congresses;
    this.agenda = agenda;
    this.store = store;
    this.delegates = delegates;
    this.hall = hall;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/discussion")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "agenda");
    model.addAttribute("view", "discussion");
    model.addAttribute("items", store.items(id));
    model.addAttribute("delegations", delegates.delegations(id));
    model.addAttribute("notes", store.notes(id));
    model.addAttribute("proposals", hall.proposals(congress));
    return "congress/discussion";
  }

  private String answer(long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/discussion";
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  /// What a group said on an item.
  record Remark(Long delegation, Long item, String text) {
    Remark {
      delegation = Typed.or(delegation, 0L);
      item = Typed.or(item, 0L);
      text = Typed.text(text);
    }
  }

  @PostMapping("/congresses/{id}/discussion")
  String note(@PathVariable long id, Remark remark, Model model, HttpServletResponse response) {
    Outcome outcome = agenda.note(id, remark.delegation(), remark.item(), remark.text());
    return answer(id, outcome, model, response);
  }

  /// What becomes of a proposal, and who answers it by when.
  record Sorting(String as, String responsible, String due) {
    Sorting {
      as = as == null || as.isEmpty() ? "MOTION" : as;
      responsible = Typed.text(responsible);
      due = Typed.text(due);
    }
  }

  @PostMapping("/congresses/{id}/proposals/{proposal}/sorting")
  String sort(
      @PathVariable long id,
      @PathVariable long proposal,
      Sorting sorting,
      Model model,
      HttpServletResponse response) {
    Outcome outcome =
        agenda.sort(id, proposal, sorting.as(), sorting.responsible(), Times.day(sorting.due()));
    return answer(id, outcome, model, response);
  }

  @PostMapping("/congresses/{id}/proposals/{proposal}/reply")
  String reply(
      @PathVariable long id,
      @PathVariable long proposal,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response) {
    return answer(id, agenda.reply(id, proposal, text), model, response);
  }
}
