package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.congress.Congresses.Plan;
import org.zhijia.registry.Organisation;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Open;
import org.zhijia.web.Task;

/// The list of congresses, opening one, and the desk: where it stands and what it needs next.
@Controller
class CongressPages {
  private final Congresses congresses;
  private final Hall hall;
  private final Desk desk;

  CongressPages(Congresses congresses, Hall hall, Desk desk) {
    this.congresses = congresses;
    this.hall = hall;
    this.desk = desk;
  }

  /// One line of the list.
  record Row(Congress congress, Organisation organisation, boolean mine) {}

  @Open
  @GetMapping("/congresses")
  String list(Model model) {
    model.addAttribute(
        "rows",
        congresses.all().stream()
            .map(each -> new Row(each, congresses.organisation(each), congresses.mayWork(each)))
            .toList());
    model.addAttribute("mayOpen", !congresses.choices().isEmpty());
    return "congress/congresses";
  }

  /// The form as the browser sends it.
  record Form(
      String name,
      String kind,
      String body,
      int due,
      String beginsAt,
      String place,
      String quorum,
      int leastWomen,
      int leastFrontLine) {

    CongressKind which() {
      return "MEMBERS".equals(kind) ? CongressKind.MEMBERS : CongressKind.DELEGATES;
    }

    String law() {
      return List.of("grassroots", "enterprise").contains(body) ? body : "district";
    }

    String quorumVariant() {
      return List.of("more-than-two-thirds", "more-than-half").contains(quorum)
          ? quorum
          : "at-least-two-thirds";
    }
  }

  @Needs(Task.RUN_CONGRESS)
  @GetMapping("/congresses/new")
  String blank(Model model) {
    model.addAttribute("organisations", congresses.choices());
    return "congress/new";
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses")
  String open(
      @RequestParam(defaultValue = "0") long organisation,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "0") int due,
      @RequestParam(defaultValue = "") String beginsAt,
      @RequestParam(defaultValue = "") String place,
      Model model,
      HttpServletResponse response) {
    Form form = new Form(name, kind, body, due, beginsAt, place, "", 0, 0);
    Organisation of =
        congresses.choices().stream()
            .filter(each -> each.id() == organisation)
            .findFirst()
            .orElseThrow(NotThere::new);
    Plan plan =
        new Plan(
            name.strip(),
            form.which(),
            form.law(),
            due,
            Times.typed(beginsAt),
            place.strip(),
            List.of(),
            List.of());
    return switch (congresses.open(of, plan)) {
      case Outcome.Done done -> "redirect:/congresses/" + done.id();
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        model.addAttribute("form", form);
        yield blank(model);
      }
    };
  }

  /// The desk for those who work for the congress; for everybody else what is public of it.
  @Open
  @GetMapping("/congresses/{id}")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.find(id);
    if (!congresses.mayWork(congress)) {
      model.addAttribute("congress", congress);
      model.addAttribute("organisation", congresses.organisation(congress));
      model.addAttribute("now", hall.now(congress));
      model.addAttribute("guest", hall.guest(congress, "").orElse(null));
      return "congress/public";
    }
    desk.fill(model, congress, "desk");
    List<Line> lines = congresses.checklist(congress);
    model.addAttribute("lines", lines);
    model.addAttribute("ready", lines.stream().noneMatch(Line::stops));
    model.addAttribute("next", congresses.next(congress).orElse(null));
    model.addAttribute(
        "instead",
        congresses.next(congress).isPresent() ? congress.stage().instead().orElse(null) : null);
    model.addAttribute("before", congress.stage().before());
    model.addAttribute("steps", congresses.steps(congress));
    model.addAttribute("open", org.zhijia.congress.Step.of(congress.stage()));
    model.addAttribute("entries", congresses.entries(congress));
    model.addAttribute("now", hall.now(congress));
    return "congress/desk";
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses/{id}/stages")
  String enter(
      @PathVariable long id,
      @RequestParam Stage stage,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean back,
      Model model,
      HttpServletResponse response) {
    Outcome outcome = back ? congresses.goBack(id, stage, reason) : congresses.enter(id, stage);
    return answer(id, outcome, model, response);
  }

  private String answer(long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> "redirect:/congresses/" + id;
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses/{id}/steps")
  String note(
      @PathVariable long id,
      @RequestParam org.zhijia.congress.Step step,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String on,
      Model model,
      HttpServletResponse response) {
    Optional<LocalDate> day = Times.day(on);
    Outcome outcome =
        day.isEmpty()
            ? Outcome.refused("请填写日期。", "Give the day.")
            : congresses.note(
                id, step, new CongressStore.Noted(reference.strip(), day.get(), congresses.by()));
    return answer(id, outcome, model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @GetMapping("/congresses/{id}/settings")
  String settings(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "desk");
    return "congress/settings";
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses/{id}/settings")
  String change(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
    Congress before = congresses.demand(id, Task.RUN_CONGRESS);
    Congress to =
        new Congress(
            id,
            before.organisation(),
            form.name().strip(),
            before.kind(),
            before.body(),
            form.due(),
            Times.typed(form.beginsAt()),
            form.place().strip(),
            form.quorumVariant(),
            before.assembly(),
            before.sitting(),
            Math.max(0, form.leastWomen()),
            Math.max(0, form.leastFrontLine()),
            before.stage());
    return switch (congresses.change(to)) {
      case Outcome.Done _ -> "redirect:/congresses/" + id;
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield settings(id, model);
      }
    };
  }

  /// Everything that happened, in order (档案).
  @Needs(Task.RUN_CONGRESS)
  @GetMapping("/congresses/{id}/archive")
  String archive(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "archive");
    model.addAttribute("entries", congresses.entries(congress));
    model.addAttribute("steps", congresses.steps(congress));
    model.addAttribute("now", hall.now(congress));
    return "congress/archive";
  }
}
