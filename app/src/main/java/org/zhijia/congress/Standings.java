package org.zhijia.congress;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhijia.election.Body;
import org.zhijia.election.Candidate;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.election.SeatsDecision;
import org.zhijia.registry.Sensitive;

/// How a congress stands: gathers from all its tables what the checklist is worked out from.
@Component
class Standings {
  private final CongressStore congresses;
  private final DelegateStore delegates;
  private final AttendanceStore attendance;
  private final AgendaStore agenda;
  private final HandStore hands;
  private final ResolutionStore resolutions;
  private final PaperStore papers;
  private final Elections elections;
  private final Rules rules;

  Standings(
      CongressStore congresses,
      DelegateStore delegates,
      AttendanceStore attendance,
      AgendaStore agenda,
      HandStore hands,
      ResolutionStore resolutions,
      PaperStore papers,
      Elections elections,
      Rules rules) {
    this.congresses = congresses;
    this.delegates = delegates;
    this.attendance = attendance;
    this.agenda = agenda;
    this.hands = hands;
    this.resolutions = resolutions;
    this.papers = papers;
    this.elections = elections;
    this.rules = rules;
  }

  List<Line> checklist(Congress congress) {
    return Checklist.of(congress.stage(), progress(congress), rules.law());
  }

  Progress progress(Congress congress) {
    long id = congress.id();
    List<ResolutionStore.Resolution> drafts = resolutions.of(id);
    List<AgendaStore.Item> items = agenda.items(id);
    Map<ItemKind, Integer> planned = new EnumMap<>(ItemKind.class);
    items.forEach(item -> planned.merge(item.kind(), 1, Integer::sum));
    return new Progress(
        congress.kind(),
        congress.body(),
        congress.quorum(),
        congress.dueTarget(),
        congress.beginsAt().isPresent() && !congress.place().isEmpty(),
        congresses.steps(id).keySet(),
        roster(congress),
        hall(congress),
        hands.carried(id),
        planned,
        ended(items),
        drafts.stream()
            .filter(each -> each.adopted().orElse(false))
            .map(ResolutionStore.Resolution::kind)
            .collect(Collectors.toSet()),
        (int) drafts.stream().filter(ResolutionStore.Resolution::isOpen).count(),
        votes(congress),
        papers.of(id).stream().map(PaperStore.Paper::template).collect(Collectors.toSet()),
        papers.approval(id).isPresent());
  }

  private static Set<ItemKind> ended(List<AgendaStore.Item> items) {
    Set<ItemKind> ended = EnumSet.noneOf(ItemKind.class);
    items.stream()
        .filter(item -> item.endedAt().isPresent())
        .map(AgendaStore.Item::kind)
        .forEach(ended::add);
    return ended;
  }

  private Progress.Roster roster(Congress congress) {
    List<Delegate> elected = elected(congress.id());
    List<Progress.Unit> units =
        delegates.units(congress.id()).stream()
            .map(
                unit ->
                    new Progress.Unit(
                        unit.name(),
                        unit.members(),
                        unit.quota(),
                        unit.elected(),
                        unit.heldOn().isPresent(),
                        unit.attended(),
                        unit.fewest()))
            .toList();
    int rejected = (int) elected.stream().filter(each -> !each.passed().orElse(true)).count();
    return new Progress.Roster(
        units,
        units.stream().mapToInt(Progress.Unit::quota).sum(),
        (int) elected.stream().filter(each -> each.passed().isPresent()).count(),
        rejected,
        composition(congress, elected));
  }

  private List<Delegate> elected(long congress) {
    return delegates.of(congress).stream()
        .filter(each -> each.isThere() && each.standing() == Standing.DELEGATE)
        .toList();
  }

  Composition composition(Congress congress) {
    return composition(congress, elected(congress.id()));
  }

  private static Composition composition(Congress congress, List<Delegate> elected) {
    Map<Category, Integer> categories = new EnumMap<>(Category.class);
    elected.forEach(each -> categories.merge(each.category(), 1, Integer::sum));
    return new Composition(
        congress.body(),
        elected.size(),
        (int) elected.stream().filter(Delegate::female).count(),
        (int) elected.stream().filter(Standings::isOfMinority).count(),
        (int) elected.stream().filter(Standings::isOfParty).count(),
        categories,
        congress.leastWomen(),
        congress.leastFrontLine());
  }

  private static boolean isOfMinority(Delegate delegate) {
    String ethnicity = delegate.sensitive().get(Sensitive.Field.ETHNICITY).orElse("");
    return !ethnicity.isEmpty() && !ethnicity.startsWith("汉") && !ethnicity.startsWith("Han");
  }

  private static boolean isOfParty(Delegate delegate) {
    String status = delegate.sensitive().get(Sensitive.Field.POLITICAL_STATUS).orElse("");
    return status.contains("中共") || status.equals("党员") || status.startsWith("CPC");
  }

  Progress.Hall hall(Congress congress) {
    return attendance.count(congress);
  }

  private Progress.Votes votes(Congress congress) {
    long assembly = congress.assembly();
    Set<Body> elected = bodies(body -> isDone(assembly, body));
    Set<Body> tied = bodies(body -> elections.isTied(assembly, body));
    boolean open =
        elections.polls(assembly).stream()
            .map(Poll::stage)
            .anyMatch(
                stage ->
                    switch (stage) {
                      case OPEN, CLOSED, COUNTED, SIGNED -> true;
                      case PREPARED, CANCELLED, ANNOUNCED -> false;
                    });
    Elections.Readiness ready = elections.readiness(assembly);
    Progress.Ballots ballots =
        new Progress.Ballots(ready.method(), ready.keyMade(), ready.drawn(), ready.rosterFrozen());
    return new Progress.Votes(
        elected,
        tied,
        elections.openSeats(assembly),
        open,
        partial(congress),
        ballots,
        committee(congress));
  }

  /// Those that somebody is elected to.
  private static Set<Body> bodies(Predicate<Body> which) {
    return Arrays.stream(Body.values())
        .filter(body -> !body.decides())
        .filter(which)
        .collect(Collectors.toSet());
  }

  /// A congress in which too few had a majority goes on with seats open; a plenary needs its chair.
  private boolean isDone(long assembly, Body body) {
    return body.electors().isPresent()
        ? elections.isElected(assembly, body)
        : elections.isSettled(assembly, body);
  }

  /// Of its last vote from the first round on.
  private Optional<Committee> committee(Congress congress) {
    return elections.polls(congress.assembly()).stream()
        .filter(poll -> poll.body() == Body.COMMITTEE && poll.round() == 1)
        .filter(poll -> poll.stage() != org.zhijia.election.Stage.CANCELLED)
        .reduce((_, later) -> later)
        .map(poll -> committee(congress, poll));
  }

  private Committee committee(Congress congress, Poll poll) {
    List<String> elected = elections.elected(congress.assembly(), Body.COMMITTEE);
    List<String> people =
        elected.isEmpty()
            ? elections.candidates(poll.id()).stream().map(Candidate::name).toList()
            : elected;
    List<Delegate> delegates =
        elected(congress.id()).stream().filter(each -> people.contains(each.name())).toList();
    long known = delegates.stream().map(Delegate::name).distinct().count();
    return new Committee(
        seats(congress, poll),
        MembersOfUnion.of(congress, this.delegates),
        people.size(),
        (int)
            delegates.stream()
                .filter(each -> each.category() == Category.UNION_WORKER)
                .map(Delegate::name)
                .distinct()
                .count(),
        people.size() - (int) known,
        !elected.isEmpty());
  }

  /// As many as were to be elected, unless the meeting agreed to fewer.
  private int seats(Congress congress, Poll poll) {
    return elections.openSeats(congress.assembly()).stream()
        .filter(each -> each.body() == poll.body())
        .flatMap(each -> each.decision().stream())
        .map(SeatsDecision::size)
        .findFirst()
        .orElse(poll.seats());
  }

  /// Somebody may have been made a candidate after becoming a scrutineer, or hold the key without
  /// having become one.
  private List<Ground> partial(Congress congress) {
    List<String> scrutineers =
        agenda.holders(congress.id()).stream()
            .filter(each -> each.post().watchesVotes())
            .map(AgendaStore.Holder::name)
            .toList();
    if (scrutineers.isEmpty()) {
      return List.of();
    }
    String body = congress.body();
    return Stream.concat(
            Scrutineers.whoStand(body, scrutineers, elections.candidacies(congress.assembly()))
                .stream(),
            Scrutineers.whoWereNotPassed(
                body, scrutineers, elections.scrutineers(congress.assembly()))
                .stream())
        .toList();
  }
}
