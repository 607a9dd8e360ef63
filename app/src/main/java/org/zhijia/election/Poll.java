package org.zhijia.election;

import java.time.Instant;
import java.util.Optional;

/// One vote of a meeting: one question to the voters, one archive, one count.
///
/// @param uuid of the archive, reserved before the slips were made
/// @param round 1 for the first, higher for run-offs and second votes for the same body
/// @param seats to be filled; 1 for a resolution
/// @param candidates how many are on the list; 0 for a resolution
/// @param cast electronic ballots taken so far, one for each slip
/// @param issued ballots handed out in both ways; 0 before opening
/// @param closesAt when the box closes by itself after its closing was announced
public record Poll(
    long id,
    long assembly,
    String uuid,
    Body body,
    String title,
    int round,
    int seats,
    int candidates,
    Stage stage,
    int cast,
    int issued,
    Optional<Instant> closesAt) {

  public boolean isOpen() {
    return stage == Stage.OPEN;
  }

  /// Where its page is.
  public String link() {
    return "/polls/" + uuid;
  }
}
