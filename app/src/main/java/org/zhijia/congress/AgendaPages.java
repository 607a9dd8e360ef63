package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// The agenda: planned, called up item by item, ended.
@Needs(Task.RUN_CONGRESS)
@Controller
class AgendaPages {
  private final Congresses congresses;
  private final Agenda agenda;
  private final Papers papers;
  private final Hall hall;
  private final Desk desk;

  AgendaPages(Congresses congresses, Agenda agenda, Papers papers, Hall hall, Desk desk) {
    this.congresses = congresses;
    this.agenda = agenda;
    this.papers = papers;
    this.hall = hall;
    this.desk = desk;
  }

  private static String to(long id) {
    return "redirect:/congresses/" + id + "/agenda";
  }

  @GetMapping("/congresses/{id}/agenda")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "agenda");
    model.addAttribute("view", "agenda");
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("kinds", ItemKind.values());
    model.addAttribute("papers", papers.of(congress));
    return "congress/agenda";
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

  /// An item as it is typed.
  record Form(
      ItemKind kind,
      String title,
      String presenter,
      String document,
      String plannedAt,
      Integer minutes) {
    Form {
      kind = Typed.or(kind, ItemKind.ADDRESS);
      title = Typed.text(title);
      presenter = Typed.text(presenter);
      document = Typed.text(document);
      plannedAt = Typed.text(plannedAt);
      minutes = Typed.or(minutes, 20);
    }

    Agenda.Wish wish() {
      return new Agenda.Wish(
          kind, title, presenter, number(document), Times.typed(plannedAt), minutes);
    }

    private static OptionalLong number(String typed) {
      return typed.matches("\\d{1,18}")
          ? OptionalLong.of(Long.parseLong(typed))
          : OptionalLong.empty();
    }
  }

  @PostMapping("/congresses/{id}/agenda")
  String add(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
    return answer(id, agenda.add(id, form.wish()), model, response);
  }

  @PostMapping("/congresses/{id}/agenda/usual")
  String addUsual(@PathVariable long id) {
    agenda.addUsual(id);
    return to(id);
  }

  @PostMapping("/congresses/{id}/agenda/{item}/call")
  String call(
      @PathVariable long id, @PathVariable long item, Model model, HttpServletResponse response) {
    return answer(id, agenda.call(id, item), model, response);
  }

  @PostMapping("/congresses/{id}/agenda/end")
  String end(@PathVariable long id) {
    agenda.end(id);
    return to(id);
  }

  @PostMapping("/congresses/{id}/agenda/{item}/rise")
  String raise(@PathVariable long id, @PathVariable long item) {
    agenda.raise(id, item);
    return to(id);
  }

  @PostMapping("/congresses/{id}/agenda/{item}/removal")
  String drop(
      @PathVariable long id, @PathVariable long item, Model model, HttpServletResponse response) {
    return answer(id, agenda.drop(id, item), model, response);
  }
}
