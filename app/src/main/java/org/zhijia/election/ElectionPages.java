package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// The desk's page on elections: method, scrutineers and key, slips, the votes.
@Needs(Task.RUN_CONGRESS)
@Controller
class ElectionPages {
  private static final int MOST_SEATS = 300;

  private final Assemblies assemblies;
  private final AssemblyStore store;
  private final PollStore polls;
  private final Polls led;
  private final Ceremony ceremony;

  ElectionPages(
      Assemblies assemblies, AssemblyStore store, PollStore polls, Polls led, Ceremony ceremony) {
    this.assemblies = assemblies;
    this.store = store;
    this.polls = polls;
    this.led = led;
    this.ceremony = ceremony;
  }

  /// One line of what must be ready before the first secret ballot.
  ///
  /// @param key of its sentence in the messages
  /// @param done whether it is
  public record Step(String key, boolean done, List<Object> with) {}

  @GetMapping("/elections/{assembly}")
  String page(@PathVariable long assembly, Model model) {
    Assembly of = assemblies.demand(assembly, Task.RUN_CONGRESS);
    List<Scrutineer> scrutineers = store.scrutineers(assembly);
    model.addAttribute("assembly", of);
    model.addAttribute("method", polls.method(assembly).orElse(null));
    model.addAttribute("scrutineers", scrutineers);
    model.addAttribute("polls", polls.of(assembly).stream().map(PollRow::poll).toList());
    model.addAttribute("bodies", offered());
    model.addAttribute("steps", steps(of, scrutineers));
    model.addAttribute("watches", assemblies.isWatchedByActor(of));
    model.addAttribute("mayMakeSlips", assemblies.may(of, Task.CHECK_CREDENTIALS));
    return "election/elections";
  }

  private List<Step> steps(Assembly of, List<Scrutineer> scrutineers) {
    int live = store.slipCount(of.id()) - store.struckCount(of.id());
    return List.of(
        new Step("elections.step.method", polls.method(of.id()).isPresent(), List.of()),
        new Step(
            "elections.step.scrutineers",
            !scrutineers.isEmpty(),
            List.of(scrutineers.size(), of.threshold())),
        new Step("elections.step.key", of.keyMade(), List.of()),
        new Step("elections.step.slips", live > 0, List.of(live, of.drawn())),
        new Step("elections.step.roster", of.rosterFrozen(), List.of()),
        new Step(
            "elections.step.attendance",
            of.attendance().isPresent(),
            of.attendance()
                .map(hall -> List.<Object>of(hall.due(), hall.present(), hall.paper()))
                .orElse(List.of(0, 0, 0))));
  }

  @PostMapping("/elections/{assembly}/method")
  String adopt(
      @PathVariable long assembly,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    Method.Vote vote = Method.Vote.typed(form);
    Map<String, String> variant =
        Map.of(
            "quorum", form.getOrDefault("quorum", ""),
            "tie", form.getOrDefault("tie", ""),
            "shortage", form.getOrDefault("shortage", ""));
    Decision decision = led.adopt(assembly, form.getOrDefault("text", ""), variant, vote);
    return done(assembly, decision, form, model, response);
  }

  private static int number(Map<String, String> form, String name) {
    String typed = form.getOrDefault(name, "").strip();
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
  }

  @PostMapping("/elections/{assembly}/scrutineers")
  String appoint(
      @PathVariable long assembly,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    List<String> names =
        Arrays.stream(form.getOrDefault("names", "").split("[\\s,，、;；]+", -1))
            .filter(name -> !name.isEmpty())
            .toList();
    Decision decision = ceremony.appoint(assembly, names, number(form, "threshold"));
    return done(assembly, decision, form, model, response);
  }

  private String done(
      long assembly,
      Decision decision,
      Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    if (Problems.areIn(decision, model, response)) {
      model.addAttribute("form", form);
      return page(assembly, model);
    }
    return "redirect:/elections/" + assembly;
  }

  /// A recall is moved at the congress and comes from there.
  private static List<Body> offered() {
    return Arrays.stream(Body.values()).filter(each -> each != Body.RECALL).toList();
  }

  @PostMapping("/elections/{assembly}/polls")
  String prepare(
      @PathVariable long assembly,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response) {
    int seats = number(form, "seats");
    String title = form.getOrDefault("title", "").strip().replaceAll("\\R", " ");
    Body body =
        offered().stream()
            .filter(each -> each.name().equals(form.get("body")))
            .findFirst()
            .orElse(Body.COMMITTEE);
    if (title.isEmpty() || seats < 1 || seats > MOST_SEATS) {
      Decision refused =
          Decision.refused(
              "PLAN", "请填写标题和应选名额（1 到 300）。", "Give a title and the number of seats (1 to 300).");
      return done(assembly, refused, form, model, response);
    }
    boolean equal = form.containsKey("equal");
    boolean writeIn = form.containsKey("writeIn") && takesWriteIns(body);
    PollRow made = led.prepare(assembly, new Polls.Plan(body, title, seats, equal, writeIn));
    return "redirect:" + made.poll().link();
  }

  /// People are elected, and by the whole meeting: a committee votes on paper.
  private static boolean takesWriteIns(Body body) {
    return !body.decides() && body.electors().isEmpty();
  }
}
