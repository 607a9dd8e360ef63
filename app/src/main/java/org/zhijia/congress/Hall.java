package org.zhijia.congress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.AgendaStore.Item;
import org.zhijia.congress.ProposalStore.Proposal;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.election.Announced;
import org.zhijia.election.BallotCast;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.election.Stage;
import org.zhijia.web.Actor;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// What is happening in the hall right now: the one truth that desk, floor and big screen show.
@Service
class Hall {
  private static final Duration OLDEST = Duration.ofMillis(900);

  private final Map<Long, Kept> keptById = new ConcurrentHashMap<>();
  private final Congresses congresses;
  private final CongressStore congressStore;
  private final Standings standings;
  private final AgendaStore agenda;
  private final DelegateStore delegates;
  private final AttendanceStore attendance;
  private final ProposalStore proposals;
  private final PaperStore papers;
  private final Rules rules;
  private final Elections elections;
  private final Permit permit;
  private final Live live;
  private final Clock clock;

  Hall(
      Congresses congresses,
      CongressStore congressStore,
      Standings standings,
      AgendaStore agenda,
      DelegateStore delegates,
      AttendanceStore attendance,
      ProposalStore proposals,
      PaperStore papers,
      Rules rules,
      Elections elections,
      Permit permit,
      Live live,
      Clock clock) {
    this.congresses = congresses;
    this.congressStore = congressStore;
    this.standings = standings;
    this.agenda = agenda;
    this.delegates = delegates;
    this.attendance = attendance;
    this.proposals = proposals;
    this.papers = papers;
    this.rules = rules;
    this.elections = elections;
    this.permit = permit;
    this.live = live;
    this.clock = clock;
  }

  /// The state of the hall.
  ///
  /// @param hall due and present: frozen where they are frozen, else as counted now
  /// @param needed so many must be there
  /// @param open votes that take ballots now
  record Now(
      Congress congress,
      List<Item> items,
      Optional<Item> current,
      Optional<Item> next,
      Progress.Hall hall,
      Optional<Verdict> quorum,
      long needed,
      List<Poll> open,
      List<Poll> announced,
      Instant at) {

    public boolean isQuorate() {
      return quorum.map(Verdict::holds).orElse(false);
    }

    /// For bars: a part of those due, in thousandths.
    public long thousandths(long part) {
      return hall.due() == 0 ? 0 : 1_000 * part / hall.due();
    }
  }

  /// One computation serves all who ask at once, until something changes; what changes without
  /// telling us, such as time, is never older than [#OLDEST].
  Now now(Congress congress) {
    long version = live.version(congress.id());
    Kept kept = keptById.get(congress.id());
    Instant at = Instant.now(clock);
    if (kept != null
        && kept.version() == version
        && kept.now().congress().equals(congress)
        && at.isBefore(kept.now().at().plus(OLDEST))) {
      return kept.now();
    }
    Now now = compute(congress);
    keptById.put(congress.id(), new Kept(version, now));
    return now;
  }

  private record Kept(long version, Now now) {}

  private Now compute(Congress congress) {
    List<Item> items = agenda.items(congress.id());
    Optional<Item> current = items.stream().filter(Item::isCurrent).findFirst();
    Optional<Item> next = next(items);
    Progress.Hall hall =
        attendance
            .frozen(congress)
            .map(each -> new Progress.Hall(each.due(), each.present(), true))
            .orElseGet(() -> standings.hall(congress));
    Optional<Verdict> quorum =
        hall.due() == 0
            ? Optional.empty()
            : Optional.of(rules.apply("congress.quorum", CheckIn.quorumFacts(congress, hall)));
    List<Poll> polls = elections.polls(congress.assembly());
    return new Now(
        congress,
        items,
        current,
        next,
        hall,
        quorum,
        rules.needed(congress, hall.due()),
        polls.stream().filter(Poll::isOpen).toList(),
        polls.stream().filter(poll -> poll.stage() == Stage.ANNOUNCED).toList(),
        Instant.now(clock));
  }

  /// What comes after the item that was called up last; what was passed over does not come back by
  /// itself.
  static Optional<Item> next(List<Item> items) {
    int last =
        items.stream()
            .filter(item -> item.startedAt().isPresent())
            .max(Comparator.comparing(item -> item.startedAt().orElseThrow()))
            .map(items::indexOf)
            .orElse(-1);
    return items.stream().skip(last + 1L).filter(item -> item.startedAt().isEmpty()).findFirst();
  }

  /// A result with its lines as bars, most votes first.
  record Bars(Announced result, List<Announced.Line> lines) {
    public long thousandths(long votes) {
      return result.due() == 0 ? 0 : Math.min(1_000, 1_000 * votes / result.due());
    }
  }

  Optional<Bars> result(Congress congress, long poll) {
    return elections.polls(congress.assembly()).stream()
        .filter(each -> each.id() == poll)
        .findFirst()
        .flatMap(each -> elections.announced(each.id()))
        .map(
            result ->
                new Bars(
                    result,
                    result.lines().stream()
                        .sorted(Comparator.comparingInt(Announced.Line::approve).reversed())
                        .toList()));
  }

  /// The big screen counts along.
  @EventListener
  void on(BallotCast cast) {
    congressStore.ofAssembly(cast.assembly()).ifPresent(each -> live.counted(each.id()));
  }

  PaperStore.Screen screen(Congress congress) {
    return papers.screen(congress.id());
  }

  @Transactional
  Outcome show(long id, PaperStore.Screen screen) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    if (screen.shows() == PaperStore.Shows.MESSAGE && screen.message().isBlank()) {
      return Outcome.refused("请填写要显示的文字。", "Write what is to be shown.");
    }
    if (screen.shows() == PaperStore.Shows.RESULT && result(congress, screen.poll()).isEmpty()) {
      return Outcome.refused(
          Ground.by(
              Articles.BALLOT,
              "结果宣布之后才能上屏；不显示中途票数。",
              "A result is shown once it is announced; never an interim count."));
    }
    papers.show(id, screen);
    live.changed(id);
    return new Outcome.Done(id);
  }

  // The floor

  /// Who looks at the floor: by the code on the card, else by the account's person.
  Optional<Delegate> guest(Congress congress, String card) {
    if (!card.isBlank()) {
      return delegates.byCode(congress.id(), CardCodes.read(card));
    }
    OptionalLong person = permit.actor().map(Actor::person).orElse(OptionalLong.empty());
    return person.isPresent()
        ? delegates.byPerson(congress.id(), person.getAsLong())
        : Optional.empty();
  }

  /// Whether whoever is signed in is this delegate; a card alone does not tell.
  boolean isSelf(Delegate delegate) {
    OptionalLong person = permit.actor().map(Actor::person).orElse(OptionalLong.empty());
    return person.isPresent() && person.equals(delegate.person());
  }

  boolean isPresent(Congress congress, Delegate delegate) {
    return attendance.isPresent(congress, delegate.id());
  }

  List<Proposal> proposalsOf(Congress congress, Delegate delegate) {
    return proposals.of(congress.id()).stream()
        .filter(each -> each.delegate() == delegate.id())
        .toList();
  }

  List<Proposal> proposals(Congress congress) {
    return proposals.of(congress.id());
  }

  DelegateStore.Delegation delegation(Congress congress, Delegate delegate) {
    return delegates.delegations(congress.id()).stream()
        .filter(each -> OptionalLong.of(each.id()).equals(delegate.delegation()))
        .findFirst()
        .orElseThrow(NotThere::new);
  }
}
