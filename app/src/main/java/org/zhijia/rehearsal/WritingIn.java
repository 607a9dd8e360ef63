package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijia.tables.WrittenName;

/// Lets a few of those who vote on a device write somebody in who is due and no candidate.
///
/// @param people of one name each, whom the server lists by that name
/// @param paper who votes on paper
record WritingIn(Inventor inventor, List<String> people, Set<Integer> paper) {
  private static final int PERCENT = 4;
  private static final int LEAST = 2;

  /// So few that some of them are written in more than once.
  private static final int DIFFERENT = 3;

  WritingIn {
    people = List.copyOf(people);
    paper = Set.copyOf(paper);
  }

  /// Whoever shares a name is listed with the unit, and is left out here.
  static WritingIn of(Inventor inventor, Stream<Person> due, Set<Integer> paper) {
    List<String> names = due.map(Person::name).toList();
    List<String> single =
        names.stream()
            .filter(name -> Collections.frequency(names, name) == 1)
            .filter(name -> !name.isEmpty() && WrittenName.plain(name).equals(name))
            .toList();
    return new WritingIn(inventor, single, paper);
  }

  /// The same ballots, but that a few write somebody in.
  Plan.Ballot some(Plan.Ballot ballot) {
    List<String> listed = ballot.slate().names();
    List<String> others =
        people.stream()
            .filter(name -> listed.stream().noneMatch(one -> one.startsWith(name)))
            .limit(DIFFERENT)
            .toList();
    List<Optional<Marked>> marks = new ArrayList<>(ballot.marks());
    List<Integer> voters =
        IntStream.range(0, marks.size())
            .filter(voter -> !paper.contains(voter) && ballot.marks().get(voter).isPresent())
            .boxed()
            .toList();
    if (others.isEmpty()) {
      return ballot;
    }
    List<Integer> chosen = inventor.drawn(voters, Math.max(LEAST, voters.size() * PERCENT / 100));
    for (int i = 0; i < chosen.size(); i++) {
      int voter = chosen.get(i);
      String person = others.get(i % others.size());
      Optional<Marked> before = Objects.requireNonNull(marks.get(voter));
      marks.set(voter, before.map(mark -> mark.writingIn(person, ballot.slate())));
    }
    return new Plan.Ballot(ballot.slate(), marks);
  }
}
