package org.zhijia.election;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// What an announced result leads to.
@Controller
class RoundPages {
  private final Rounds rounds;

  RoundPages(Rounds rounds) {
    this.rounds = rounds;
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/polls/{uuid}/next-round")
  String next(@PathVariable String uuid) {
    return rounds
        .next(uuid)
        .map(next -> "redirect:" + next.poll().link())
        .orElse("redirect:/polls/" + uuid);
  }
}
