package org.zhijia.election;

import java.util.List;
import java.util.Optional;

/// The first meeting of a committee, at which it elects its officers from among its members.
///
/// @param body that meets: [Body#COMMITTEE] or [Body#AUDIT]
/// @param members who were elected to it, in stroke order; all of them are due
/// @param present who of them came; empty until it is frozen
public record Plenary(Body body, List<String> members, Optional<List<String>> present) {

  public Plenary {
    members = List.copyOf(members);
    present = present.map(List::copyOf);
  }

  /// They vote on paper: so few that no second way could keep their votes secret.
  Optional<Elections.Attendance> attendance() {
    return present.map(
        there -> new Elections.Attendance(members.size(), there.size(), there.size()));
  }

  public boolean isPresent(String name) {
    return present.map(there -> there.contains(name)).orElse(true);
  }
}
