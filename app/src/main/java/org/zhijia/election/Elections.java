package org.zhijia.election;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The votes of a meeting, as the meeting itself sees them.
@Service
public class Elections {

  Elections() {}

  /// A meeting that will vote.
  ///
  /// @param home where its own page is, e.g. `/congresses/7`
  public record Convening(long organisation, String title, String home) {}

  /// How far the preparations for secret ballots are.
  ///
  /// @param keyMade the scrutineers' key is there
  /// @param slips made so far, and how many were handed out or struck
  /// @param rosterFrozen no slip can be added or struck any more
  public record Readiness(
      boolean keyMade, int scrutineers, int slips, int drawn, boolean rosterFrozen) {}

  /// Who is in the hall, frozen before ballots are issued.
  ///
  /// @param due all who have a vote in this meeting
  /// @param present of them in the hall
  /// @param paper of those present, who vote on paper
  public record Attendance(int due, int present, int paper) {}

  /// Opens the books for a meeting's votes.
  ///
  /// @return id of the assembly
  @Transactional
  public long convene(Convening meeting) {
    throw new UnsupportedOperationException("not built yet: " + meeting);
  }

  public Readiness readiness(long assembly) {
    throw new UnsupportedOperationException("not built yet: " + assembly);
  }

  /// In the order in which they were prepared.
  public List<Poll> polls(long assembly) {
    throw new UnsupportedOperationException("not built yet: " + assembly);
  }

  /// What became of a vote; empty until it is announced.
  public Optional<Announced> announced(long poll) {
    throw new UnsupportedOperationException("not built yet: " + poll);
  }

  /// Freezes who is due and who is present; votes opened from now on stand on these figures.
  @Transactional
  public void attend(long assembly, Attendance attendance) {
    throw new UnsupportedOperationException("not built yet: " + assembly + attendance);
  }

  /// A slip was handed to somebody; to whom stays with the meeting, which slip stays unknown.
  @Transactional
  public void slipDrawn(long assembly) {
    throw new UnsupportedOperationException("not built yet: " + assembly);
  }

  /// Takes back that a slip was handed out, before the roster is frozen.
  @Transactional
  public void slipReturned(long assembly) {
    throw new UnsupportedOperationException("not built yet: " + assembly);
  }

  /// Puts a text to a secret vote: for, against, abstain.
  ///
  /// @return the vote, in preparation
  @Transactional
  public Poll putToVote(long assembly, String title) {
    throw new UnsupportedOperationException("not built yet: " + assembly + title);
  }
}
