package org.zhijia.rehearsal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhijia.tables.WrittenName;

/// Who stands, and for how many seats. A resolution is a slate of one line.
record Slate(List<Nominee> nominees, int seats) {
  Slate {
    nominees = List.copyOf(nominees);
  }

  static Slate resolution() {
    return new Slate(List.of(new Nominee("r", "r")), 1);
  }

  /// Somebody who stands.
  ///
  /// @param id as files name this person
  /// @param name as the ballot shows it, distinct on its list
  record Nominee(String id, String name) {}

  List<String> names() {
    return nominees.stream().map(Nominee::name).toList();
  }

  /// With as few candidates as this an election takes the equal variant (等额).
  boolean isEqual() {
    return nominees.size() < seats + Math.max(1, Math.ceilDiv(seats, 20));
  }

  /// Names as the server keeps them, none twice.
  static List<Nominee> distinct(List<Nominee> given) {
    Set<String> taken = new HashSet<>();
    return given.stream().map(each -> new Nominee(each.id(), free(each, taken))).toList();
  }

  private static String free(Nominee given, Set<String> taken) {
    String name = WrittenName.plain(given.name());
    String plain = name.isEmpty() ? given.id().replaceAll("\\s+", "") : name;
    String wished = plain;
    for (int i = 1; !taken.add(wished); i++) {
      wished = plain + "（" + given.id() + (i > 1 ? "-" + i : "") + "）";
    }
    return wished;
  }
}
