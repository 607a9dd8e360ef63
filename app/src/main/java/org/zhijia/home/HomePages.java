package org.zhijia.home;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhijia.web.Open;
import org.zhijia.web.Permit;
import org.zhijia.web.Waiting;

/// The first page, and how to verify an election.
@Open
@Controller
class HomePages {
  private final Permit permit;
  private final List<Waiting> waiting;

  HomePages(Permit permit, List<Waiting> waiting) {
    this.permit = permit;
    this.waiting = waiting;
  }

  @GetMapping("/")
  String home(Model model) {
    if (permit.actor().isPresent()) {
      model.addAttribute(
          "waiting",
          waiting.stream()
              .flatMap(source -> source.forActor().stream())
              .sorted(Comparator.comparing(Waiting.Item::due))
              .toList());
    }
    return "home/home";
  }

  @GetMapping("/verify")
  String verify() {
    return "home/verify";
  }
}
