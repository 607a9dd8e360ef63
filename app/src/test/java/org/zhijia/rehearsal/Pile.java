package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Paper ballots that read alike, as a teller types them once.
///
/// @param times how many there are
/// @param marks names and values of the form
record Pile(int times, List<String> marks) {
  /// The form takes so many at once.
  private static final int MOST_AT_ONCE = 200;

  Pile {
    marks = List.copyOf(marks);
    if (times > MOST_AT_ONCE) {
      throw new IllegalArgumentException(times + " are more than the form takes at once");
    }
  }

  /// Blank ballots, to be marked by the methods below.
  static Pile of(int times) {
    return new Pile(times, List.of());
  }

  static Pile unreadable(int times) {
    return new Pile(times, List.of("unreadable", "on"));
  }

  Pile approve(int... places) {
    return marked("for", places);
  }

  /// For all from this place to that one.
  Pile approveFrom(int first, int last) {
    return approve(IntStream.rangeClosed(first, last).toArray());
  }

  Pile against(int... places) {
    return marked("against", places);
  }

  private Pile marked(String mark, int... places) {
    List<String> more = new ArrayList<>(marks);
    for (int place : places) {
      more.addAll(List.of("mark-" + place, mark));
    }
    return new Pile(times, more);
  }

  Pile write(String names) {
    List<String> more = new ArrayList<>(marks);
    more.addAll(List.of("written", names));
    return new Pile(times, more);
  }

  String[] fields() {
    List<String> fields = new ArrayList<>(marks);
    fields.addAll(List.of("times", String.valueOf(times)));
    return fields.toArray(String[]::new);
  }
}
