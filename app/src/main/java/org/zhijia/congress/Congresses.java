package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.election.Elections;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.registry.Sensitive;
import org.zhijia.web.Actor;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Congresses of unions and how far each has come. Example:
/// `id = congresses.open(union.id(), plan)`.
@Service
public class Congresses {
  private static final Set<Task> TASKS =
      Set.of(Task.RUN_CONGRESS, Task.CHECK_CREDENTIALS, Task.CHECK_IN, Task.COUNT_BALLOTS);

  private final CongressStore store;
  private final DelegateStore delegates;
  private final CardCodes codes;
  private final Standings standings;
  private final Elections elections;
  private final Organisations organisations;
  private final Permit permit;
  private final ApplicationEventPublisher acts;
  private final Live live;
  private final Clock clock;

  Congresses(
      CongressStore store,
      DelegateStore delegates,
      CardCodes codes,
      Standings standings,
      Elections elections,
      Organisations organisations,
      Permit permit,
      ApplicationEventPublisher acts,
      Live live,
      Clock clock) {
    this.store = store;
    this.delegates = delegates;
    this.codes = codes;
    this.standings = standings;
    this.elections = elections;
    this.organisations = organisations;
    this.permit = permit;
    this.acts = acts;
    this.live = live;
    this.clock = clock;
  }

  /// What is known when a congress is prepared.
  ///
  /// @param body whose rules hold: `district`, `grassroots` or `enterprise`
  /// @param due how many are to be due
  /// @param units may be empty; they can be added later
  /// @param delegates may be empty; they can be brought in from a file later
  public record Plan(
      String name,
      CongressKind kind,
      String body,
      int due,
      Optional<Instant> beginsAt,
      String place,
      List<PlannedUnit> units,
      List<PlannedDelegate> delegates) {
    public Plan {
      units = List.copyOf(units);
      delegates = List.copyOf(delegates);
    }
  }

  /// An electing unit. A quota of 0 everywhere: they are shared out by members.
  public record PlannedUnit(String name, int members, int quota) {}

  /// @param unit its name; empty for somebody invited
  /// @param category in words, as in a file: 工会工作者, 一线职工 …
  /// @param person in the register; none for somebody from outside
  public record PlannedDelegate(
      String unit,
      String name,
      boolean female,
      String category,
      String post,
      Sensitive sensitive,
      OptionalLong person) {}

  /// Whether this organisation has never prepared one.
  public boolean isNoneOf(long organisation) {
    return all().stream().noneMatch(each -> each.organisation() == organisation);
  }

  /// Opens a congress with its units and delegates, in one transaction.
  ///
  /// @return its id
  @Transactional
  public long open(long organisation, Plan plan) {
    String by = by();
    Instant now = Instant.now(clock);
    Congress base =
        new Congress(
            0,
            organisation,
            plan.name(),
            plan.kind(),
            plan.body(),
            plan.due(),
            plan.beginsAt(),
            plan.place(),
            "at-least-two-thirds",
            0,
            1,
            0,
            0,
            Stage.PREPARATION);
    long id = store.add(base, by, now);
    store.assemble(
        id,
        elections.convene(
            new Elections.Convening(
                organisation, plan.name(), "/congresses/" + id, Rules.kind(plan.body()))));
    plan.units().forEach(unit -> delegates.addUnit(id, unit.name(), unit.members(), unit.quota()));
    plan.delegates().forEach(delegate -> add(id, delegate, now));
    acts.publishEvent(new CongressConvened(organisation, id, plan.name(), plan.kind(), plan.due()));
    return id;
  }

  private void add(long congress, PlannedDelegate planned, Instant now) {
    OptionalLong unit =
        planned.unit().isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(delegates.unit(congress, planned.unit()));
    delegates.add(
        congress,
        new DelegateStore.Newcomer(
            unit,
            unit.isPresent() ? Standing.DELEGATE : Standing.INVITED,
            planned.name(),
            planned.female(),
            Category.read(planned.category()),
            planned.post(),
            planned.sensitive(),
            planned.person(),
            OptionalLong.empty()),
        codes.next(),
        now);
  }

  /// A delegate's card: whoever has the code sees the floor.
  public record Card(long delegate, String name, String code) {}

  /// The cards of all who sit in the hall; for printing, and for who plays a congress through.
  public List<Card> cards(long congress) {
    return delegates.of(congress).stream()
        .filter(Delegate::isThere)
        .map(each -> new Card(each.id(), each.name(), each.code()))
        .toList();
  }

  String by() {
    return permit.actor().map(Actor::name).orElse("系统");
  }

  List<Congress> all() {
    return store.all(200);
  }

  Congress find(long id) {
    return store.find(id).orElseThrow(NotThere::new);
  }

  Organisation organisation(Congress congress) {
    return organisations.find(congress.organisation()).orElseThrow(NotThere::new);
  }

  /// One that the actor may do this to.
  ///
  /// @throws NotThere if there is none, or not for this actor
  Congress demand(long id, Task task) {
    Congress found = find(id);
    permit.demand(task, organisation(found).path());
    return found;
  }

  /// The same, and nobody else changes it until the transaction ends.
  Congress lock(long id, Task task) {
    demand(id, task);
    store.lock(id);
    return find(id);
  }

  boolean may(Congress congress, Task task) {
    return permit.may(task, organisation(congress).path());
  }

  /// Whether the actor works for this congress at all.
  boolean mayWork(Congress congress) {
    return TASKS.stream().anyMatch(task -> may(congress, task));
  }

  List<Line> checklist(Congress congress) {
    return standings.checklist(congress);
  }

  Optional<Stage> next(Congress congress) {
    return congress.stage().next(store.passed(congress.id()));
  }

  List<CongressStore.Entry> entries(Congress congress) {
    return store.entries(congress.id());
  }

  Map<Step, CongressStore.Noted> steps(Congress congress) {
    return store.steps(congress.id());
  }

  /// Goes on to a stage that may follow, if the checklist of the current one is met.
  @Transactional
  Outcome enter(long id, Stage to) {
    Congress congress = lock(id, Task.RUN_CONGRESS);
    boolean follows =
        next(congress).filter(to::equals).isPresent()
            || congress.stage().instead().filter(to::equals).isPresent();
    if (!follows) {
      return Outcome.refused("阶段已经变了，请看当前阶段。", "The stage has changed meanwhile: look again.");
    }
    List<Ground> grounds =
        standings.checklist(congress).stream()
            .filter(Line::stops)
            .map(line -> new Ground(line.text(), line.citation()))
            .toList();
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    enter(congress, to, "");
    return new Outcome.Done(id);
  }

  private void enter(Congress congress, Stage to, String reason) {
    store.enter(congress.id(), to, reason, by(), Instant.now(clock));
    if (to == Stage.ARCHIVE) {
      elections.end(congress.assembly());
    }
    acts.publishEvent(new StageEntered(congress.organisation(), congress.id(), to.name(), reason));
    live.changed(congress.id());
  }

  /// Goes back where that is allowed.
  @Transactional
  Outcome goBack(long id, Stage to, String reason) {
    Congress congress = lock(id, Task.RUN_CONGRESS);
    List<Ground> grounds = new ArrayList<>();
    if (!congress.stage().before().contains(to)) {
      grounds.add(
          Ground.by(Articles.PRACTICE, "不能退回到这个阶段。", "The congress cannot go back to that stage."));
    }
    if (reason.isBlank()) {
      grounds.add(Ground.of("请写明退回的原因。", "Say why it goes back."));
    }
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    enter(congress, to, reason.strip());
    return new Outcome.Done(id);
  }

  /// The approval was received: from 报批 on to 公告.
  void approved(Congress congress) {
    if (congress.stage() == Stage.APPROVAL
        && standings.checklist(congress).stream().noneMatch(Line::stops)) {
      enter(congress, Stage.ARCHIVE, "");
    }
  }

  @Transactional
  Outcome note(long id, Step step, CongressStore.Noted noted) {
    Congress congress = lock(id, Task.RUN_CONGRESS);
    if (noted.reference().isBlank()) {
      return Outcome.refused(
          Ground.by(step.citation(), "请写明文号或依据。", "Name the document or the ground."));
    }
    store.note(congress.id(), step, noted, Instant.now(clock));
    live.changed(id);
    return new Outcome.Done(id);
  }

  @Transactional
  Outcome change(Congress to) {
    Congress before = lock(to.id(), Task.RUN_CONGRESS);
    List<Ground> grounds = new ArrayList<>();
    if (to.name().isBlank() || to.name().length() > 100) {
      grounds.add(Ground.of("请填写大会名称，不超过 100 个字。", "Give a name of at most 100 characters."));
    }
    if (to.dueTarget() < 1 || to.dueTarget() > 20_000) {
      grounds.add(Ground.of("名额应为 1 至 20000。", "The number due is from 1 to 20,000."));
    }
    boolean numbers = to.dueTarget() != before.dueTarget() || !to.quorum().equals(before.quorum());
    if (numbers && !before.stage().isBefore(Stage.PRELIMINARY_MEETING)) {
      grounds.add(
          Ground.by(
              Articles.PRACTICE,
              "预备会议之后不再改变名额和法定人数。",
              "After the preliminary meeting neither the number due nor the quorum changes."));
    }
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    store.change(to);
    live.changed(to.id());
    return new Outcome.Done(to.id());
  }

  /// Organisations for which the actor may open a congress.
  List<Organisation> choices() {
    return organisations.choices(Task.RUN_CONGRESS);
  }

  /// Opens one from a form.
  @Transactional
  Outcome open(Organisation of, Plan plan) {
    permit.demand(Task.RUN_CONGRESS, of.path());
    if (plan.name().isBlank() || plan.name().length() > 100) {
      return Outcome.refused("请填写大会名称，不超过 100 个字。", "Give a name of at most 100 characters.");
    }
    if (plan.due() < 1 || plan.due() > 20_000) {
      return Outcome.refused("名额应为 1 至 20000。", "The number due is from 1 to 20,000.");
    }
    return new Outcome.Done(open(of.id(), plan));
  }

  static String joined(List<String> names) {
    return names.stream().collect(Collectors.joining("、"));
  }
}
