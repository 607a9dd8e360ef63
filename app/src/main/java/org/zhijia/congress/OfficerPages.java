package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Those who were elected, on their way into the register of posts.
@Needs(Task.RUN_CONGRESS)
@Controller
class OfficerPages {
  private static final String NUMBER = "number-";

  private final Congresses congresses;
  private final Officers officers;
  private final Desk desk;

  OfficerPages(Congresses congresses, Officers officers, Desk desk) {
    this.congresses = congresses;
    this.officers = officers;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/officers")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "papers");
    model.addAttribute("elected", officers.of(congress));
    model.addAttribute("since", officers.electedOn(congress).orElse(null));
    model.addAttribute("terms", Officers.terms());
    return "congress/officers";
  }

  /// `number-NAME` for those whom the name alone does not tell.
  @PostMapping("/congresses/{id}/officers")
  String enter(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    Map<String, String> numbers = new HashMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(NUMBER)) {
            numbers.put(name.substring(NUMBER.length()), value);
          }
        });
    String typed = form.getOrDefault("years", "");
    int years = typed.matches("[0-9]") ? Integer.parseInt(typed) : 0;
    return switch (officers.enter(id, numbers, years)) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/officers";
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }
}
