package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhijia.web.Needs;
import org.zhijia.web.Open;
import org.zhijia.web.QrSymbol;
import org.zhijia.web.Task;

/// The floor on a delegate's telephone, the big screen, and the stream that keeps them live.
@Controller
class HallPages {
  private final Congresses congresses;
  private final Hall hall;
  private final Agenda agenda;
  private final Live live;
  private final OwnCredentials own;
  private final Seating seating;
  private final Desk desk;

  HallPages(
      Congresses congresses,
      Hall hall,
      Agenda agenda,
      Live live,
      OwnCredentials own,
      Seating seating,
      Desk desk) {
    this.congresses = congresses;
    this.hall = hall;
    this.agenda = agenda;
    this.live = live;
    this.own = own;
    this.seating = seating;
    this.desk = desk;
  }

  /// Says only that something has changed.
  @Open
  @GetMapping("/congresses/{id}/live")
  SseEmitter live(@PathVariable long id, HttpServletResponse response) {
    congresses.find(id);
    response.setHeader("X-Accel-Buffering", "no");
    return live.listen(id);
  }

  @Open
  @GetMapping("/congresses/{id}/floor")
  String floor(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String card,
      Model model,
      HttpServletResponse response) {
    Congress congress = congresses.find(id);
    Optional<Delegate> guest = hall.guest(congress, card);
    model.addAttribute("congress", congress);
    model.addAttribute("card", card);
    model.addAttribute("wrongCard", !card.isBlank() && guest.isEmpty());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (guest.isEmpty()) {
      return "congress/floor-door";
    }
    fill(model, congress, guest.get());
    return "congress/floor";
  }

  private void fill(Model model, Congress congress, Delegate guest) {
    model.addAttribute("guest", guest);
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("present", hall.isPresent(congress, guest));
    model.addAttribute("proposals", hall.proposalsOf(congress, guest));
    model.addAttribute(
        "group", guest.delegation().isEmpty() ? null : hall.delegation(congress, guest));
    model.addAttribute("screen", hall.screen(congress));
    model.addAttribute("seat", seating.word(congress.id(), guest).orElse(""));
    model.addAttribute("mayOwn", hall.isSelf(guest) && own.isOffered(congress, guest));
  }

  /// What the floor shows of the moment; fetched anew whenever something has changed.
  @Open
  @GetMapping("/congresses/{id}/floor/now")
  String floorNow(
      @PathVariable long id, @RequestParam(defaultValue = "") String card, Model model) {
    Congress congress = congresses.find(id);
    Optional<Delegate> guest = hall.guest(congress, card);
    model.addAttribute("congress", congress);
    model.addAttribute("card", card);
    if (guest.isEmpty()) {
      return "congress/_gone :: gone";
    }
    fill(model, congress, guest.get());
    return "congress/_floor :: now";
  }

  /// A delegate's proposal as it is typed.
  ///
  /// @param card that says who makes it; empty for whoever is signed in
  record Draft(String card, String title, String text) {
    Draft {
      card = Typed.text(card);
      title = Typed.text(title);
      text = Typed.text(text);
    }
  }

  @Open
  @PostMapping("/congresses/{id}/floor/proposals")
  String propose(@PathVariable long id, Draft draft, Model model, HttpServletResponse response) {
    Congress congress = congresses.find(id);
    Optional<Delegate> guest = hall.guest(congress, draft.card());
    if (guest.isEmpty()) {
      return floor(id, draft.card(), model, response);
    }
    return switch (agenda.propose(congress, guest.get(), draft.title(), draft.text())) {
      case Outcome.Done _ -> toFloor(id, draft.card());
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        model.addAttribute("proposalTitle", draft.title());
        model.addAttribute("proposalText", draft.text());
        yield floor(id, draft.card(), model, response);
      }
    };
  }

  private static String toFloor(long id, String card) {
    return "redirect:"
        + ServletUriComponentsBuilder.fromPath("/congresses/" + id + "/floor")
            .queryParam("card", CardCodes.read(card))
            .toUriString();
  }

  @Open
  @PostMapping("/congresses/{id}/floor/proposals/{proposal}/satisfaction")
  String satisfied(
      @PathVariable long id,
      @PathVariable long proposal,
      @RequestParam(defaultValue = "") String card,
      @RequestParam(defaultValue = "") String how) {
    Congress congress = congresses.find(id);
    if (java.util.Set.of("SATISFIED", "PARTLY", "NOT").contains(how)) {
      hall.guest(congress, card)
          .ifPresent(guest -> agenda.satisfied(congress, guest, proposal, how));
    }
    return toFloor(id, card);
  }

  // The big screen

  @Needs(Task.CHECK_IN)
  @GetMapping("/congresses/{id}/screen")
  String screen(@PathVariable long id, Model model) {
    showing(id, model);
    return "congress/screen";
  }

  @Needs(Task.CHECK_IN)
  @GetMapping("/congresses/{id}/screen/now")
  String screenNow(@PathVariable long id, Model model) {
    showing(id, model);
    return "congress/_screen :: now";
  }

  @Needs(Task.CHECK_IN)
  @GetMapping("/congresses/{id}/screen/live")
  SseEmitter screenLive(@PathVariable long id, HttpServletResponse response) {
    congresses.demand(id, Task.CHECK_IN);
    response.setHeader("X-Accel-Buffering", "no");
    return live.watch(id);
  }

  private void showing(long id, Model model) {
    Congress congress = congresses.demand(id, Task.CHECK_IN);
    PaperStore.Screen screen = hall.screen(congress);
    model.addAttribute("congress", congress);
    model.addAttribute("organisation", congresses.organisation(congress));
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("screen", screen);
    model.addAttribute("result", hall.result(congress, screen.poll()).orElse(null));
    String link =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/congresses/" + id)
            .toUriString();
    model.addAttribute("symbol", QrSymbol.of(link));
  }

  @Needs(Task.RUN_CONGRESS)
  @GetMapping("/congresses/{id}/steering")
  String steering(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "screen");
    model.addAttribute("screen", hall.screen(congress));
    model.addAttribute("now", hall.now(congress));
    return "congress/steering";
  }

  /// What the big screen is to show.
  record Steering(PaperStore.Shows shows, String message, Long poll) {
    private static final int LONGEST_MESSAGE = 200;

    Steering {
      shows = Typed.or(shows, PaperStore.Shows.HALL);
      message = Typed.text(message).strip();
      poll = Typed.or(poll, 0L);
    }

    PaperStore.Screen screen() {
      String text =
          message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
      return new PaperStore.Screen(shows, text, poll);
    }
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses/{id}/steering")
  String steer(
      @PathVariable long id, Steering steering, Model model, HttpServletResponse response) {
    return switch (hall.show(id, steering.screen())) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/steering";
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield steering(id, model);
      }
    };
  }
}
