package org.zhijia.election;

import java.util.List;
import java.util.Optional;
import org.zhijia.statute.BodyKind;

/// A meeting that votes, as the elections know it.
///
/// @param kind of union, whose rules hold
/// @param threshold how many scrutineers can open the box together
/// @param minimum fewer voters than this vote on paper, or the result would tell their votes
/// @param trustees the public key document, once the ceremony is done
/// @param drawn slips that were handed out
/// @param rosterSha256 of the list of public credentials; empty until it is frozen
/// @param attendance who is due and present; empty until it is frozen
/// @param voters names of all who are due, frozen with the attendance
/// @param ended the meeting is filed: its votes are over, keys and credentials needed no more
/// @param uuids ids of elections that the slips were made for
public record Assembly(
    long id,
    long organisation,
    String title,
    String home,
    BodyKind kind,
    int threshold,
    int minimum,
    Optional<String> trustees,
    int drawn,
    Optional<String> rosterSha256,
    Optional<Elections.Attendance> attendance,
    List<String> voters,
    boolean ended,
    List<String> uuids) {

  public Assembly {
    voters = List.copyOf(voters);
    uuids = List.copyOf(uuids);
  }

  public boolean rosterFrozen() {
    return rosterSha256.isPresent();
  }

  public boolean keyMade() {
    return trustees.isPresent();
  }
}
