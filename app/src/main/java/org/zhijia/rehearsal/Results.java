package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A result as the timeline shows it.
final class Results {
  private final Timeline timeline;

  Results(Timeline timeline) {
    this.timeline = timeline;
  }

  void print(Rehearsal.Round round) {
    JsonNode result = round.counted().json();
    timeline.say(
        "result",
        round.counted().ask().title(),
        round.counted().ask().round(),
        number(result, "due"),
        number(result, "present"),
        number(result, "issued"),
        number(result, "returned"),
        number(result, "valid"));
    if (round.counted().ask().isResolution()) {
      JsonNode line = result.get("candidates").get(0);
      boolean adopted = result.get("adopted").booleanValue();
      timeline.plain(
          "       "
              + timeline.text(
                  adopted ? "adopted" : "not-adopted",
                  number(line, "approve"),
                  number(line, "against"),
                  number(line, "abstain")));
    } else {
      elected(result);
    }
    if (round.differences().isEmpty()) {
      timeline.plain("       " + timeline.text("agrees", round.recount().valid()));
    } else {
      round.differences().forEach(each -> timeline.plain("     ! " + each));
    }
  }

  private void elected(JsonNode result) {
    List<String> names = new ArrayList<>();
    result.get("electedNames").forEach(name -> names.add(name.stringValue()));
    int seats = result.get("seats").intValue();
    timeline.plain(
        "       " + timeline.text("elected", names.size(), seats, String.join(" ", names)));
    if (result.hasNonNull("runoff")) {
      int left = result.get("runoff").get("seats").intValue();
      timeline.plain("       " + timeline.text("tied", left));
    } else if (names.size() < seats) {
      timeline.plain("       " + timeline.text("short", seats - names.size()));
    }
  }

  private static int number(JsonNode node, String key) {
    return node.get(key).intValue();
  }
}
