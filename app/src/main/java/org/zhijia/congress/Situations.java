package org.zhijia.congress;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.zhijia.election.Elections;

/// How a congress stands, for those who play its people: what it waits for from others than its
/// desk.
@Service
public class Situations {
  private static final String REPORT = "election-report";

  private final CongressStore store;
  private final Standings standings;
  private final ResolutionStore resolutions;
  private final Elections elections;

  Situations(
      CongressStore store, Standings standings, ResolutionStore resolutions, Elections elections) {
    this.store = store;
    this.standings = standings;
    this.resolutions = resolutions;
    this.elections = elections;
  }

  /// What others are to do.
  public enum Awaited {
    /// Units tell how they elected their delegates.
    UNIT_ELECTIONS,
    /// The credentials clerk examines.
    EXAMINATION,
    /// Delegates come to the door.
    ARRIVAL,
    /// The meeting votes by hand.
    SHOW_OF_HANDS,
    /// The scrutineers make their key.
    KEY,
    /// Slips are made and drawn.
    SLIPS,
    /// Tellers count hands for a resolution.
    COUNTED_HANDS,
    /// The higher union answers.
    REPLY
  }

  /// @param home where its desk is, e.g. `/congresses/7`
  /// @param assembly under which the elections know it
  /// @param subjects that the meeting is to adopt by hand now, e.g. `AGENDA`
  /// @param frozen whether due and present are fixed for this sitting
  public record Situation(
      String home,
      long assembly,
      int due,
      int present,
      boolean frozen,
      List<String> subjects,
      Set<Awaited> awaited) {
    public Situation {
      subjects = List.copyOf(subjects);
      awaited = Set.copyOf(awaited);
    }
  }

  /// The congress that a union is busy with: the earliest that is not in the archive yet.
  public Optional<Situation> current(long organisation) {
    return store.all(200).stream()
        .filter(each -> each.organisation() == organisation && each.stage() != Stage.ARCHIVE)
        .min(Comparator.comparingLong(Congress::id))
        .map(this::situation);
  }

  private Situation situation(Congress congress) {
    Progress progress = standings.progress(congress);
    List<String> subjects =
        Subject.needed(congress.stage(), congress.kind()).stream()
            .filter(subject -> !progress.carried().contains(subject))
            .map(Enum::name)
            .toList();
    return new Situation(
        congress.link(),
        congress.assembly(),
        progress.hall().due(),
        progress.hall().present(),
        progress.hall().frozen(),
        subjects,
        awaited(congress, progress, !subjects.isEmpty()));
  }

  private Set<Awaited> awaited(Congress congress, Progress progress, boolean toAdopt) {
    Set<Awaited> awaited = EnumSet.noneOf(Awaited.class);
    switch (congress.stage()) {
      case DELEGATES -> {
        if (progress.roster().units().stream().anyMatch(unit -> !unit.held())) {
          awaited.add(Awaited.UNIT_ELECTIONS);
        }
      }
      case CREDENTIALS -> {
        if (progress.roster().examined() < progress.roster().delegates()) {
          awaited.add(Awaited.EXAMINATION);
        }
      }
      case PRELIMINARY_MEETING, ELECTION -> meeting(congress, progress, toAdopt, awaited);
      case RESOLUTIONS, CLOSING -> {
        if (resolutions.of(congress.id()).stream()
            .anyMatch(each -> each.isOpen() && each.poll().isEmpty())) {
          awaited.add(Awaited.COUNTED_HANDS);
        }
      }
      case APPROVAL -> {
        if (progress.papers().contains(REPORT) && !progress.approved()) {
          awaited.add(Awaited.REPLY);
        }
      }
      case PREPARATION, OPENING, REPORTS, FIRST_PLENARIES, ARCHIVE -> {
        // The desk alone is busy, or a vote is, which the elections tell.
      }
    }
    return awaited;
  }

  private void meeting(
      Congress congress, Progress progress, boolean toAdopt, Set<Awaited> awaited) {
    if (progress.hall().present() == 0) {
      awaited.add(Awaited.ARRIVAL);
      return;
    }
    if (toAdopt) {
      awaited.add(Awaited.SHOW_OF_HANDS);
    }
    if (congress.stage() == Stage.ELECTION && !toAdopt) {
      Elections.Readiness ready = elections.readiness(congress.assembly());
      if (!ready.keyMade()) {
        awaited.add(Awaited.KEY);
      }
      if (!ready.rosterFrozen()) {
        awaited.add(Awaited.SLIPS);
      }
    }
  }
}
