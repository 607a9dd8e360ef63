package org.zhijia.election;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One vote of a meeting: one question to the voters, one archive, one count.
///
/// @param uuid of the archive, reserved before the slips were made
/// @param round 1 for the first, higher for run-offs and second votes for the same body
/// @param seats to be filled; 1 for a resolution
/// @param candidates how many are on the list; 0 for a resolution
/// @param cast electronic ballots taken so far, one for each slip
/// @param issued ballots handed out in both ways; 0 before opening
/// @param fingerprint what voters compare; empty before opening and on paper alone
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
    Optional<String> fingerprint,
    Optional<Instant> closesAt) {

  private static final Pattern FOUR = Pattern.compile("(?<=\\G.{4})");

  public boolean isOpen() {
    return stage == Stage.OPEN;
  }

  /// The fingerprint in groups of four letters, for comparing by eye.
  public List<String> fingerprintGroups() {
    return fingerprint.stream().flatMap(FOUR::splitAsStream).toList();
  }

  /// Where its page is.
  public String link() {
    return "/polls/" + uuid;
  }
}
