package org.zhijia.election;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Laws;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// Votes from their preparation to the announcement, as the secretary leads them.
@Service
class Polls {
  /// How long the box stays open after its closing was announced, for ballots on their way, if the
  /// secretary chooses nothing else; at least, and if everybody has voted.
  static final int GRACE_SECONDS = 60;

  private static final int LEAST_GRACE_SECONDS = 10;
  private static final int MOST_GRACE_SECONDS = 300;
  private static final int ALL_HAVE_VOTED_SECONDS = 3;

  private final PollStore store;
  private final AssemblyStore assemblyStore;
  private final Assemblies assemblies;
  private final BallotPapers papers;
  private final Electorates electorates;
  private final ObjectionStore objections;
  private final SurnameOrder surnames;
  private final Laws laws;
  private final ApplicationEventPublisher acts;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters") // what a vote is made of
  Polls(
      PollStore store,
      AssemblyStore assemblyStore,
      Assemblies assemblies,
      BallotPapers papers,
      Electorates electorates,
      ObjectionStore objections,
      SurnameOrder surnames,
      Laws laws,
      ApplicationEventPublisher acts,
      Clock clock) {
    this.store = store;
    this.assemblyStore = assemblyStore;
    this.assemblies = assemblies;
    this.papers = papers;
    this.electorates = electorates;
    this.objections = objections;
    this.surnames = surnames;
    this.laws = laws;
    this.acts = acts;
    this.clock = clock;
  }

  PollRow find(String uuid) {
    return store.find(uuid).orElseThrow(NotThere::new);
  }

  /// One that the actor leads.
  PollRow led(String uuid) {
    PollRow row = find(uuid);
    assemblies.demand(row.poll().assembly(), Task.RUN_CONGRESS);
    return row;
  }

  Assembly assembly(PollRow row) {
    return assemblies.find(row.poll().assembly());
  }

  PollRules rules(PollRow row) {
    return rules(row.poll().assembly());
  }

  PollRules rules(long assembly) {
    BodyKind kind = assemblies.find(assembly).kind();
    return new PollRules(laws.national(LocalDate.now(clock)), kind, store.method(assembly));
  }

  /// Adopts the election method that the meeting voted for by hand.
  @Transactional
  Decision adopt(long assembly, String text, Map<String, String> variant, Method.Vote vote) {
    Assembly of = assemblies.demand(assembly, Task.RUN_CONGRESS);
    List<Breach> grounds = new ArrayList<>(rules(assembly).bounds(variant));
    if (text.isBlank()) {
      grounds.add(Decision.ground("TEXT_MISSING", "请填写选举办法的正文。", "The method's text is needed."));
    }
    grounds.addAll(objections(of, vote));
    if (grounds.isEmpty()) {
      String hash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
      store.adopt(
          assembly,
          new Method(
              text,
              hash,
              variant.getOrDefault("quorum", "at-least-two-thirds"),
              variant.getOrDefault("tie", "runoff"),
              variant.getOrDefault("shortage", "left-vacant"),
              vote),
          Instant.now(clock));
    }
    return Decision.of(grounds);
  }

  /// Why a method that the meeting voted for cannot be adopted: too late, or no majority.
  private List<Breach> objections(Assembly of, Method.Vote vote) {
    List<Breach> grounds = new ArrayList<>();
    boolean opened =
        store.of(of.id()).stream().anyMatch(row -> row.poll().stage() != Stage.PREPARED);
    if (opened && store.method(of.id()).isPresent()) {
      grounds.add(
          Decision.ground(
              "ALREADY_VOTED",
              "已经按通过的选举办法投票，不能再改。",
              "Votes were held under the adopted method; it cannot change."));
    }
    int base = of.attendance().map(Elections.Attendance::due).orElse(0);
    if (vote.approve() <= vote.against() || (base > 0 && 2 * vote.approve() <= base)) {
      grounds.add(
          Decision.ground(
              "METHOD_NOT_ADOPTED",
              "赞成 %d 人、应到 %d 人：未超过应到人数的半数，选举办法没有通过。",
              "%d for, %d due: not more than half, the method is not adopted.",
              vote.approve(),
              base));
    }
    return grounds;
  }

  /// What is to be voted upon.
  ///
  /// @param equal as many candidates as seats (等额)
  /// @param writeIn whether an electronic ballot takes write-ins
  record Plan(Body body, String title, int seats, boolean equal, boolean writeIn) {}

  @Transactional
  PollRow prepare(long assembly, Plan plan) {
    assemblies.demand(assembly, Task.RUN_CONGRESS);
    return prepare(assembly, plan, Turn.FIRST);
  }

  /// Where a vote stands among those for the same body.
  ///
  /// @param runoff among those tied
  /// @param follows the vote whose result asked for it
  record Turn(int round, boolean runoff, Optional<Long> follows) {
    static final Turn FIRST = new Turn(1, false, Optional.empty());
  }

  PollRow prepare(long assembly, Plan plan, Turn turn) {
    assemblyStore.lock(assembly);
    long id = store.add(new PollStore.Planned(assembly, plan, turn), Instant.now(clock));
    return store.find(id).orElseThrow();
  }

  /// A vote for the meeting itself that answers a question and fills no seat.
  @Transactional
  PollRow prepareQuestion(long assembly, Body body, String title) {
    return prepare(assembly, new Plan(body, title, 1, true, false), Turn.FIRST);
  }

  /// Replaces the list, in the order of surname strokes.
  @Transactional
  Decision nominate(String uuid, List<Candidate> candidates) {
    PollRow row = led(uuid);
    store.lock(row.poll().id());
    if (row.poll().stage() != Stage.PREPARED) {
      return alreadyOpen();
    }
    long names = candidates.stream().map(Candidate::name).distinct().count();
    if (names != candidates.size()) {
      return Decision.refused(
          "SAME_NAME",
          "候选人名单里有重名；请在姓名后加注单位加以区分。",
          "Two candidates have the same name; add the unit to tell them apart.");
    }
    List<Breach> strangers = strangers(row, candidates);
    if (!strangers.isEmpty()) {
      return new Decision.Refused(strangers);
    }
    store.replaceCandidates(row.poll().id(), surnames.placed(candidates));
    return Decision.granted();
  }

  /// In a run-off stand those tied, all of them and nobody else: they alone had the majority.
  private List<Breach> strangers(PollRow row, List<Candidate> candidates) {
    if (!row.runoff()) {
      return List.of();
    }
    Set<String> tied = names(store.candidates(row.poll().id()));
    return names(candidates).equals(tied) ? List.of() : rules(row).otherThanTied(tied);
  }

  private static Set<String> names(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /// Notes that all on the list agreed to stand.
  @Transactional
  Decision consent(String uuid) {
    PollRow row = led(uuid);
    if (row.poll().stage() != Stage.PREPARED) {
      return alreadyOpen();
    }
    store.replaceCandidates(
        row.poll().id(),
        store.candidates(row.poll().id()).stream().map(Candidate::consenting).toList());
    return Decision.granted();
  }

  /// Begins the candidates' publicity today.
  @Transactional
  Decision publish(String uuid) {
    PollRow row = led(uuid);
    if (row.poll().stage() != Stage.PREPARED) {
      return alreadyOpen();
    }
    store.publish(row.poll().id(), LocalDate.now(clock));
    return Decision.granted();
  }

  static Decision alreadyOpen() {
    return Decision.refused(
        "ALREADY_OPEN", "投票已经开始，名单不能再改。", "Voting has begun; the list cannot change any more.");
  }

  List<Candidate> candidates(PollRow row) {
    return store.candidates(row.poll().id());
  }

  /// Everything that stands against opening, worked out anew each time it is asked.
  List<Breach> obstacles(PollRow row) {
    Assembly of = assemblies.find(row.poll().assembly());
    List<Candidate> candidates = store.candidates(row.poll().id());
    List<Breach> grounds = new ArrayList<>(rules(row).candidacies(row, candidates));
    row.publishedOn().ifPresent(began -> grounds.addAll(publicity(row, began)));
    int open = objections.open(row.poll().id());
    if (open > 0) {
      grounds.add(
          Decision.ground(
              "OBJECTIONS_OPEN",
              "有 %d 条对候选人的异议还没有答复。",
              "%d objections to candidates wait for an answer.",
              open));
    }
    grounds.addAll(electorates.obstacles(of, row, candidates));
    electorates.attendance(of, row).ifPresent(hall -> grounds.addAll(ballots(of, row, hall)));
    return grounds;
  }

  private List<Breach> ballots(Assembly of, PollRow row, Elections.Attendance hall) {
    List<Breach> grounds = new ArrayList<>();
    try {
      grounds.addAll(rules(row).quorum(hall.due(), hall.present()).breaches());
    } catch (BadFacts wrong) {
      grounds.add(new Breach("ATTENDANCE", wrong.text(), Optional.empty()));
    }
    grounds.addAll(papers.obstacles(of, hall));
    return grounds;
  }

  private List<Breach> publicity(PollRow row, LocalDate began) {
    try {
      LocalDate ends = rules(row).publicityEnds(began);
      return LocalDate.now(clock).isAfter(ends)
          ? List.of()
          : List.of(
              Decision.ground(
                  "PUBLICITY_RUNS",
                  "候选人公示到 %s，之后才能投票。",
                  "The candidates' publicity runs until %s; the vote comes after it.",
                  ends));
    } catch (BadFacts wrong) {
      return List.of(new Breach("PUBLICITY", wrong.text(), Optional.empty()));
    }
  }

  /// Begins the vote, on slips, on paper or both, unless something stands against it.
  @Transactional
  Decision open(String uuid) {
    PollRow row = led(uuid);
    store.lock(row.poll().id());
    if (find(uuid).poll().stage() != Stage.PREPARED) {
      return alreadyOpen();
    }
    List<Breach> grounds = obstacles(row);
    if (!grounds.isEmpty()) {
      return new Decision.Refused(grounds);
    }
    Assembly of = assemblies.find(row.poll().assembly());
    Elections.Attendance hall = electorates.attendance(of, row).orElseThrow();
    PollRow.Issued issued = papers.issue(of, hall);
    var names = electorates.names(of, row, store.candidates(row.poll().id()));
    Optional<PollRow.Setup> setup =
        issued.electronic() == 0
            ? Optional.empty()
            : Optional.of(papers.setup(of, row, names, store.method(of.id())));
    store.open(row.poll().id(), issued, setup);
    acts.publishEvent(
        new PollOpened(
            of.organisation(),
            of.id(),
            uuid,
            row.poll().body().word(),
            row.poll().title(),
            setup.map(PollRow.Setup::fingerprint).orElse(""),
            issued.due(),
            issued.present(),
            issued.all()));
    return Decision.granted();
  }

  /// Announces the closing: the box closes by itself after the time of grace.
  @Transactional
  Decision announceClosing(String uuid, int graceSeconds) {
    PollRow row = led(uuid);
    if (row.poll().stage() != Stage.OPEN) {
      return Decision.refused("NOT_OPEN", "投票没有在进行。", "Voting is not going on.");
    }
    boolean allHaveVoted =
        row.poll().cast() >= row.issued().map(PollRow.Issued::electronic).orElse(0);
    int seconds =
        allHaveVoted
            ? ALL_HAVE_VOTED_SECONDS
            : Math.clamp(graceSeconds, LEAST_GRACE_SECONDS, MOST_GRACE_SECONDS);
    store.closesAt(row.poll().id(), Instant.now(clock).plus(Duration.ofSeconds(seconds)));
    return Decision.granted();
  }

  /// Gives a vote up before it is decrypted.
  @Transactional
  Decision cancel(String uuid, String reason) {
    store.lock(led(uuid).poll().id());
    PollRow row = led(uuid);
    boolean decrypted = row.sums().isPresent() || row.result().isPresent();
    if (decrypted || row.poll().stage().compareTo(Stage.CLOSED) > 0) {
      return Decision.refused(
          "DECRYPTED",
          "选票已经开启，不能再取消；结果要如实宣布。",
          "The ballots are opened; the vote cannot be cancelled, its result is announced.");
    }
    if (reason.isBlank()) {
      return Decision.refused("REASON", "请写明取消的理由。", "Give the reason.");
    }
    store.cancel(row.poll().id(), reason.strip());
    acts.publishEvent(
        new PollCancelled(
            assemblies.find(row.poll().assembly()).organisation(),
            row.poll().assembly(),
            row.poll().id(),
            uuid,
            row.poll().title()));
    return Decision.granted();
  }

  /// Tells the hall; only what the chief scrutineer signed.
  @Transactional
  Decision announce(String uuid) {
    PollRow row = led(uuid);
    store.lock(row.poll().id());
    if (row.poll().stage() != Stage.SIGNED) {
      return Decision.refused(
          "NOT_SIGNED",
          "总监票人签字之后才能宣布结果。",
          "The result is announced once the chief scrutineer has signed it.");
    }
    store.announced(row.poll().id(), Instant.now(clock));
    ResultFile result = ResultFile.read(row.result().orElseThrow().text());
    acts.publishEvent(
        new ResultAnnounced(
            assemblies.find(row.poll().assembly()).organisation(),
            row.poll().assembly(),
            row.poll().id(),
            uuid,
            row.poll().body().word(),
            row.poll().title(),
            row.setup().map(PollRow.Setup::fingerprint).orElse(""),
            row.result().get().sha256(),
            result.adopted()));
    return Decision.granted();
  }
}
