package org.zhijia.congress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhijia.web.Task;

/// What every page of a congress's desk shows around its own: name, stage rail, tabs, refusals.
@Component
class Desk {
  private final Congresses congresses;

  Desk(Congresses congresses) {
    this.congresses = congresses;
  }

  /// One stage on the rail.
  ///
  /// @param state `done`, `now` or empty
  record Step(Stage stage, String state) {}

  /// @param tab that is shown, as the messages `congress.tab.…` name it
  void fill(Model model, Congress congress, String tab) {
    model.addAttribute("congress", congress);
    model.addAttribute("organisation", congresses.organisation(congress));
    model.addAttribute("rail", rail(congress));
    model.addAttribute("tab", tab);
    model.addAttribute("mayRun", congresses.may(congress, Task.RUN_CONGRESS));
    model.addAttribute("mayExamine", congresses.may(congress, Task.CHECK_CREDENTIALS));
    model.addAttribute("mayCheckIn", congresses.may(congress, Task.CHECK_IN));
    model.addAttribute("mayCount", congresses.may(congress, Task.COUNT_BALLOTS));
  }

  private static List<Step> rail(Congress congress) {
    return Arrays.stream(Stage.values())
        .map(
            stage ->
                new Step(
                    stage,
                    stage == congress.stage()
                        ? "now"
                        : stage.isBefore(congress.stage()) ? "done" : ""))
        .toList();
  }

  /// The page again with what stands against the wish, 422.
  static void refuse(Model model, Outcome.Refused refused, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("refused", refused);
  }
}
