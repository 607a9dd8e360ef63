package org.zhijia.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.operation.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `zhijia open-vote`: for the load run in `bench`. Plays a congress in a rehearsal space up to its
/// open election, encrypts everybody's ballots into a directory instead of sending them, and waits
/// for a line on its input; then it closes, counts, and compares with what was encrypted.
///
/// In the directory: `hall.properties`, and `ballots/VOTER/UUID.json`, each what a device posts to
/// `/api/polls/UUID/ballots`.
@Command(hidden = true)
final class OpenVoteCommand implements Callable<Integer> {
  private final Words words;

  @Mixin private final Wishes wishes = new Wishes();

  @Option(names = "--url", required = true, descriptionKey = "rehearse.url")
  private @Nullable URI url;

  @Option(names = "--out", required = true, descriptionKey = "rehearse.out")
  private @Nullable Path out;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
  @SuppressWarnings("UnusedVariable") // read before everything else
  private @Nullable String language;

  OpenVoteCommand(Words words) {
    this.words = words;
  }

  @Override
  public Integer call() throws IOException {
    Plan plan = Plan.of(wishes, new Inventor(wishes.seed));
    Company company = Company.behind(Objects.requireNonNull(url));
    Timeline timeline = new Timeline(words, System.out::println);
    Rehearsal rehearsal = new Rehearsal(company, plan, wishes, timeline, Pictures.NONE);
    Rehearsal.Begun begun = rehearsal.begin();
    Casting casting = begun.casting();
    Map<String, List<String>> trackers =
        casting.vote(begun.bodies(), (_, voter, _, made) -> keep(voter, made));
    describe(begun, company, plan);
    System.out.println("ready");
    if (!hears()) {
      return 1;
    }
    casting.close(begun.bodies());
    boolean sound = true;
    for (Casting.Counted counted : casting.count(begun.bodies(), trackers)) {
      Rehearsal.Round round = rehearsal.compared(counted, casting);
      new Results(timeline).print(round);
      sound &= round.differences().isEmpty();
    }
    return sound ? 0 : 1;
  }

  private void keep(int voter, SimulatedVoter.Sealed made) {
    try {
      Path folder =
          Files.createDirectories(directory().resolve("ballots").resolve(String.valueOf(voter)));
      Files.writeString(
          folder.resolve(made.uuid() + ".json"),
          JsonMapper.builder().build().writeValueAsString(made.content()));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private Path directory() {
    return Objects.requireNonNull(out);
  }

  /// What the devices in the hall and the big screen need.
  private void describe(Rehearsal.Begun begun, Company company, Plan plan) throws IOException {
    List<Desk.Card> present = begun.prepared().cards().subList(0, plan.present());
    Files.write(
        directory().resolve("hall.properties"),
        List.of(
            "congress=" + begun.desk().at(),
            "assembly=" + begun.desk().assembly(),
            "due=" + plan.due(),
            "votes=" + String.join(",", begun.bodies().stream().map(Ask::uuid).toList()),
            "cards=" + String.join(",", present.stream().map(Desk.Card::code).toList()),
            "usher=" + company.usher().cookie()));
  }

  private static boolean hears() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return in.readLine() != null;
  }
}
