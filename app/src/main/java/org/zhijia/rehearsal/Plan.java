package org.zhijia.rehearsal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The congress that will be played: who is due, who comes, how everybody will vote.
///
/// @param given rows of the roster file; empty without one
/// @param invented those who fill it up to the number due
/// @param present how many come; voter 0 is the first row
/// @param committee for each who is present the ballot for the committee; none: not returned
/// @param audit the same for the audit committee
/// @param resolution the same for the resolution that is voted upon in secret
/// @param paper who votes on paper
/// @param file what the ballots file said, if there was one
record Plan(
    List<Person> given,
    List<Person> invented,
    int present,
    Ballot committee,
    Ballot audit,
    Ballot resolution,
    Set<Integer> paper,
    Optional<BallotRows> file) {
  /// Fewer voters than this on one of the two ways could be found out (a setting of the server).
  static final int LEAST = 10;

  private static final int USUAL_DUE = 181;
  private static final int USUAL_SEATS = 35;
  private static final int USUAL_CANDIDATES = 38;
  private static final int AUDIT = 7;

  Plan {
    given = List.copyOf(given);
    invented = List.copyOf(invented);
    paper = Set.copyOf(paper);
  }

  /// A list and what everybody marks on it.
  record Ballot(Slate slate, List<Optional<Marked>> marks) {
    Ballot {
      marks = List.copyOf(marks);
    }
  }

  int due() {
    return given.size() + invented.size();
  }

  boolean isAllPaper() {
    return paper.size() == present;
  }

  static Plan of(Wishes wishes, Inventor inventor) {
    wishes.demandSense();
    List<Person> given = wishes.roster == null ? List.of() : RosterFile.read(wishes.roster);
    inventor.reserve(given.stream().map(Person::name).toList());
    OptionalInt seats = wishes.seats == null ? OptionalInt.empty() : OptionalInt.of(wishes.seats);
    List<Slate.Nominee> nominees =
        wishes.candidates == null ? List.of() : BallotRows.candidates(wishes.candidates);
    Optional<BallotRows> file =
        Optional.ofNullable(wishes.ballots)
            .map(path -> BallotRows.read(path, nominees, seats, wishes.paper > 0));
    Slate committee =
        nominees.isEmpty()
            ? invented(inventor, seats)
            : new Slate(
                nominees,
                file.map(BallotRows::seats).orElse(seats.orElse(usualSeats(nominees.size()))));
    Wishes.demand(
        committee.seats() <= nominees.size() || nominees.isEmpty(),
        "rehearse.range",
        "--seats",
        1,
        nominees.size());
    inventor.reserve(committee.names());
    return new Drafting(wishes, inventor, given, committee, file).plan();
  }

  private static Slate invented(Inventor inventor, OptionalInt seats) {
    if (seats.isEmpty()) {
      return inventor.slate("c", USUAL_CANDIDATES, USUAL_SEATS);
    }
    int places = seats.getAsInt();
    return inventor.slate("c", places + Math.max(1, Math.ceilDiv(places, 20)), places);
  }

  /// The most seats for which the list still has more names, as many as the law asks for.
  private static int usualSeats(int candidates) {
    return IntStream.rangeClosed(1, candidates)
        .filter(seats -> seats + Math.max(1, Math.ceilDiv(seats, 20)) <= candidates)
        .max()
        .orElse(1);
  }

  /// Works out who comes and who votes how.
  private record Drafting(
      Wishes wishes,
      Inventor inventor,
      List<Person> given,
      Slate committee,
      Optional<BallotRows> file) {

    Plan plan() {
      int voters = file.map(rows -> rows.voters().size()).orElse(0);
      int least = Math.max(given.size(), voters);
      int due = wishes.due != null ? wishes.due : Math.max(least, least > 0 ? 1 : USUAL_DUE);
      Wishes.demand(due >= least, "rehearse.due-small", due, given.size(), voters);
      Wishes.demand(due <= Wishes.MOST_DUE, "rehearse.range", "--due", 1, Wishes.MOST_DUE);
      List<Person> invented = inventor.people(due - given.size());
      int present = file.isPresent() ? Math.max(voters, quorum(due)) : usuallyPresent(due);
      List<Optional<Marked>> marks =
          IntStream.range(0, present).mapToObj(voter -> marked(voter, present)).toList();
      Slate auditors = inventor.slate("a", AUDIT, AUDIT);
      Ballot audit = alike(marks, auditors);
      Set<Integer> paper = paper(marks);
      WritingIn writing = WritingIn.of(inventor, people(invented), paper);
      return new Plan(
          given,
          invented,
          present,
          wishes.writeIn && file.isEmpty()
              ? writing.some(new Ballot(committee, marks))
              : new Ballot(committee, marks),
          wishes.writeIn ? writing.some(audit) : audit,
          new Ballot(
              Slate.resolution(),
              inventor.opinions(present, due).stream().map(Optional::of).toList()),
          paper,
          file);
    }

    private Stream<Person> people(List<Person> invented) {
      return Stream.concat(invented.stream(), given.stream());
    }

    private int quorum(int due) {
      return switch (wishes.quorum) {
        case "more-than-two-thirds" -> 2 * due / 3 + 1;
        case "more-than-half" -> due / 2 + 1;
        default -> Math.ceilDiv(2 * due, 3);
      };
    }

    /// One in forty is ill or travelling.
    private int usuallyPresent(int due) {
      return Math.max(due - due / 40, quorum(due));
    }

    /// Without a file, one ballot of more than fifty is not brought back.
    private Optional<Marked> marked(int voter, int present) {
      if (file.isPresent()) {
        List<Optional<Marked>> voters = file.get().voters();
        return voter < voters.size() ? voters.get(voter) : Optional.empty();
      }
      return present > 50 && voter == present - 1
          ? Optional.empty()
          : Optional.of(inventor.ballot(committee));
    }

    /// Whoever votes for the committee votes here too.
    private Ballot alike(List<Optional<Marked>> marks, Slate slate) {
      return new Ballot(
          slate, marks.stream().map(mark -> mark.map(_ -> inventor.ballot(slate))).toList());
    }

    /// At least ten on each way that is used at all, or all on paper.
    private Set<Integer> paper(List<Optional<Marked>> marks) {
      List<Integer> cast =
          IntStream.range(0, marks.size())
              .filter(voter -> marks.get(voter).isPresent())
              .boxed()
              .toList();
      Set<Integer> chosen = new HashSet<>();
      cast.stream()
          .filter(voter -> Objects.requireNonNull(marks.get(voter)).get().isVoid(committee.seats()))
          .forEach(chosen::add);
      int wished = wishes.paper == 0 ? 0 : Math.max(LEAST, (cast.size() * wishes.paper + 50) / 100);
      List<Integer> others = cast.stream().filter(voter -> !chosen.contains(voter)).toList();
      chosen.addAll(inventor.drawn(others, Math.max(0, wished - chosen.size())));
      if (cast.size() - chosen.size() < LEAST) {
        return new HashSet<>(IntStream.range(0, marks.size()).boxed().toList());
      }
      return chosen;
    }
  }
}
