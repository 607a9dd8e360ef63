package org.zhijia.election;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Where a teller enters paper ballots one by one.
@Needs(Task.COUNT_BALLOTS)
@Controller
class PaperPages {
  private static final int MOST_ALIKE = 200;

  private final PaperCount paper;
  private final Polls polls;
  private final Assemblies assemblies;

  PaperPages(PaperCount paper, Polls polls, Assemblies assemblies) {
    this.paper = paper;
    this.polls = polls;
    this.assemblies = assemblies;
  }

  @GetMapping("/polls/{uuid}/paper")
  String page(@PathVariable String uuid, Model model) {
    PaperCount.Desk desk = paper.desk(uuid);
    model.addAttribute("assembly", assemblies.find(desk.row().poll().assembly()));
    model.addAttribute("poll", desk.row().poll());
    model.addAttribute("desk", desk);
    List<Candidate> candidates = polls.candidates(desk.row());
    model.addAttribute("candidates", candidates);
    model.addAttribute("groups", groups(desk.mine(), desk.row().poll(), candidates));
    return "election/paper";
  }

  /// Equal readings once, with how many there are.
  ///
  /// @param fault why such a ballot is void; empty where it counts
  public record Group(String line, int times, String fault) {}

  private static List<Group> groups(List<String> lines, Poll poll, List<Candidate> candidates) {
    List<String> listed = candidates.stream().map(Candidate::name).toList();
    return lines.stream()
        .distinct()
        .map(
            line ->
                new Group(
                    line,
                    Collections.frequency(lines, line),
                    PaperBallot.of(line)
                        .voidFor(poll.seats(), listed)
                        .map(PaperBallot.Fault::name)
                        .orElse("")))
        .toList();
  }

  /// One reading, as often as ballots read so: `mark-1=for`, `mark-2=against`, `written`.
  @PostMapping("/polls/{uuid}/paper")
  String enter(
      @PathVariable String uuid,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    PaperBallot ballot = form.containsKey("unreadable") ? PaperBallot.unreadable() : read(form);
    int times = Math.clamp(number(form.getFirst("times")), 1, MOST_ALIKE);
    Decision decision = paper.enter(uuid, Collections.nCopies(times, ballot));
    return done(uuid, decision, model, response);
  }

  private static int number(@org.jspecify.annotations.Nullable String typed) {
    return typed != null && typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 1;
  }

  private static PaperBallot read(MultiValueMap<String, String> form) {
    List<Integer> approve = new ArrayList<>();
    List<Integer> against = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          if (name.matches("mark-[0-9]{1,3}")) {
            int place = Integer.parseInt(name.substring("mark-".length()));
            if (values.contains("for")) {
              approve.add(place);
            }
            if (values.contains("against")) {
              against.add(place);
            }
          }
        });
    String written = String.valueOf(form.getOrDefault("written", List.of("")).getFirst());
    List<String> names =
        Arrays.stream(written.split("[\\s,，、;；]+", -1)).filter(n -> !n.isEmpty()).toList();
    return new PaperBallot(true, approve, against, names);
  }

  @PostMapping("/polls/{uuid}/paper/removal")
  String remove(
      @PathVariable String uuid,
      @RequestParam String line,
      Model model,
      HttpServletResponse response) {
    return done(uuid, paper.remove(uuid, line), model, response);
  }

  @PostMapping("/polls/{uuid}/paper/completion")
  String finish(@PathVariable String uuid, Model model, HttpServletResponse response) {
    return done(uuid, paper.finish(uuid), model, response);
  }

  private String done(String uuid, Decision decision, Model model, HttpServletResponse response) {
    return Problems.areIn(decision, model, response)
        ? page(uuid, model)
        : "redirect:/polls/" + uuid + "/paper";
  }
}
