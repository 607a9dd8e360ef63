package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One casting: votes that are open together, from the opening to the announced results.
final class Casting {
  private static final Pattern LEGEND = Pattern.compile("<legend>\\d+\\. ([^<]*)</legend>");
  private static final int MOST_ALIKE = 200;

  private final Company company;
  private final long assembly;
  private final Scrutiny scrutiny;
  private final Map<Integer, SlipClerk.Slip> slips;
  private final Losses losses;
  private final ThreadLocal<Client> devices;

  /// Voters whose devices forget to send the ballot; for tests of what finds that out.
  BiPredicate<Ask, Integer> forgetful = (_, _) -> false;

  /// @param slips by voter; who has none votes on paper
  Casting(
      Company company,
      long assembly,
      Scrutiny scrutiny,
      Map<Integer, SlipClerk.Slip> slips,
      Losses losses) {
    this.company = company;
    this.assembly = assembly;
    this.scrutiny = scrutiny;
    this.slips = Map.copyOf(slips);
    this.losses = losses;
    this.devices = ThreadLocal.withInitial(() -> Client.device(company.base()));
  }

  /// What came of a vote.
  ///
  /// @param result the signed file, as the server publishes it
  /// @param missing trackers of ballots that the server does not count
  record Counted(Ask ask, String result, boolean electronic, List<String> missing) {
    Counted {
      missing = List.copyOf(missing);
    }

    JsonNode json() {
      return tools.jackson.databind.json.JsonMapper.builder().build().readTree(result);
    }
  }

  boolean isOnPaper(int voter) {
    return !slips.containsKey(voter);
  }

  void open(List<Ask> asks) {
    asks.forEach(ask -> company.secretary().act("/polls/" + ask.uuid() + "/opening"));
  }

  /// Everybody votes, the votes are closed, counted and announced.
  List<Counted> play(List<Ask> asks) {
    Map<String, List<String>> trackers = vote(asks, Casting::send);
    close(asks);
    return count(asks, trackers);
  }

  void close(List<Ask> asks) {
    asks.forEach(this::enterPaper);
    asks.forEach(
        ask -> company.secretary().act("/polls/" + ask.uuid() + "/closing", "grace", "10"));
  }

  /// @param trackers of the ballots that the server took, by vote
  List<Counted> count(List<Ask> asks, Map<String, List<String>> trackers) {
    List<Counted> counted = new ArrayList<>();
    for (Ask ask : asks) {
      counted.add(announce(ask, Objects.requireNonNull(trackers.get(ask.uuid()))));
    }
    return counted;
  }

  /// Everybody votes, on the device or on paper.
  ///
  /// @return trackers of what was taken, by vote
  Map<String, List<String>> cast(List<Ask> asks) {
    Map<String, List<String>> trackers = vote(asks, Casting::send);
    asks.forEach(this::enterPaper);
    return trackers;
  }

  /// How an encrypted ballot gets to the server.
  interface Way {
    void take(Ask ask, int voter, SimulatedVoter device, SimulatedVoter.Sealed ballot);
  }

  private static void send(
      Ask ask, int voter, SimulatedVoter device, SimulatedVoter.Sealed ballot) {
    Client.Answer answer = device.cast(ballot);
    if (!answer.isDone()) {
      throw new Stuck(ask.title(), answer);
    }
  }

  /// Encrypts and casts on all cores.
  ///
  /// @return trackers of what was taken, by vote
  Map<String, List<String>> vote(List<Ask> asks, Way way) {
    Map<String, List<Integer>> places = new HashMap<>();
    Map<String, List<String>> trackers = new HashMap<>();
    for (Ask ask : asks) {
      places.put(ask.uuid(), places(ask));
      trackers.put(ask.uuid(), java.util.Collections.synchronizedList(new ArrayList<>()));
    }
    Way kept =
        (ask, voter, device, made) -> {
          if (!forgetful.test(ask, voter)) {
            way.take(ask, voter, device, made);
          }
          Objects.requireNonNull(trackers.get(ask.uuid())).add(made.tracker());
        };
    List<Callable<@Nullable Void>> voters = new ArrayList<>();
    slips
        .keySet()
        .forEach(
            voter -> {
              List<Ask> mine = asks.stream().filter(ask -> ask.of(voter).isPresent()).toList();
              if (!mine.isEmpty()) {
                voters.add(
                    () -> {
                      vote(voter, mine, places, kept);
                      return null;
                    });
              }
            });
    together(voters);
    return trackers;
  }

  private static void together(List<Callable<@Nullable Void>> tasks) {
    try (ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() + 1)) {
      for (Future<@Nullable Void> done : cores.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(failed);
    }
  }

  private void vote(int voter, List<Ask> mine, Map<String, List<Integer>> places, Way way) {
    SlipClerk.Slip slip = Objects.requireNonNull(slips.get(voter));
    SimulatedVoter device = new SimulatedVoter(devices.get(), slip.credential(), losses);
    Map<String, String> papers = new HashMap<>();
    for (JsonNode paper : device.papers(assembly).json().get("polls")) {
      papers.put(paper.get("uuid").stringValue(), paper.get("election").stringValue());
    }
    for (Ask ask : mine) {
      Marked marked =
          ask.of(voter).orElseThrow().at(Objects.requireNonNull(places.get(ask.uuid())));
      List<List<Integer>> rows =
          ask.isResolution()
              ? marked.resolutionRow()
              : marked.slateRows(ask.slate().nominees().size());
      String paper = Objects.requireNonNull(papers.get(ask.uuid()), ask.title());
      way.take(ask, voter, device, device.seal(ask.uuid(), paper, rows, marked.person()));
    }
  }

  /// The server's list, as tellers see it.
  private List<Integer> places(Ask ask) {
    String page = company.tellers().getFirst().page("/polls/" + ask.uuid() + "/paper");
    return ask.places(
        Desk.all(LEGEND, page).stream()
            .map((MatchResult one) -> Desk.plain(one.group(1)))
            .toList());
  }

  /// Two tellers enter what lies in the paper box, each alone.
  private void enterPaper(Ask ask) {
    List<Integer> places = places(ask);
    Map<Marked, Integer> piles = new LinkedHashMap<>();
    for (int voter = 0; voter < ask.ballot().marks().size(); voter++) {
      if (isOnPaper(voter)) {
        ask.of(voter).ifPresent(marked -> piles.merge(marked.at(places), 1, Integer::sum));
      }
    }
    if (slips.size() == ask.ballot().marks().size()) {
      return;
    }
    String page = "/polls/" + ask.uuid() + "/paper";
    for (Client teller : company.tellers()) {
      teller.page(page);
      piles.forEach((marked, times) -> enter(teller, page, marked, times));
      teller.act(page + "/completion");
    }
  }

  private static void enter(Client teller, String page, Marked marked, int times) {
    List<String> form = new ArrayList<>();
    if (!marked.readable()) {
      form.addAll(List.of("unreadable", "on"));
    }
    marked.approve().forEach(place -> form.addAll(List.of("mark-" + (place + 1), "for")));
    marked.against().forEach(place -> form.addAll(List.of("mark-" + (place + 1), "against")));
    for (int left = times; left > 0; left -= MOST_ALIKE) {
      List<String> all = new ArrayList<>(form);
      all.addAll(List.of("times", String.valueOf(Math.min(left, MOST_ALIKE))));
      teller.act(page, all.toArray(String[]::new));
    }
  }

  private Counted announce(Ask ask, List<String> trackers) {
    String uuid = ask.uuid();
    boolean electronic = !slips.isEmpty();
    scrutiny.count(uuid, electronic);
    List<String> missing = missing(uuid, trackers);
    scrutiny.sign(uuid);
    company.secretary().act("/polls/" + uuid + "/announcement");
    String result = devices.get().page("/polls/" + uuid + "/result.json");
    return new Counted(ask, result, electronic, missing);
  }

  /// Every voter looks for the ballot on the board.
  private List<String> missing(String uuid, List<String> trackers) {
    List<String> missing = new ArrayList<>();
    for (String tracker : trackers) {
      String plain = tracker.replace('+', '-').replace('/', '_');
      Client.Answer answer = devices.get().get("/api/polls/" + uuid + "/trackers/" + plain);
      JsonNode found = answer.json();
      if (!found.get("onBoard").booleanValue() || !found.get("counted").booleanValue()) {
        missing.add(tracker);
      }
    }
    return missing;
  }
}
