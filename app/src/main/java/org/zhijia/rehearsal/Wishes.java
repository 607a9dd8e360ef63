package org.zhijia.rehearsal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.zhijia.operation.CannotRun;
import picocli.CommandLine.Option;

/// What the person who rehearses asked for.
final class Wishes {
  static final int MOST_DUE = 3000;
  private static final int MOST_SEATS = 300;
  private static final int MOST_LOSS = 60;

  @Option(names = "--roster", paramLabel = "FILE", descriptionKey = "rehearse.roster")
  @Nullable Path roster;

  @Option(names = "--candidates", paramLabel = "FILE", descriptionKey = "rehearse.candidates")
  @Nullable Path candidates;

  @Option(names = "--ballots", paramLabel = "FILE", descriptionKey = "rehearse.ballots")
  @Nullable Path ballots;

  @Option(names = "--seats", paramLabel = "N", descriptionKey = "rehearse.seats")
  @Nullable Integer seats;

  @Option(names = "--due", paramLabel = "N", descriptionKey = "rehearse.due")
  @Nullable Integer due;

  @Option(names = "--paper", paramLabel = "PERCENT", descriptionKey = "rehearse.paper")
  int paper;

  @Option(names = "--loss", paramLabel = "PERCENT", descriptionKey = "rehearse.loss")
  int loss;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "rehearse.seed")
  long seed = 20190423;

  @Option(names = "--quorum", paramLabel = "VARIANT", descriptionKey = "rehearse.quorum")
  String quorum = "at-least-two-thirds";

  @Option(names = "--tie", paramLabel = "VARIANT", descriptionKey = "rehearse.tie")
  String tie = "runoff";

  @Option(names = "--shortage", paramLabel = "VARIANT", descriptionKey = "rehearse.shortage")
  String shortage = "left-vacant";

  @Option(names = "--write-in", descriptionKey = "rehearse.write-in")
  boolean writeIn;

  /// @throws CannotRun naming the first option that makes no sense
  void demandSense() {
    demand(ballots == null || candidates != null, "rehearse.both-files");
    demandRange("--paper", paper, 0, 100);
    demandRange("--loss", loss, 0, MOST_LOSS);
    if (due != null) {
      demandRange("--due", due, 1, MOST_DUE);
    }
    if (seats != null) {
      demandRange("--seats", seats, 1, MOST_SEATS);
    }
    demandOneOf(
        "--quorum", quorum, "at-least-two-thirds", "more-than-two-thirds", "more-than-half");
    demandOneOf("--tie", tie, "runoff", "fewer-against");
    demandOneOf("--shortage", shortage, "left-vacant", "revote", "reduce");
  }

  static void demand(boolean holds, String key, Object... arguments) {
    if (!holds) {
      throw new CannotRun(key, arguments);
    }
  }

  private static void demandRange(String option, int given, int least, int most) {
    demand(given >= least && given <= most, "rehearse.range", option, least, most);
  }

  private static void demandOneOf(String option, String given, String... allowed) {
    boolean known = java.util.Set.of(allowed).contains(given);
    demand(known, "rehearse.one-of", option, String.join(", ", allowed), given);
  }
}
