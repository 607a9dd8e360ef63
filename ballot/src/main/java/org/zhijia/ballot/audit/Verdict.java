package org.zhijia.ballot.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the verifier answers: never a bare yes or no, and never an exception for a wrong archive.
public sealed interface Verdict {

  /// What was read, as far as it was read.
  Findings findings();

  default boolean holds() {
    return this instanceof Holds;
  }

  /// Everything that could be checked holds.
  ///
  /// @param checks how often each check was made, in the order of the list; checks for which there
  ///     was nothing to check (no tally yet, no slate) are missing
  record Holds(Map<Check, Long> checks, Findings findings) implements Verdict {
    public Holds {
      checks = Collections.unmodifiableMap(new EnumMap<>(checks));
    }
  }

  /// A check fails. The first failure in the order of the archive is reported.
  ///
  /// @param check which check
  /// @param where which place, e.g. `ballot 17, answer 1, choice 3`
  /// @param causes what was found there
  record Fails(Check check, String where, List<String> causes, Findings findings)
      implements Verdict {
    public Fails {
      causes = List.copyOf(causes);
    }
  }

  /// The failure, if this is one.
  default Optional<Fails> failure() {
    return this instanceof Fails fails ? Optional.of(fails) : Optional.empty();
  }
}
