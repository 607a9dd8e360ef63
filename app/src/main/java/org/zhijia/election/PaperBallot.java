package org.zhijia.election;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// One paper ballot as a teller reads it. Written as one line, so that two tellers' readings can be
/// compared: `+1,4 -2 *王平` for, against, written in; `?` if it cannot be read.
///
/// @param approve places, sorted
/// @param against places, sorted
/// @param writeIns names, sorted
record PaperBallot(
    boolean readable, List<Integer> approve, List<Integer> against, List<String> writeIns) {
  private static final String UNREADABLE = "?";
  private static final String WRITTEN_IN = " \\*";

  PaperBallot {
    approve = List.copyOf(new TreeSet<>(approve));
    against = List.copyOf(new TreeSet<>(against));
    writeIns = List.copyOf(writeIns.stream().map(String::strip).sorted().toList());
  }

  static PaperBallot unreadable() {
    return new PaperBallot(false, List.of(), List.of(), List.of());
  }

  String line() {
    if (!readable) {
      return UNREADABLE;
    }
    StringBuilder line = new StringBuilder();
    line.append('+').append(joined(approve)).append(" -").append(joined(against));
    writeIns.forEach(name -> line.append(" *").append(name));
    return line.toString();
  }

  private static String joined(List<Integer> places) {
    return String.join(",", places.stream().map(String::valueOf).toList());
  }

  /// Reads a line that [#line] wrote.
  static PaperBallot of(String line) {
    if (line.equals(UNREADABLE)) {
      return unreadable();
    }
    List<String> parts = List.of(line.split(WRITTEN_IN, -1)); // a name may be of several words
    String[] marks = parts.getFirst().split(" ", -1);
    return new PaperBallot(
        true, places(marks[0]), places(marks[1]), parts.subList(1, parts.size()));
  }

  private static List<Integer> places(String part) {
    return part.length() == 1
        ? List.of()
        : List.of(part.substring(1).split(",", -1)).stream().map(Integer::valueOf).toList();
  }

  /// Why the whole ballot is void; empty if it counts.
  ///
  /// Source: 差额选举, 另选他人: `ballot.validity`.
  ///
  /// @param listed names on the ballot: nobody is written in who stands there already, or twice
  Optional<Fault> voidFor(int seats, List<String> listed) {
    if (!readable) {
      return Optional.of(Fault.UNREADABLE);
    }
    if (approve.size() + writeIns.size() > seats) {
      return Optional.of(Fault.OVERVOTE);
    }
    if (approve.stream().anyMatch(against::contains)) {
      return Optional.of(Fault.TWO_MARKS);
    }
    boolean again = writeIns.stream().distinct().count() < writeIns.size();
    return again || writeIns.stream().anyMatch(listed::contains)
        ? Optional.of(Fault.WRITE_IN_LISTED)
        : Optional.empty();
  }

  /// Those written in who count: all of them, or nobody where they are more than the votes against,
  /// since the ballot does not say who of them takes the place of a listed name.
  List<String> validWriteIns() {
    return writeIns.size() <= against.size() ? writeIns : List.of();
  }

  /// Each has its sentence in the messages.
  enum Fault {
    UNREADABLE,
    OVERVOTE,
    TWO_MARKS,
    WRITE_IN_LISTED
  }
}
