package org.zhijia.verify.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.trustee.Decryption;
import org.zhijia.verify.terminal.ProgressLine;
import org.zhijia.verify.terminal.Reporting;
import org.zhijia.verify.terminal.Screen;
import org.zhijia.verify.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhijia mock-election`: a whole election in one process, on given or invented choices.
@Command(name = "mock-election")
public final class MockElectionCommand implements Callable<Integer> {
  private static final int INVENTED_CANDIDATES = 12;
  private static final int INVENTED_SEATS = 9;
  private static final int INVENTED_VOTERS = 60;

  private final Screen screen;

  @Option(names = "--candidates", paramLabel = "FILE", descriptionKey = "mock.candidates")
  private @Nullable Path candidatesFile;

  @Option(names = "--ballots", paramLabel = "FILE", descriptionKey = "mock.ballots")
  private @Nullable Path ballotsFile;

  @Option(names = "--seats", paramLabel = "N", descriptionKey = "mock.seats")
  private @Nullable Integer seats;

  @Option(names = "--trustees", paramLabel = "N", descriptionKey = "mock.trustees")
  private int trustees = 3;

  @Option(names = "--threshold", paramLabel = "N", descriptionKey = "mock.threshold")
  private @Nullable Integer threshold;

  @Option(names = "--group", paramLabel = "NAME", descriptionKey = "mock.group")
  private String group = Group.NAMES.getFirst();

  @Option(names = "--write-in", descriptionKey = "mock.write-in")
  private boolean writeIn;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "mock.seed")
  private @Nullable Long seed;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "mock.out")
  private @Nullable Path out;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.threads")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--min-ballots", paramLabel = "N", descriptionKey = "option.min-ballots")
  private int minimumBallots = Decryption.DEFAULT_MINIMUM;

  @Mixin private Reporting reporting = new Reporting();

  MockElectionCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException, WrongUse {
    Path directory = Objects.requireNonNull(out);
    demandSense();
    demandEmpty(directory);
    ChoicesRead choices = candidatesFile == null ? invented() : read();
    Files.createDirectories(directory);
    MockReport report = new MockReport(screen, directory);
    report.writeRejected(choices.rejected());
    if (choices.plan().ballots().isEmpty()) {
      throw new WrongUse("mock.no-ballots", directory.resolve(MockReport.REJECTED));
    }
    ProgressLine progress = reporting.progress(screen);
    MockElection.Outcome outcome =
        new MockElection(choices.plan(), listener(progress)).run(directory);
    progress.end();
    report.write(choices.plan(), choices.rejected().size(), outcome);
    report.print(choices.plan(), choices.rejected().size(), outcome, reporting.json());
    return outcome.verdict().holds() && outcome.result().isPresent() ? 0 : 1;
  }

  private record ChoicesRead(MockPlan plan, List<RejectedRow> rejected) {}

  private void demandSense() throws WrongUse {
    if ((candidatesFile == null) != (ballotsFile == null)) {
      throw new WrongUse("mock.both-files");
    }
    if (trustees < 1 || trustees > 64) {
      throw new WrongUse("error.range", "--trustees", 1, 64);
    }
    if (threshold() < 1 || threshold() > trustees) {
      throw new WrongUse("error.range", "--threshold", 1, trustees);
    }
    if (writeIn && candidatesFile != null) {
      throw new WrongUse("mock.write-in-invented");
    }
    if (Group.named(group).isEmpty()) {
      throw new WrongUse("mock.no-such-group", group, String.join(", ", Group.NAMES));
    }
    if (writeIn && Group.named(group).flatMap(Group::embedding).isEmpty()) {
      throw new WrongUse("mock.no-write-in", group);
    }
    if (threads < 1) {
      throw new WrongUse("error.at-least", "--threads", 1);
    }
  }

  /// Two of three by default; of other numbers, just more than half.
  private int threshold() {
    return threshold != null ? threshold : trustees / 2 + 1;
  }

  private static void demandEmpty(Path directory) throws IOException, WrongUse {
    if (!Files.exists(directory)) {
      return;
    }
    if (!Files.isDirectory(directory)) {
      throw new WrongUse("error.not-a-directory", directory);
    }
    try (Stream<Path> files = Files.list(directory)) {
      if (files.anyMatch(file -> file.toString().endsWith(".bel"))) {
        throw new WrongUse("mock.directory-used", directory);
      }
    }
  }

  private ChoicesRead read() throws WrongUse {
    try {
      List<Candidate> candidates = ChoiceFiles.candidates(Objects.requireNonNull(candidatesFile));
      OptionalInt given = seats == null ? OptionalInt.empty() : OptionalInt.of(seats);
      if (given.isPresent()) {
        demandSeats(given.getAsInt(), candidates.size());
      }
      ChoiceFiles.Choices choices =
          ChoiceFiles.ballots(Objects.requireNonNull(ballotsFile), candidates, given);
      MockPlan plan = plan(candidates, choices.seats(), choices.ballots(), Beside.NOTHING);
      return new ChoicesRead(plan, choices.rejected());
    } catch (UnreadableFile unreadable) {
      throw new WrongUse(
          "file." + unreadable.reason().name(),
          unreadable.file(),
          unreadable.line(),
          unreadable.detail());
    }
  }

  private ChoicesRead invented() throws WrongUse {
    int places = seats == null ? INVENTED_SEATS : seats;
    demandSeats(places, INVENTED_CANDIDATES);
    InventedChoices choices = new InventedChoices(seed == null ? new Random().nextLong() : seed);
    List<Candidate> candidates = choices.candidates(INVENTED_CANDIDATES);
    List<MarkedBallot> ballots = choices.ballots(INVENTED_VOTERS, INVENTED_CANDIDATES, places);
    MockPlan plan =
        plan(
            candidates,
            places,
            ballots,
            new Beside(
                Optional.of(screen.text("mock.resolution")),
                choices.resolutionMarks(INVENTED_VOTERS),
                writeIns(choices, candidates, ballots, places)));
    return new ChoicesRead(plan, List.of());
  }

  private Optional<MockWriteIns> writeIns(
      InventedChoices choices, List<Candidate> candidates, List<MarkedBallot> ballots, int places) {
    List<String> taken = candidates.stream().map(Candidate::name).toList();
    return writeIn ? Optional.of(choices.writeIns(ballots, places, taken)) : Optional.empty();
  }

  /// What is put to the vote beside the slate.
  private record Beside(
      Optional<String> resolution, List<Integer> marks, Optional<MockWriteIns> writeIns) {
    static final Beside NOTHING = new Beside(Optional.empty(), List.of(), Optional.empty());
  }

  private static void demandSeats(int given, int candidates) throws WrongUse {
    if (given < 1 || given > candidates) {
      throw new WrongUse("error.range", "--seats", 1, candidates);
    }
  }

  private MockPlan plan(
      List<Candidate> candidates, int places, List<MarkedBallot> ballots, Beside beside) {
    return new MockPlan(
        Group.named(group).orElseThrow(),
        screen.text("mock.name"),
        screen.text("mock.description"),
        candidates,
        places,
        ballots,
        beside.resolution(),
        beside.marks(),
        beside.writeIns(),
        trustees,
        threshold(),
        minimumBallots,
        threads);
  }

  private MockElection.Listener listener(ProgressLine progress) {
    return new MockElection.Listener() {
      @Override
      public void begins(MockElection.Stage stage, long total) {
        progress.begin(screen.messages().text("mock.stage", stage), total);
      }

      @Override
      public void reached(long done) {
        progress.reached(done);
      }
    };
  }
}
