package org.zhijia.election;

import java.util.List;

/// A result that everybody may know: the count sheet and what follows from it.
///
/// @param majority how many votes for it took; 0 in a run-off, where most votes elect
/// @param elected names in stroke order; empty for a resolution
/// @param adopted for a resolution: whether it has its majority
/// @param runoffAmong tied at the last seat
/// @param shortage seats that stay open
/// @param stands false where more ballots came back than were issued: it elects and adopts nothing,
///     and is held again
/// @param accepted surpluses of one way of voting that the chief scrutineer let count
/// @param reasons why it came out so, sentence by sentence
public record Announced(
    Poll poll,
    int due,
    int present,
    int issued,
    int returned,
    int valid,
    int majority,
    List<Line> lines,
    List<String> elected,
    boolean adopted,
    List<String> runoffAmong,
    int shortage,
    boolean stands,
    List<Acceptance> accepted,
    List<String> reasons) {

  public Announced {
    lines = List.copyOf(lines);
    elected = List.copyOf(elected);
    runoffAmong = List.copyOf(runoffAmong);
    accepted = List.copyOf(accepted);
    reasons = List.copyOf(reasons);
  }

  /// Whether it was a vote among those tied.
  public boolean isRunoff() {
    return majority == 0;
  }

  /// Votes for one candidate, most first; of a resolution there is one line.
  public record Line(
      String name, int approve, int against, int abstain, boolean writtenIn, boolean elected) {}
}
