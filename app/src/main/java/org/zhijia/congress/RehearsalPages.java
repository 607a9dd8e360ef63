package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhijia.election.Body;
import org.zhijia.election.Candidate;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.election.Stage;
import org.zhijia.rehearsal.Rehearsals;
import org.zhijia.web.Needs;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// Rehearses the congress with its real roster, in a space of its own (预演).
@Needs(Task.RUN_CONGRESS)
@Controller
class RehearsalPages {
  private final Congresses congresses;
  private final DelegateStore delegates;
  private final Elections elections;
  private final Rehearsals rehearsals;
  private final Desk desk;

  RehearsalPages(
      Congresses congresses,
      DelegateStore delegates,
      Elections elections,
      Rehearsals rehearsals,
      Desk desk) {
    this.congresses = congresses;
    this.delegates = delegates;
    this.elections = elections;
    this.rehearsals = rehearsals;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/rehearsal")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "desk");
    model.addAttribute("due", due(congress).size());
    model.addAttribute("list", list(congress).orElse(null));
    model.addAttribute("refusal", refusal(congress).orElse(null));
    model.addAttribute("state", rehearsals.of(id).orElse(null));
    return "congress/rehearsal";
  }

  private List<Delegate> due(Congress congress) {
    return delegates.of(congress.id()).stream().filter(Delegate::isDue).toList();
  }

  /// The vote on the committee, if its candidates are known.
  private Optional<Poll> list(Congress congress) {
    return elections.polls(congress.assembly()).stream()
        .filter(poll -> poll.body() == Body.COMMITTEE && poll.stage() == Stage.PREPARED)
        .filter(poll -> poll.candidates() > 0)
        .findFirst();
  }

  /// What stands against one now.
  private Optional<Ground> refusal(Congress congress) {
    if (congress.stage().isInSession()) {
      return Optional.of(
          Ground.of(
              "开会期间不预演：预演会占用这台服务器的全部算力。",
              "No rehearsal while the congress sits: it takes all of this server's power."));
    }
    return due(congress).isEmpty()
        ? Optional.of(
            Ground.of(
                "名册上还没有代表，先录入代表名册。",
                "There is no delegate on the list yet: bring the list in first."))
        : Optional.empty();
  }

  @PostMapping("/congresses/{id}/rehearsal")
  String begin(@PathVariable long id, Model model, HttpServletResponse response) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    Optional<Ground> refusal = refusal(congress);
    if (refusal.isEmpty() && !rehearsals.begin(id, wish(congress))) {
      refusal =
          Optional.of(
              Ground.of(
                  "另一场预演还在进行，等它结束再开始。", "Another rehearsal is going on: begin when it has ended."));
    }
    if (refusal.isPresent()) {
      Desk.refuse(model, new Outcome.Refused(List.of(refusal.get())), response);
      return show(id, model);
    }
    return "redirect:/congresses/" + id + "/rehearsal";
  }

  private Rehearsals.Wish wish(Congress congress) {
    Optional<Poll> list = list(congress);
    return new Rehearsals.Wish(
        due(congress).stream().map(RehearsalPages::delegate).toList(),
        list.map(poll -> elections.candidates(poll.id()).stream().map(Candidate::name).toList())
            .orElse(List.of()),
        list.map(Poll::seats).orElse(0),
        LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "zh");
  }

  private static Rehearsals.Delegate delegate(Delegate each) {
    return new Rehearsals.Delegate(
        each.name(), each.female(), each.unitName(), each.post(), each.category().name());
  }

  @PostMapping("/congresses/{id}/rehearsal/end")
  String end(@PathVariable long id) {
    congresses.demand(id, Task.RUN_CONGRESS);
    rehearsals.clear(id);
    return "redirect:/congresses/" + id + "/rehearsal";
  }

  /// A page that the rehearsal drew.
  @GetMapping("/congresses/{id}/rehearsal/pictures/{name}")
  ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable String name) {
    congresses.demand(id, Task.RUN_CONGRESS);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .body(rehearsals.picture(id, name).orElseThrow(NotThere::new));
  }
}
