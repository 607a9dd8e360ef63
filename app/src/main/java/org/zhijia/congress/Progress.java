package org.zhijia.congress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;

/// All that the checklist of a congress is worked out from.
///
/// @param body whose rules hold: `district`, `grassroots`, `enterprise`
/// @param quorum the variant of the rule `congress.quorum` that the method adopts
/// @param scheduled whether day and place are known
/// @param carried what was adopted by show of hands
/// @param ended items of the agenda that were gone through
/// @param decided resolutions that were adopted
/// @param undecided resolutions without a vote yet
/// @param papers templates of which a document was drafted
record Progress(
    CongressKind kind,
    String body,
    String quorum,
    int dueTarget,
    boolean scheduled,
    Set<Step> steps,
    Roster roster,
    Hall hall,
    Set<Subject> carried,
    Map<ItemKind, Integer> planned,
    Set<ItemKind> ended,
    Set<ResolutionKind> decided,
    int undecided,
    Votes votes,
    Set<String> papers,
    boolean approved) {

  Progress {
    steps = Set.copyOf(steps);
    carried = Set.copyOf(carried);
    planned = Map.copyOf(planned);
    ended = Set.copyOf(ended);
    decided = Set.copyOf(decided);
    papers = Set.copyOf(papers);
  }

  /// @param quotas of all units together
  /// @param examined delegates with a verdict on their credentials
  record Roster(List<Unit> units, int quotas, int examined, int rejected, Composition composition) {
    Roster {
      units = List.copyOf(units);
    }

    public int delegates() {
      return composition.delegates();
    }
  }

  /// @param fewest votes that one of its delegates has; 0 where none was written down
  record Unit(
      String name, int members, int quota, int elected, boolean held, int attended, int fewest) {}

  /// @param frozen whether due and present are fixed for the current sitting
  record Hall(int due, int present, boolean frozen) {}

  /// @param elected bodies whose vote is over, with no run-off to come; offices that are filled
  /// @param tied bodies whose last seats wait for a run-off
  /// @param openSeats that nobody was elected to, and what becomes of them
  /// @param open whether a vote is going on or waits for its count
  /// @param partial what stands against scrutineers who are candidates themselves, or hold the key
  ///     without having been passed
  /// @param committee in figures; none before its vote is prepared
  record Votes(
      Set<Body> elected,
      Set<Body> tied,
      List<Elections.OpenSeats> openSeats,
      boolean open,
      List<Ground> partial,
      Ballots ballots,
      Optional<Committee> committee) {
    Votes {
      elected = Set.copyOf(elected);
      tied = Set.copyOf(tied);
      openSeats = List.copyOf(openSeats);
      partial = List.copyOf(partial);
    }
  }

  /// What must be there before ballots can be issued.
  ///
  /// @param method whether the elections know the method that was adopted
  /// @param key whether the scrutineers have made theirs
  /// @param drawn slips that were handed out
  /// @param roster whether the slips are frozen
  record Ballots(boolean method, boolean key, int drawn, boolean roster) {}
}
