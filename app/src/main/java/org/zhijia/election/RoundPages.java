package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// What an announced result leads to: another vote, or a decision on the seats left open.
@Needs(Task.RUN_CONGRESS)
@Controller
class RoundPages {
  private final Rounds rounds;
  private final Shortages shortages;
  private final PollPages pages;

  RoundPages(Rounds rounds, Shortages shortages, PollPages pages) {
    this.rounds = rounds;
    this.shortages = shortages;
    this.pages = pages;
  }

  @PostMapping("/polls/{uuid}/next-round")
  String next(@PathVariable String uuid) {
    return rounds
        .next(uuid)
        .map(next -> "redirect:" + next.poll().link())
        .orElse("redirect:/polls/" + uuid);
  }

  /// So many seats less, as the meeting agreed by show of hands.
  @PostMapping("/polls/{uuid}/reduction")
  String reduce(
      @PathVariable String uuid,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    return decide(uuid, SeatsDecision.Choice.REDUCED, form, model, response);
  }

  /// The seats stay open, as the adopted method says or the meeting agreed.
  @PostMapping("/polls/{uuid}/vacancy")
  String leaveVacant(
      @PathVariable String uuid,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    return decide(uuid, SeatsDecision.Choice.VACANT, form, model, response);
  }

  private String decide(
      String uuid,
      SeatsDecision.Choice choice,
      Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("chosen", choice.name());
    model.addAttribute("hands", form);
    Decision decision = shortages.decide(uuid, choice, Method.Vote.typed(form));
    return pages.done(uuid, decision, model, response);
  }
}
