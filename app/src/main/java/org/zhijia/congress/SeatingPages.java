package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhijia.congress.HallPlan.Numbering;
import org.zhijia.web.Needs;
import org.zhijia.web.PdfAnswer;
import org.zhijia.web.Task;

/// The seating plan: the hall is typed in, the seats are worked out, one at a time is changed.
@Needs(Task.RUN_CONGRESS)
@Controller
class SeatingPages {
  private final Congresses congresses;
  private final Seating seating;
  private final Desk desk;

  SeatingPages(Congresses congresses, Seating seating, Desk desk) {
    this.congresses = congresses;
    this.seating = seating;
    this.desk = desk;
  }

  @GetMapping("/congresses/{id}/seating")
  String show(@PathVariable long id, Model model) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    desk.fill(model, congress, "delegates");
    model.addAttribute("view", "seating");
    Seating.@Nullable Chart chart = seating.of(id).orElse(null);
    model.addAttribute("chart", chart);
    model.addAttribute("numberings", Numbering.values());
    model.addAttribute("people", seating.people(id).size());
    if (!model.containsAttribute("form") && chart != null) {
      HallPlan hall = chart.hall();
      model.addAttribute(
          "form", new Form(hall.platformWritten(), hall.rowsWritten(), hall.numbering()));
    }
    return "congress/seating";
  }

  /// The hall as it is typed.
  record Form(String platform, String rows, Numbering numbering) {
    Form {
      platform = Typed.text(platform).strip();
      rows = Typed.text(rows).strip();
      numbering = Typed.or(numbering, Numbering.LEFT_TO_RIGHT);
    }

    /// @return empty if that is no hall
    Optional<HallPlan> hall() {
      return HallPlan.read(platform)
          .flatMap(
              above ->
                  HallPlan.read(rows)
                      .filter(below -> !below.isEmpty())
                      .map(below -> new HallPlan(above, below, numbering)));
    }
  }

  @PostMapping("/congresses/{id}/seating")
  String workOut(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
    Outcome outcome =
        form.hall()
            .map(hall -> seating.workOut(id, hall))
            .orElseGet(
                () ->
                    Outcome.refused(
                        "请写出每排的座位数，例如“20 22 22”，或“10x20”（10 排，每排 20 座）；最多 60 排，每排最多 60 座。",
                        "Give the seats of each row, as in \"20 22 22\", or \"10x20\" for ten rows"
                            + " of twenty; at most 60 rows of at most 60."));
    model.addAttribute("form", form);
    return answer(id, outcome, model, response);
  }

  private String answer(long id, Outcome outcome, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done _ -> "redirect:/congresses/" + id + "/seating";
      case Outcome.Refused refused -> {
        Desk.refuse(model, refused, response);
        yield show(id, model);
      }
    };
  }

  /// Who goes where.
  record Move(Long delegate, String part, Integer row, Integer number) {
    Move {
      delegate = Typed.or(delegate, 0L);
      part = Typed.text(part);
      row = Typed.or(row, 0);
      number = Typed.or(number, 0);
    }
  }

  @PostMapping("/congresses/{id}/seating/moves")
  String move(@PathVariable long id, Move move, Model model, HttpServletResponse response) {
    boolean onPlatform = move.part().equals("platform");
    Outcome outcome = seating.move(id, move.delegate(), onPlatform, move.row(), move.number());
    return answer(id, outcome, model, response);
  }

  @GetMapping("/congresses/{id}/seating.pdf")
  ResponseEntity<byte[]> sheets(@PathVariable long id) {
    Congress congress = congresses.demand(id, Task.RUN_CONGRESS);
    return seating
        .of(id)
        .map(chart -> SeatingSheets.of(congress.name(), chart))
        .map(file -> PdfAnswer.of(congress.name() + "座次表", file))
        .orElseGet(() -> CardPages.seeOther("/congresses/" + id + "/seating"));
  }
}
