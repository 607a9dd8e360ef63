package org.zhijia.demo;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Shows whoever leads the demo's congress, on every page, what its other people can do now.
@ControllerAdvice
@ConditionalOnProperty("zhijia.demo")
class PeoplePanel {
  private final SimulatedPeople people;
  private final Permit permit;
  private final Clock clock;

  PeoplePanel(SimulatedPeople people, Permit permit, Clock clock) {
    this.people = people;
    this.permit = permit;
    this.clock = clock;
  }

  @ModelAttribute
  void beside(Model model) {
    if (permit.actor().isEmpty() || !permit.may(Task.RUN_CONGRESS)) {
      return;
    }
    people
        .scene()
        .ifPresent(
            scene -> {
              model.addAttribute("aside", "demo/_people");
              model.addAttribute("scene", scene);
              model.addAttribute("playing", people.playing());
              model.addAttribute("today", LocalDate.now(clock));
            });
  }
}
