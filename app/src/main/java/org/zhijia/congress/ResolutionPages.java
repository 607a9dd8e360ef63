package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Resolutions: drafted and amended by the desk, counted by two tellers.
@Needs(Task.RUN_CONGRESS)
@Controller
class ResolutionPages {
  private final Congresses congresses;
  private final Resolutions resolutions;
  private final Recalls recalls;
  private final Papers papers;
  private final Hall hall;
  private final Desk desk;

  ResolutionPages(
      Congresses congresses,
      Resolutions resolutions,
      Recalls recalls,
      Papers papers,
      Hall hall,
      Desk desk) {
    this.congresses = congresses;
    this.resolutions = resolutions;
    this.recalls = recalls;
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
    model.addAttribute("kinds", ResolutionKind.drafted());
    model.addAttribute("posts", recalls.posts(congress));
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

  /// A resolution as it is typed.
  ///
  /// @param base of the majority: `due` or `present`
  record Draft(ResolutionKind kind, String title, String text, String base) {
    Draft {
      kind = Typed.or(kind, ResolutionKind.OTHER);
      title = Typed.text(title);
      text = Typed.text(text);
      base = Typed.text(base);
    }
  }

  @PostMapping("/congresses/{id}/resolutions")
  String draft(@PathVariable long id, Draft draft, Model model, HttpServletResponse response) {
    Outcome outcome =
        resolutions.draft(id, draft.kind(), draft.title(), draft.text(), draft.base());
    return answer(id, outcome, model, response);
  }

  /// A recall as it is moved.
  ///
  /// @param post the office from which; its id in the register
  record Recall(Long post, String by, String grounds) {
    Recall {
      post = Typed.or(post, 0L);
      by = Typed.text(by);
      grounds = Typed.text(grounds);
    }
  }

  @PostMapping("/congresses/{id}/recalls")
  String move(@PathVariable long id, Recall recall, Model model, HttpServletResponse response) {
    Outcome outcome = recalls.move(id, recall.post(), recall.by(), recall.grounds());
    return answer(id, outcome, model, response);
  }

  /// What somebody said on their own recall.
  record Hearing(String said, Boolean waived) {
    Hearing {
      said = Typed.text(said);
      waived = Typed.or(waived, false);
    }
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/hearing")
  String hear(
      @PathVariable long id,
      @PathVariable long resolution,
      Hearing hearing,
      Model model,
      HttpServletResponse response) {
    Outcome outcome = recalls.hear(id, resolution, hearing.said(), hearing.waived());
    return answer(id, outcome, model, response);
  }

  /// Words to be put in the place of others.
  record Motion(String by, String before, String after) {
    Motion {
      by = Typed.text(by);
      before = Typed.text(before);
      after = Typed.text(after);
    }
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/amendments")
  String amend(
      @PathVariable long id,
      @PathVariable long resolution,
      Motion motion,
      Model model,
      HttpServletResponse response) {
    Outcome outcome =
        resolutions.amend(id, resolution, motion.by(), motion.before(), motion.after());
    return answer(id, outcome, model, response);
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/amendments/{amendment}/adoption")
  String adopt(
      @PathVariable long id,
      @PathVariable long resolution,
      @PathVariable long amendment,
      Model model,
      HttpServletResponse response) {
    return answer(id, resolutions.answer(id, resolution, amendment, true), model, response);
  }

  @PostMapping("/congresses/{id}/resolutions/{resolution}/amendments/{amendment}/refusal")
  String refuse(
      @PathVariable long id,
      @PathVariable long resolution,
      @PathVariable long amendment,
      Model model,
      HttpServletResponse response) {
    return answer(id, resolutions.answer(id, resolution, amendment, false), model, response);
  }

  /// What a teller counted.
  record Count(Integer approvals, Integer against, Integer abstain) {
    Count {
      approvals = Typed.or(approvals, 0);
      against = Typed.or(against, 0);
      abstain = Typed.or(abstain, 0);
    }

    Hands hands() {
      return new Hands(approvals, against, abstain);
    }
  }

  @Needs(Task.COUNT_BALLOTS)
  @PostMapping("/congresses/{id}/resolutions/{resolution}/counts")
  String count(
      @PathVariable long id,
      @PathVariable long resolution,
      Count count,
      Model model,
      HttpServletResponse response) {
    return answer(id, resolutions.count(id, resolution, count.hands()), model, response);
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
