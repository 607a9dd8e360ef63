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

  /// A congress as it is typed; when it is opened, and later on the page of its settings.
  record Form(
      String name,
      String kind,
      String body,
      Integer due,
      String beginsAt,
      String place,
      String quorum,
      Integer leastWomen,
      Integer leastFrontLine) {
    Form {
      name = Typed.text(name).strip();
      kind = Typed.text(kind);
      body = Typed.text(body);
      due = Typed.or(due, 0);
      beginsAt = Typed.text(beginsAt);
      place = Typed.text(place).strip();
      quorum = Typed.text(quorum);
      leastWomen = Math.max(0, Typed.or(leastWomen, 0));
      leastFrontLine = Math.max(0, Typed.or(leastFrontLine, 0));
    }

    /// Without units and delegates yet.
    Plan plan() {
      return new Plan(
          name, which(), law(), due, Times.typed(beginsAt), place, List.of(), List.of());
    }

    /// The congress with what may still change.
    Congress changed(Congress before) {
      return new Congress(
          before.id(),
          before.organisation(),
          name,
          before.kind(),
          before.body(),
          due,
          Times.typed(beginsAt),
          place,
          quorumVariant(),
          before.assembly(),
          before.sitting(),
          leastWomen,
          leastFrontLine,
          before.stage());
    }

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
      Form form,
      Model model,
      HttpServletResponse response) {
    Organisation of =
        congresses.choices().stream()
            .filter(each -> each.id() == organisation)
            .findFirst()
            .orElseThrow(NotThere::new);
    return switch (congresses.open(of, form.plan())) {
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
      @PathVariable long id, @RequestParam Stage stage, Model model, HttpServletResponse response) {
    return answer(id, congresses.enter(id, stage), model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses/{id}/stages/earlier")
  String goBack(
      @PathVariable long id,
      @RequestParam Stage stage,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    return answer(id, congresses.goBack(id, stage, reason), model, response);
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

  /// Where something that was done elsewhere is written down, and of which day.
  record Evidence(String reference, String on) {
    Evidence {
      reference = Typed.text(reference).strip();
      on = Typed.text(on);
    }
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses/{id}/steps")
  String note(
      @PathVariable long id,
      @RequestParam org.zhijia.congress.Step step,
      Evidence evidence,
      Model model,
      HttpServletResponse response) {
    Optional<LocalDate> day = Times.day(evidence.on());
    Outcome outcome =
        day.isEmpty()
            ? Outcome.refused("请填写日期。", "Give the day.")
            : congresses.note(
                id,
                step,
                new CongressStore.Noted(evidence.reference(), day.get(), congresses.by()));
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
    return switch (congresses.change(form.changed(before))) {
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
