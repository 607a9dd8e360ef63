package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// The desk's page on the first plenaries: who is due, who came, which officers are elected.
@Needs(Task.RUN_CONGRESS)
@Controller
class PlenaryPages {
  private final Plenaries plenaries;
  private final Assemblies assemblies;

  PlenaryPages(Plenaries plenaries, Assemblies assemblies) {
    this.plenaries = plenaries;
    this.assemblies = assemblies;
  }

  @GetMapping("/elections/{assembly}/plenaries")
  String page(@PathVariable long assembly, Model model) {
    model.addAttribute("assembly", assemblies.demand(assembly, Task.RUN_CONGRESS));
    model.addAttribute("states", plenaries.of(assembly));
    return "election/plenaries";
  }

  @PostMapping("/elections/{assembly}/plenaries")
  String convene(
      @PathVariable long assembly,
      @RequestParam Body body,
      Model model,
      HttpServletResponse response) {
    return done(assembly, plenaries.convene(assembly, body), model, response);
  }

  @PostMapping("/elections/{assembly}/plenaries/attendance")
  String attend(
      @PathVariable long assembly,
      @RequestParam Body body,
      @RequestParam(defaultValue = "") List<String> present,
      Model model,
      HttpServletResponse response) {
    return done(assembly, plenaries.attend(assembly, body, present), model, response);
  }

  /// The posts as they are typed.
  ///
  /// @param equal nothing where the box is not ticked
  record Posts(int viceChairs, int standing, @Nullable String equal) {
    Plenaries.Officers officers() {
      return new Plenaries.Officers(viceChairs, standing, equal != null);
    }
  }

  @PostMapping("/elections/{assembly}/plenaries/polls")
  String prepare(
      @PathVariable long assembly,
      @RequestParam Body body,
      Posts posts,
      Model model,
      HttpServletResponse response) {
    return done(assembly, plenaries.prepare(assembly, body, posts.officers()), model, response);
  }

  private String done(long assembly, Decision decision, Model model, HttpServletResponse response) {
    return Problems.areIn(decision, model, response)
        ? page(assembly, model)
        : "redirect:/elections/" + assembly + "/plenaries";
  }
}
