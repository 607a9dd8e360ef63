package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Where the credentials clerk makes and prints slips; the secrets stay in the clerk's browser and
/// on the paper.
@Needs(Task.CHECK_CREDENTIALS)
@Controller
class SlipMakingPages {
  private final Assemblies assemblies;
  private final AssemblyStore store;
  private final Slips slips;

  SlipMakingPages(Assemblies assemblies, AssemblyStore store, Slips slips) {
    this.assemblies = assemblies;
    this.store = store;
    this.slips = slips;
  }

  @GetMapping("/credentials/{assembly}")
  String page(@PathVariable long assembly, Model model) {
    Assembly of = assemblies.demand(assembly, Task.CHECK_CREDENTIALS);
    model.addAttribute("assembly", of);
    model.addAttribute("home", of.home());
    model.addAttribute("made", store.slipCount(assembly));
    model.addAttribute("struck", store.struckCount(assembly));
    return "election/slips";
  }

  /// @param wanted how many were handed out or are to be
  record State(List<String> uuids, int wanted, int made, boolean frozen) {}

  @ResponseBody
  @GetMapping("/credentials/{assembly}/state")
  State state(@PathVariable long assembly) {
    Assembly of = assemblies.demand(assembly, Task.CHECK_CREDENTIALS);
    int due = of.attendance().map(Elections.Attendance::due).orElse(of.drawn());
    return new State(of.uuids(), due, store.slipCount(assembly), of.rosterFrozen());
  }

  record Batch(List<Slips.Made> slips) {}

  @PostMapping("/credentials/{assembly}/slips")
  ResponseEntity<?> add(@PathVariable long assembly, @RequestBody Batch batch, Locale locale) {
    return Problems.answer(slips.add(assembly, batch.slips()), locale);
  }

  @PostMapping("/credentials/{assembly}/strikes")
  String strike(
      @PathVariable long assembly,
      @RequestParam String codes,
      Model model,
      HttpServletResponse response) {
    List<String> each =
        Arrays.stream(codes.toUpperCase(Locale.ROOT).split("[\\s,，、;；]+", -1))
            .filter(code -> !code.isEmpty())
            .toList();
    return done(assembly, slips.strike(assembly, each), model, response);
  }

  @PostMapping("/credentials/{assembly}/surrenders")
  String surrender(
      @PathVariable long assembly,
      @RequestParam String code,
      Model model,
      HttpServletResponse response) {
    String plain = code.strip().toUpperCase(Locale.ROOT);
    return done(assembly, slips.surrender(assembly, plain), model, response);
  }

  @PostMapping("/credentials/{assembly}/freezing")
  String freeze(@PathVariable long assembly, Model model, HttpServletResponse response) {
    return done(assembly, slips.freeze(assembly), model, response);
  }

  private String done(long assembly, Decision decision, Model model, HttpServletResponse response) {
    return Problems.areIn(decision, model, response)
        ? page(assembly, model)
        : "redirect:/credentials/" + assembly;
  }
}
