package org.zhijia.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Lets the other people of the demo's congress act, and moves its clock on.
@Needs(Task.RUN_CONGRESS)
@Controller
@ConditionalOnProperty("zhijia.demo")
class PeoplePages {
  private static final List<Integer> STEPS = List.of(1, 10, 30);

  private final SimulatedPeople people;
  private final DemoClock clock;

  PeoplePages(SimulatedPeople people, DemoClock clock) {
    this.people = people;
    this.clock = clock;
  }

  /// The panel alone, asked for again and again.
  ///
  /// @param was what was going on when the page was made; it is loaded anew when that has ended, or
  /// when the congress has
  @GetMapping("/demo/people")
  String panel(@RequestParam(defaultValue = "") String was, HttpServletResponse response) {
    boolean isOver = people.scene().isEmpty();
    if (isOver || (!was.isEmpty() && people.playing().act().isEmpty())) {
      response.setHeader("HX-Refresh", "true");
    }
    return isOver ? "demo/_people :: nobody" : "demo/_people :: panel";
  }

  @PostMapping("/demo/people/{act}")
  String begin(@PathVariable Act act, @RequestParam(defaultValue = "/") String back) {
    people.begin(act);
    return "redirect:" + local(back);
  }

  @PostMapping("/demo/clock")
  String moveOn(@RequestParam int days, @RequestParam(defaultValue = "/") String back) {
    if (STEPS.contains(days)) {
      clock.moveOn(days);
    }
    return "redirect:" + local(back);
  }

  /// Never to another host.
  private static String local(String back) {
    return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/";
  }
}
