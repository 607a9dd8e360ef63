package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Ruling;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// First plenaries: each committee that a meeting elected meets and elects its officers.
@Service
class Plenaries {
  private static final List<Body> COMMITTEES = List.of(Body.COMMITTEE, Body.AUDIT);
  private static final int MOST_OFFICERS = 60;

  private final PlenaryStore store;
  private final PollStore polls;
  private final Polls led;
  private final Elections elections;
  private final AssemblyStore assemblyStore;
  private final Assemblies assemblies;
  private final SurnameOrder surnames;
  private final Clock clock;

  Plenaries(
      PlenaryStore store,
      PollStore polls,
      Polls led,
      Elections elections,
      AssemblyStore assemblyStore,
      Assemblies assemblies,
      SurnameOrder surnames,
      Clock clock) {
    this.store = store;
    this.polls = polls;
    this.led = led;
    this.elections = elections;
    this.assemblyStore = assemblyStore;
    this.assemblies = assemblies;
    this.surnames = surnames;
    this.clock = clock;
  }

  /// How far a committee is on its way to its officers.
  ///
  /// @param elected its members, by every vote that was announced; empty before
  /// @param plenary once it is convened
  /// @param quorum what the rules say to who came; empty until that is frozen
  /// @param votes upon its officers, in the order in which they were prepared
  public record State(
      Body body,
      List<String> elected,
      Optional<Plenary> plenary,
      Optional<Ruling> quorum,
      List<Poll> votes) {
    public State {
      elected = List.copyOf(elected);
      votes = List.copyOf(votes);
    }

    /// Whether a vote of it was opened: who came does not change any more.
    public boolean isFixed() {
      return votes.stream()
          .map(Poll::stage)
          .anyMatch(stage -> stage != Stage.PREPARED && stage != Stage.CANCELLED);
    }
  }

  /// Of both committees; those that nobody votes for stay out.
  List<State> of(long assembly) {
    List<PollRow> all = polls.of(assembly);
    return COMMITTEES.stream()
        .filter(body -> all.stream().anyMatch(row -> row.poll().body() == body))
        .map(body -> state(assembly, body, all))
        .toList();
  }

  private State state(long assembly, Body body, List<PollRow> all) {
    Optional<Plenary> plenary = store.find(assembly, body);
    return new State(
        body,
        elected(assembly, all, body),
        plenary,
        plenary.flatMap(Plenary::attendance).flatMap(there -> quorum(assembly, there)),
        votes(assembly, all, body));
  }

  private Optional<Ruling> quorum(long assembly, Elections.Attendance there) {
    try {
      return Optional.of(led.rules(assembly).quorum(there.due(), there.present()));
    } catch (BadFacts nobody) {
      return Optional.empty();
    }
  }

  /// Those that were prepared since the committee was elected.
  private List<Poll> votes(long assembly, List<PollRow> all, Body body) {
    long since =
        elections.results(assembly, body).stream()
            .findFirst()
            .map(result -> result.poll().id())
            .orElse(0L);
    return all.stream()
        .map(PollRow::poll)
        .filter(poll -> poll.id() > since)
        .filter(poll -> poll.body().electors().filter(body::equals).isPresent())
        .toList();
  }

  private List<String> elected(long assembly, List<PollRow> all, Body body) {
    Map<String, Candidate> known = known(all, body);
    List<Candidate> elected =
        elections.elected(assembly, body).stream()
            .map(
                name -> Objects.requireNonNullElseGet(known.get(name), () -> Candidate.named(name)))
            .toList();
    return surnames.placed(elected).stream().map(Candidate::name).toList();
  }

  /// Everybody who stood for this body, by name.
  private Map<String, Candidate> known(List<PollRow> all, Body body) {
    Map<String, Candidate> known = new LinkedHashMap<>();
    all.stream()
        .filter(row -> row.poll().body() == body)
        .flatMap(row -> polls.candidates(row.poll().id()).stream())
        .forEach(each -> known.put(each.name(), each));
    return known;
  }

  /// Convenes a committee as it was elected; again if more were elected since.
  @Transactional
  Decision convene(long assembly, Body body) {
    assemblies.demand(assembly, Task.RUN_CONGRESS);
    assemblyStore.lock(assembly);
    State state = state(assembly, body, polls.of(assembly));
    if (state.elected().isEmpty()) {
      return Decision.refused(
          "NOT_ELECTED",
          "这个委员会的选举结果还没有宣布，不能召开全体会议。",
          "This committee's result is not announced yet; it cannot meet.");
    }
    if (!elections.isElected(assembly, body)) {
      return Decision.refused(
          "RUNOFF_DUE",
          "末位票数相等，再次投票之后委员会才齐全。",
          "The last seat is tied: the committee is complete after the run-off.");
    }
    if (state.isFixed()) {
      return held();
    }
    store.put(assembly, new Plenary(body, state.elected(), Optional.empty()), Instant.now(clock));
    return Decision.granted();
  }

  private static Decision held() {
    return Decision.refused(
        "PLENARY_VOTED",
        "全体会议已经开始投票，出席人员不能再改。",
        "The plenary has begun to vote; who is there does not change any more.");
  }

  /// Freezes who of the members came.
  @Transactional
  Decision attend(long assembly, Body body, List<String> present) {
    assemblies.demand(assembly, Task.RUN_CONGRESS);
    assemblyStore.lock(assembly);
    State state = state(assembly, body, polls.of(assembly));
    Plenary plenary = state.plenary().orElseThrow(NotThere::new);
    if (state.isFixed()) {
      return held();
    }
    store.attend(assembly, body, plenary.members().stream().filter(present::contains).toList());
    return Decision.granted();
  }

  /// How many officers a committee wants; for the audit committee only its chair.
  ///
  /// @param equal as many candidates as posts, for chair and vice-chairs (等额)
  public record Officers(int viceChairs, int standing, boolean equal) {
    boolean areWithin(int most) {
      return viceChairs >= 0 && viceChairs <= most && standing >= 0 && standing <= most;
    }
  }

  /// Prepares the votes of a plenary, one for each office.
  @Transactional
  Decision prepare(long assembly, Body body, Officers officers) {
    assemblies.demand(assembly, Task.RUN_CONGRESS);
    assemblyStore.lock(assembly);
    if (store.find(assembly, body).isEmpty()) {
      throw new NotThere();
    }
    if (!officers.areWithin(MOST_OFFICERS)) {
      return Decision.refused("PLAN", "名额应为 0 至 60。", "The number of posts is from 0 to 60.");
    }
    List<Polls.Plan> plans = new ArrayList<>();
    if (body == Body.AUDIT) {
      plans.add(new Polls.Plan(Body.AUDIT_CHAIR, "选举经费审查委员会主任", 1, officers.equal(), false));
    } else {
      plans.add(new Polls.Plan(Body.CHAIR, "选举主席", 1, officers.equal(), false));
      plans.add(
          new Polls.Plan(
              Body.VICE_CHAIRS, "选举副主席", officers.viceChairs(), officers.equal(), false));
      plans.add(new Polls.Plan(Body.STANDING, "选举常务委员", officers.standing(), false, false));
    }
    List<Poll> before = state(assembly, body, polls.of(assembly)).votes();
    plans.stream()
        .filter(plan -> plan.seats() > 0 && before.stream().noneMatch(poll -> isLive(poll, plan)))
        .forEach(plan -> led.prepare(assembly, plan));
    return Decision.granted();
  }

  private static boolean isLive(Poll poll, Polls.Plan plan) {
    return poll.body() == plan.body() && poll.stage() != Stage.CANCELLED;
  }

  /// Those who can stand in a vote of a plenary; empty for every other vote.
  List<String> members(PollRow row) {
    return row.poll()
        .body()
        .electors()
        .flatMap(body -> store.find(row.poll().assembly(), body))
        .map(Plenary::members)
        .orElse(List.of());
  }

  /// Puts members of the committee on the list, with what is known of them.
  @Transactional
  Decision nominate(String uuid, List<String> names) {
    PollRow row = led.led(uuid);
    Body electors = row.poll().body().electors().orElseThrow(NotThere::new);
    Map<String, Candidate> known = known(polls.of(row.poll().assembly()), electors);
    List<Candidate> chosen =
        members(row).stream()
            .filter(names::contains)
            .map(
                name -> Objects.requireNonNullElseGet(known.get(name), () -> Candidate.named(name)))
            .map(Candidate::asked)
            .toList();
    return led.nominate(uuid, chosen);
  }
}
