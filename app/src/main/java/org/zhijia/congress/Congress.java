package org.zhijia.congress;

import java.time.Instant;
import java.util.Optional;

/// A congress as it stands.
///
/// @param organisation whose congress it is
/// @param body whose rules hold: `district`, `grassroots`, `enterprise`
/// @param dueTarget how many delegates, or members, are to be due
/// @param quorum the variant of the rule `congress.quorum` that its method adopts
/// @param assembly its books in `election`
/// @param sitting the current one, from 1
record Congress(
    long id,
    long organisation,
    String name,
    CongressKind kind,
    String body,
    int dueTarget,
    Optional<Instant> beginsAt,
    String place,
    String quorum,
    long assembly,
    int sitting,
    int leastWomen,
    int leastFrontLine,
    Stage stage) {

  public String link() {
    return "/congresses/" + id;
  }
}
