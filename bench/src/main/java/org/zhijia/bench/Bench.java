package org.zhijia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.zhijia.ballot.group.Group;
import org.zhijia.bench.fuzz.Differential;
import org.zhijia.bench.fuzz.Fuzz;
import org.zhijia.bench.timing.Timing;

/// `./zhijia bench`: measurements, and attempts to break what is measured. What there is, with its
/// arguments, [#USAGE] says.
public final class Bench {
  private static final String USAGE =
      """
      usage: ./zhijia bench …

      how fast
        [peer [BALLOTS [FURTHER [GROUP]]]]   beside belenios-tool: from BALLOTS (1000) to four times
                                             as many, and from those to FURTHER (10000)
        scale [BALLOTS [DIRECTORY]]          what a ballot costs in ever larger boxes, up to BALLOTS
                                             (10000); the boxes are kept in DIRECTORY
        memory [BALLOTS]                     BALLOTS (10000) in a small heap
        booth                                encryption in Chromium
        registry [MEMBERS]                   a server with MEMBERS (1000000) in its register
        congress [DELEGATES]                 a hall of DELEGATES (500) votes
        jmh …                                the JMH benchmarks, with JMH's arguments

      how sound
        fuzz [SECONDS [SEED [DIRECTORY [TARGET]]]]   changed inputs for every reader
        differential [MUTANTS [SEED]]                changed ballots beside belenios-tool
        timing [PERCENT [NAME]]                      secrets in running times

      Every figure is of an idle machine, or none.
      """;

  private static final int DEFAULT_BALLOTS = 1000;
  private static final int MANY_BALLOTS = 10_000;
  private static final int MANY_MEMBERS = 1_000_000;
  private static final int HALL = 500;
  private static final int ALL = 100;

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    String what = arguments.length == 0 ? "peer" : arguments[0];
    switch (what) {
      case "peer" ->
          PeerComparison.run(
              number(arguments, DEFAULT_BALLOTS), further(arguments), group(arguments));
      case "booth" -> BoothSpeed.run();
      case "scale" -> BallotScale.run(number(arguments, MANY_BALLOTS), folder(arguments));
      case "memory" -> SmallHeap.run(number(arguments, MANY_BALLOTS));
      case "registry" -> RegistryLoad.run(number(arguments, MANY_MEMBERS));
      case "congress" -> CongressLoad.run(number(arguments, HALL));
      case "fuzz" -> Fuzz.run(rest(withNumbers(arguments)));
      case "differential" -> Differential.run(PeerComparison.tool(), rest(withNumbers(arguments)));
      case "timing" -> Timing.run(number(arguments, ALL), arguments.length > 2 ? arguments[2] : "");
      case "fuzzing" -> Fuzz.runHere(rest(arguments));
      case "jmh" -> org.openjdk.jmh.Main.main(rest(arguments));
      case "work" -> BallotWork.main(rest(arguments));
      case "help", "--help" -> System.out.print(USAGE);
      default -> refuse();
    }
  }

  private static String[] rest(String[] arguments) {
    return Arrays.copyOfRange(arguments, 1, arguments.length);
  }

  private static int number(String[] arguments, int otherwise) {
    if (arguments.length < 2) {
      return otherwise;
    }
    if (!arguments[1].matches("[1-9]\\d{0,6}")) {
      refuse();
    }
    return Integer.parseInt(arguments[1]);
  }

  /// The first two arguments, where they are there, are numbers.
  private static String[] withNumbers(String[] arguments) {
    for (int i = 1; i < Math.min(3, arguments.length); i++) {
      if (!arguments[i].matches("\\d{1,18}")) {
        refuse();
      }
    }
    return arguments;
  }

  private static Optional<Path> folder(String[] arguments) {
    return arguments.length < 3
        ? Optional.empty()
        : Optional.of(Path.of(arguments[2]).toAbsolutePath());
  }

  private static int further(String[] arguments) {
    if (arguments.length < 3) {
      return MANY_BALLOTS;
    }
    if (!arguments[2].matches("\\d{1,7}")) {
      refuse();
    }
    return Integer.parseInt(arguments[2]);
  }

  private static String group(String[] arguments) {
    String group = arguments.length < 4 ? Group.NAMES.getFirst() : arguments[3];
    if (Group.named(group).isEmpty()) {
      refuse();
    }
    return group;
  }

  private static void refuse() {
    System.err.print(USAGE);
    System.exit(2);
  }

  /// A scratch folder that is gone afterwards.
  static void deleteAll(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
