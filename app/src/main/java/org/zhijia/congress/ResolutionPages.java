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

/// Resolutions: drafted and amended by the desk, counted by two tellers.
@Needs(Task.RUN_CONGRESS)
@Controller
class ResolutionPages {
  private final Congresses congresses;
  private final Resolutions resolutions;
  private final Papers papers;
  private final Hall hall;
  private final Desk desk;

  ResolutionPages(
      Congresses congresses, Resolutions resolutions, Papers papers, Hall hall, Desk desk) {
    this.congresses = congresses;
    this.resolutions = resolutions;
    this.papers = papers;
    this.hall = hall;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/resolutions")
  String show(@PathVariable long id, Model model) {
    return show(congresses.demand(id, Task.RUN_CONGRESS), model);
  }

  /// For tellers, who see no figures but their own before both are there.
  @Needs(Task.COUNT_BALLOTS)
  @GetMapping("/congresses/{id}/counting")
  String counting(@PathVariable long id, Model model) {
    return show(congresses.demand(id, Task.COUNT_BALLOTS), model);
  }

  private String show(Congress congress, Model model) {
    desk.fill(model, congress, "resolutions");
    model.addAttribute("seen", resolutions.of(congress));
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("kinds", ResolutionKind.values());
    return "congress/resolutions";
  }

  private String answer(long id, Outcome outcome, Model model, HttpServletResponse response) {
    Congress congress = congresses.find(id);
    boolean runs = congresses.may(congress, Task.RUN_CONGRESS);
    return switch (outcome) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + (runs ? "/resolutions" : "/counting");
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(congress, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/resolutions")
  String draft(
      @PathVariable long id,
      @RequestParam(defaultValue = "OTHER") ResolutionKind kind,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "due") String base,
      Model model,
      HttpServletResponse response) {
    return answer(id, resolutions.draft(id, kind, title, text, base), model, response);
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/amendments")
  String amend(
      @PathVariable long id,
      @PathVariable long resolution,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String after,
      Model model,
      HttpServletResponse response) {
    return answer(id, resolutions.amend(id, resolution, by, before, after), model, response);
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/amendments/{amendment}")
  String decide(
      @PathVariable long id,
      @PathVariable long resolution,
      @PathVariable long amendment,
      @RequestParam(defaultValue = "false") boolean taken,
      Model model,
      HttpServletResponse response) {
    return answer(id, resolutions.answer(id, resolution, amendment, taken), model, response);
  }

  @Needs(Task.COUNT_BALLOTS)
  @PostMapping("/congresses/{id}/resolutions/{resolution}/counts")
  String count(
      @PathVariable long id,
      @PathVariable long resolution,
      @RequestParam(defaultValue = "0") int approvals,
      @RequestParam(defaultValue = "0") int against,
      @RequestParam(defaultValue = "0") int abstain,
      Model model,
      HttpServletResponse response) {
    Hands hands = new Hands(approvals, against, abstain);
    return answer(id, resolutions.count(id, resolution, hands), model, response);
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/secret-vote")
  String putToVote(
      @PathVariable long id,
      @PathVariable long resolution,
      Model model,
      HttpServletResponse response) {
    return answer(id, resolutions.putToVote(id, resolution), model, response);
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/document")
  String document(
      @PathVariable long id,
      @PathVariable long resolution,
      Model model,
      HttpServletResponse response) {
    return answer(id, papers.draftResolution(id, resolution), model, response);
  }
}
