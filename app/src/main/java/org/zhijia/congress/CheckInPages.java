package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhijia.congress.CheckIn.Guest;
import org.zhijia.web.Needs;
import org.zhijia.web.Task;

/// Ushers at the door, on a telephone or on a kiosk.
@Needs(Task.CHECK_IN)
@Controller
class CheckInPages {
  private final Congresses congresses;
  private final CheckIn checkIn;
  private final Hall hall;
  private final Desk desk;

  CheckInPages(Congresses congresses, CheckIn checkIn, Hall hall, Desk desk) {
    this.congresses = congresses;
    this.checkIn = checkIn;
    this.hall = hall;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/check-in")
  String show(
      @PathVariable long id,
      @RequestParam(defaultValue = "missing") String show,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") long arrived,
      Model model) {
    Congress congress = congresses.demand(id, Task.CHECK_IN);
    desk.fill(model, congress, "check-in");
    List<Guest> guests = checkIn.guests(congress);
    model.addAttribute("now", hall.now(congress));
    model.addAttribute("show", show);
    model.addAttribute("q", q);
    model.addAttribute("frozen", checkIn.frozen(congress));
    model.addAttribute(
        "guests",
        guests.stream()
            .filter(each -> q.isBlank() ? isShown(each, show) : each.delegate().name().contains(q))
            .limit(500)
            .toList());
    model.addAttribute(
        "arrived",
        guests.stream().filter(each -> each.delegate().id() == arrived).findFirst().orElse(null));
    return "congress/check-in";
  }

  private static boolean isShown(Guest guest, String show) {
    return switch (show) {
      case "present" -> guest.isPresent();
      case "left" -> guest.hasLeft();
      case "all" -> true;
      default -> !guest.isPresent();
    };
  }

  /// Somebody at the door.
  ///
  /// @param delegate whom the usher chose by name; none where the card says who it is
  /// @param kiosk whether they check themselves in
  record Arrival(String card, Long delegate, Boolean kiosk) {
    Arrival {
      card = Typed.text(card);
      delegate = Typed.or(delegate, 0L);
      kiosk = Typed.or(kiosk, false);
    }
  }

  @PostMapping("/congresses/{id}/check-in")
  String arrive(@PathVariable long id, Arrival arrival, Model model, HttpServletResponse response) {
    Outcome outcome =
        arrival.delegate() > 0
            ? checkIn.arrive(id, arrival.delegate())
            : checkIn.arrive(id, arrival.card());
    String page = arrival.kiosk() ? "kiosk" : "check-in";
    return switch (outcome) {
      case Outcome.Done done -> "redirect:/congresses/" + id + "/" + page + "?arrived=" + done.id();
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield arrival.kiosk() ? kiosk(id, 0, model) : show(id, "missing", "", 0, model);
      }
    };
  }

  /// Somebody goes.
  ///
  /// @param mistake whether they had never come
  record Departure(Boolean mistake, String reason) {
    Departure {
      mistake = Typed.or(mistake, false);
      reason = Typed.text(reason);
    }
  }

  @PostMapping("/congresses/{id}/check-in/{delegate}/departure")
  String leave(
      @PathVariable long id,
      @PathVariable long delegate,
      Departure departure,
      Model model,
      HttpServletResponse response) {
    Outcome outcome = checkIn.leave(id, delegate, departure.mistake(), departure.reason());
    return answer(id, outcome, "present", model, response);
  }

  private String answer(
      long id, Outcome outcome, String show, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/check-in?show=" + show;
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, show, "", 0, model);
      }
    };
  }

  @PostMapping("/congresses/{id}/check-in/{delegate}/slip")
  String slip(
      @PathVariable long id,
      @PathVariable long delegate,
      @RequestParam(defaultValue = "slip") String kind,
      Model model,
      HttpServletResponse response) {
    Outcome outcome =
        kind.equals("back")
            ? checkIn.slipBack(id, delegate)
            : checkIn.slip(id, delegate, kind.equals("paper"));
    return answer(id, outcome, "present", model, response);
  }

  @PostMapping("/congresses/{id}/attendance")
  String freeze(@PathVariable long id, Model model, HttpServletResponse response) {
    return answer(id, checkIn.freeze(id), "present", model, response);
  }

  @Needs(Task.RUN_CONGRESS)
  @PostMapping("/congresses/{id}/sittings")
  String nextSitting(@PathVariable long id, Model model, HttpServletResponse response) {
    return answer(id, checkIn.nextSitting(id), "missing", model, response);
  }

  /// A tablet at the door where people hold their own cards before the camera.
  @GetMapping("/congresses/{id}/kiosk")
  String kiosk(@PathVariable long id, @RequestParam(defaultValue = "0") long arrived, Model model) {
    Congress congress = congresses.demand(id, Task.CHECK_IN);
    model.addAttribute("congress", congress);
    model.addAttribute("now", hall.now(congress));
    model.addAttribute(
        "arrived",
        checkIn.guests(congress).stream()
            .filter(each -> each.delegate().id() == arrived)
            .findFirst()
            .orElse(null));
    return "congress/kiosk";
  }
}
