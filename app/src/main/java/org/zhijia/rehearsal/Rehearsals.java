package org.zhijia.rehearsal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/// Rehearsals with a real roster: each is `zhijia rehearse` as a program of its own, with a server
/// and a database of its own that are gone when it ends. Nothing of it can reach this server's
/// record, numbers, keys or slips; only what it printed and drew is kept, until it is cleared away.
///
/// Example: `rehearsals.begin(7, new Wish(people, names, 35, "zh"))`.
@Service
public class Rehearsals implements DisposableBean {
  private static final String SAID = "said.txt";
  private static final String OUT = "out";
  private static final List<String> CANDIDATES_HEADER = List.of("id", "name");

  private final Map<Long, Run> runs = new ConcurrentHashMap<>();
  private final Clock clock;

  Rehearsals(Clock clock) {
    this.clock = clock;
  }

  /// Who is due.
  ///
  /// @param unit that elects
  /// @param category in words, as a roster has it
  public record Delegate(String name, boolean female, String unit, String post, String category) {}

  /// What is to be rehearsed.
  ///
  /// @param candidates for the committee; empty: invented ones stand
  /// @param seats of the committee; 0: as many as an invented list has
  /// @param language `zh` or `en`, of what it says
  public record Wish(List<Delegate> roster, List<String> candidates, int seats, String language) {
    public Wish {
      roster = List.copyOf(roster);
      candidates = List.copyOf(candidates);
    }
  }

  /// How far a rehearsal is.
  ///
  /// @param lines that it said so far
  /// @param exit 0: all results agree with an independent count; none while it goes on
  /// @param pictures names of the pages that it drew
  public record State(
      Instant begunAt, List<String> lines, OptionalInt exit, List<String> pictures) {
    public State {
      lines = List.copyOf(lines);
      pictures = List.copyOf(pictures);
    }

    public boolean isGoingOn() {
      return exit.isEmpty();
    }

    public boolean isSound() {
      return exit.isPresent() && exit.getAsInt() == 0;
    }
  }

  private record Run(Path folder, Process process, Instant begunAt) {}

  /// Begins one, in place of the last of this congress.
  ///
  /// @return false if one is going on, of this congress or another: it takes the whole machine
  public synchronized boolean begin(long congress, Wish wish) {
    if (runs.values().stream().anyMatch(run -> run.process().isAlive())) {
      return false;
    }
    clear(congress);
    try {
      Path folder = Files.createTempDirectory("zhijia-rehearsal-");
      runs.put(congress, new Run(folder, started(folder, wish), Instant.now(clock)));
      return true;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Process started(Path folder, Wish wish) throws IOException {
    Path roster = folder.resolve("roster.csv");
    List<List<String>> rows = new ArrayList<>(List.of(Person.HEADER));
    wish.roster().forEach(each -> rows.add(person(each).cells()));
    Files.write(roster, Desk.csv(rows));
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("rehearse", "--lang=" + wish.language(), "--roster", "" + roster));
    command.addAll(List.of("--out", folder.resolve(OUT).toString()));
    if (!wish.candidates().isEmpty()) {
      Path candidates = folder.resolve("candidates.csv");
      Files.write(candidates, Desk.csv(candidates(wish.candidates())));
      command.addAll(List.of("--candidates", candidates.toString()));
    }
    if (wish.seats() > 0) {
      command.addAll(List.of("--seats", String.valueOf(wish.seats())));
    }
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(SAID).toFile())
        .start();
  }

  private static List<List<String>> candidates(List<String> names) {
    List<List<String>> rows = new ArrayList<>(List.of(CANDIDATES_HEADER));
    for (int i = 0; i < names.size(); i++) {
      rows.add(List.of("c%02d".formatted(i + 1), names.get(i)));
    }
    return rows;
  }

  /// Without birth, political status and telephone: a rehearsal has no use for them.
  private static Person person(Delegate each) {
    String gender = each.female() ? "女" : "男";
    return new Person(
        each.name(), gender, "", "", "", each.unit(), each.post(), each.category(), "");
  }

  /// This program again, as it was started.
  private static List<String> program() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath(),
        "org.zhijia.ZhijiaApplication");
  }

  /// It may name jars as seen from another folder than the rehearsal's.
  private static String classPath() {
    String[] parts = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return Stream.of(parts)
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// The last rehearsal of this congress since the server was started.
  public Optional<State> of(long congress) {
    return Optional.ofNullable(runs.get(congress)).map(Rehearsals::state);
  }

  private static State state(Run run) {
    boolean goesOn = run.process().isAlive();
    OptionalInt exit = goesOn ? OptionalInt.empty() : OptionalInt.of(run.process().exitValue());
    return new State(run.begunAt(), lines(run), exit, pictures(run));
  }

  private static List<String> lines(Run run) {
    try {
      String folder = run.folder().toString();
      return Files.readAllLines(run.folder().resolve(SAID)).stream()
          .filter(line -> !line.isBlank() && !line.contains(folder))
          .toList();
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static Path screenshots(Run run) {
    return run.folder().resolve(OUT).resolve("screenshots");
  }

  private static List<String> pictures(Run run) {
    try (Stream<Path> files = Files.list(screenshots(run))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .map(name -> name.substring(0, name.length() - ".png".length()))
          .sorted()
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /// A page as the rehearsal saw it, PNG.
  public Optional<byte[]> picture(long congress, String name) {
    Run run = runs.get(congress);
    if (run == null || !pictures(run).contains(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(screenshots(run).resolve(name + ".png")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// Ends it if it goes on, and removes what it left.
  public synchronized void clear(long congress) {
    Run run = runs.remove(congress);
    if (run == null) {
      return;
    }
    run.process().destroy();
    try {
      run.process().waitFor();
      remove(run.folder());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  @Override
  public void destroy() {
    List.copyOf(runs.keySet()).forEach(this::clear);
  }
}
