package org.zhijia.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.zhijia.operation.CannotRun;
import org.zhijia.operation.OneTimeToken;
import org.zhijia.operation.ThrowawayServer;
import org.zhijia.operation.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhijia rehearse`: a whole congress against a server of its own, or against the rehearsal space
/// at an address.
@Command
public final class RehearseCommand implements Callable<Integer> {
  private final SpringApplication application;
  private final Words words;

  @Mixin private final Wishes wishes = new Wishes();

  @Option(names = "--url", paramLabel = "URL", descriptionKey = "rehearse.url")
  private @Nullable URI url;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "rehearse.out")
  private Path out = Path.of("rehearsal");

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
  @SuppressWarnings("UnusedVariable") // read before everything else
  private @Nullable String language;

  private RehearseCommand(SpringApplication application, Words words) {
    this.application = application;
    this.words = words;
  }

  /// The commands of this module by their names.
  public static Map<String, Callable<Integer>> commands(
      SpringApplication application, Words words) {
    return Map.of(
        "rehearse",
        new RehearseCommand(application, words),
        "open-vote",
        new OpenVoteCommand(words));
  }

  @Override
  public Integer call() throws IOException {
    demandEmpty();
    Plan plan = Plan.of(wishes, new Inventor(wishes.seed));
    Timeline timeline = new Timeline(words, System.out::println);
    if (url != null) {
      return play(plan, timeline, Company.behind(url));
    }
    String token = OneTimeToken.next();
    timeline.say("starting");
    Map<String, Object> settings =
        Map.of("zhijia.rehearsal", true, "zhijia.rehearsal-token", token);
    try (ThrowawayServer server = ThrowawayServer.start(application, settings)) {
      return play(plan, timeline, Company.at(server.address(), token));
    }
  }

  private void demandEmpty() throws IOException {
    if (Files.exists(out.resolve("result.json"))) {
      throw new CannotRun("rehearse.out-used", out);
    }
    Files.createDirectories(out);
  }

  private int play(Plan plan, Timeline timeline, Company company) throws IOException {
    Optional<PagePictures> drawn =
        PagePictures.into(out.resolve("screenshots"), company.base(), System.getenv());
    if (drawn.isEmpty()) {
      timeline.say("no-pictures");
    }
    try (PagePictures pictures = drawn.orElse(null)) {
      Rehearsal rehearsal =
          new Rehearsal(
              company, plan, wishes, timeline, pictures == null ? Pictures.NONE : pictures);
      Rehearsal.Played played = rehearsal.play();
      boolean sound = new Report(out, company, plan, timeline).write(played);
      timeline.say(sound ? "sound" : "unsound", played.rounds().size(), played.lost());
      return sound ? 0 : 1;
    } catch (Stuck stuck) {
      timeline.say("stuck", String.valueOf(stuck.getMessage()));
      return 1;
    } finally {
      timeline.say("end", out.toAbsolutePath().normalize());
      Files.write(out.resolve("timeline.txt"), timeline.lines());
    }
  }
}
