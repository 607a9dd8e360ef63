package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A vote that is held: what the server knows it as, and what everybody will mark.
///
/// @param body as the server names it, e.g. `COMMITTEE`
/// @param runoff among those tied at the last seat: most votes elect
/// @param due of whom more than half must be for it, but in a run-off
record Ask(
    String uuid,
    String body,
    int round,
    boolean runoff,
    String title,
    int due,
    Plan.Ballot ballot) {

  /// One that is no run-off.
  Ask(String uuid, String body, int round, String title, int due, Plan.Ballot ballot) {
    this(uuid, body, round, false, title, due, ballot);
  }

  boolean isResolution() {
    return isResolution(body);
  }

  /// Whether a vote answers a question and fills no seat; a recall is one.
  static boolean isResolution(String body) {
    return body.equals("RESOLUTION") || body.equals("RECALL");
  }

  Slate slate() {
    return ballot.slate();
  }

  /// What a voter puts in; empty for somebody who does not vote.
  Optional<Marked> of(int voter) {
    return ballot.marks().get(voter);
  }

  /// Where its files go, e.g. `committee-1`.
  String folder() {
    return body.toLowerCase(java.util.Locale.ROOT) + "-" + round;
  }

  /// For each place on our list the place on the server's, from 0.
  ///
  /// @param shown names as the server lists them
  List<Integer> places(List<String> shown) {
    if (isResolution()) {
      return List.of(0);
    }
    List<Integer> places = new ArrayList<>();
    for (String name : slate().names()) {
      int place = shown.indexOf(name);
      if (place < 0) {
        throw new Stuck("\"" + name + "\" is not on the server's list: " + shown);
      }
      places.add(place);
    }
    return places;
  }
}
