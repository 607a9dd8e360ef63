package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.congress.Delegates.Report;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Electing units with their quotas and elections, and the delegations that they form.
@Needs(Task.RUN_CONGRESS)
@Controller
class UnitPages {
  private final Congresses congresses;
  private final Delegates delegates;
  private final DelegateStore store;
  private final Standings standings;
  private final Desk desk;

  UnitPages(
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

  @GetMapping("/congresses/{id}/units")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "delegates");
    model.addAttribute("view", "units");
    List<Unit> units = store.units(id);
    model.addAttribute("units", units);
    model.addAttribute("early", congress.stage().isBefore(Stage.PRELIMINARY_MEETING));
    model.addAttribute("quotas", units.stream().mapToInt(Unit::quota).sum());
    model.addAttribute("members", units.stream().mapToInt(Unit::members).sum());
    model.addAttribute("progress", standings.progress(congress));
    model.addAttribute("delegates", store.of(id).stream().filter(Delegate::isThere).toList());
    return "congress/units";
  }

  /// A unit as it is typed.
  record Form(String name, Integer members, Integer quota) {
    Form {
      name = Typed.text(name);
      members = Typed.or(members, 0);
      quota = Typed.or(quota, 0);
    }
  }

  @PostMapping("/congresses/{id}/units")
  String addUnit(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
    Outcome outcome = delegates.addUnit(id, form.name(), form.members(), form.quota());
    return answer(id, outcome, model, response);
  }

  private String answer(long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/units";
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/quotas")
  String shareOut(@PathVariable long id, Model model, HttpServletResponse response) {
    return answer(id, delegates.shareOut(id), model, response);
  }

  @PostMapping("/congresses/{id}/units/{unit}/election")
  String held(
      @PathVariable long id,
      @PathVariable long unit,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    var on = Times.day(form.getOrDefault("on", ""));
    if (on.isEmpty()) {
      Outcome missing = Outcome.refused("请填写选举日期。", "Give the day of the election.");
      return answer(id, missing, model, response);
    }
    Map<Long, Integer> approvals = new HashMap<>();
    form.forEach(
        (name, value) -> {
          if (name.matches("votes-\\d{1,18}") && value.matches("\\d{1,7}")) {
            approvals.put(Long.valueOf(name.substring(6)), Integer.valueOf(value));
          }
        });
    String attended = form.getOrDefault("attended", "");
    int count = attended.matches("\\d{1,7}") ? Integer.parseInt(attended) : -1;
    Report report = new Report(on.get(), count, approvals);
    return answer(id, delegates.held(id, unit, report), model, response);
  }

  /// A delegation as it is typed.
  ///
  /// @param place where it meets
  /// @param unit whose delegates belong to it
  record Delegation(String name, String place, List<Long> unit) {
    Delegation {
      name = Typed.text(name);
      place = Typed.text(place);
      unit = List.copyOf(Typed.or(unit, List.of()));
    }
  }

  @PostMapping("/congresses/{id}/delegations")
  String addDelegation(
      @PathVariable long id, Delegation delegation, Model model, HttpServletResponse response) {
    Outcome outcome =
        delegates.addDelegation(id, delegation.name(), delegation.place(), delegation.unit());
    return answer(id, outcome, model, response);
  }
}
