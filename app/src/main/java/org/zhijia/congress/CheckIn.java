package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.AttendanceStore.Kind;
import org.zhijia.congress.AttendanceStore.Last;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.election.Decision;
import org.zhijia.election.Elections;
import org.zhijia.tables.WrittenName;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;
import tools.jackson.databind.json.JsonMapper;

/// Who comes, leaves and comes back; slips that are handed out; the figures that votes stand on.
@Service
class CheckIn {
  private final AttendanceStore store;
  private final DelegateStore delegates;
  private final Congresses congresses;
  private final CongressStore congressStore;
  private final Standings standings;
  private final Rules rules;
  private final Elections elections;
  private final ApplicationEventPublisher acts;
  private final Live live;
  private final JsonMapper json;
  private final Clock clock;

  CheckIn(
      AttendanceStore store,
      DelegateStore delegates,
      Congresses congresses,
      CongressStore congressStore,
      Standings standings,
      Rules rules,
      Elections elections,
      ApplicationEventPublisher acts,
      Live live,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.delegates = delegates;
    this.congresses = congresses;
    this.congressStore = congressStore;
    this.standings = standings;
    this.rules = rules;
    this.elections = elections;
    this.acts = acts;
    this.live = live;
    this.json = json;
    this.clock = clock;
  }

  /// Somebody on the list of the hall.
  ///
  /// @param last where they are; none before they came
  /// @param slip whether they took one, and whether on paper
  record Guest(Delegate delegate, Optional<Last> last, Optional<Boolean> slip) {
    public boolean isPresent() {
      return last.filter(each -> each.kind() == Kind.ARRIVED).isPresent();
    }

    public boolean hasLeft() {
      return last.filter(each -> each.kind() == Kind.LEFT).isPresent();
    }
  }

  List<Guest> guests(Congress congress) {
    Map<Long, Last> last = store.last(congress);
    Map<Long, Boolean> slips = store.slips(congress.id());
    return delegates.of(congress.id()).stream()
        .filter(Delegate::isThere)
        .map(
            each ->
                new Guest(
                    each,
                    Optional.ofNullable(last.get(each.id())),
                    Optional.ofNullable(slips.get(each.id()))))
        .toList();
  }

  /// Lets in whoever holds the card with this code; coming back after leaving is the same.
  @Transactional
  Outcome arrive(long id, String typed) {
    Congress congress = inSession(id);
    Optional<Delegate> found = delegates.byCode(id, CardCodes.read(typed));
    if (found.isEmpty()) {
      return Outcome.refused(
          "没有这张代表证。请核对编码，或按姓名查找。", "There is no such card. Check the code, or look by name.");
    }
    return arrive(congress, found.get());
  }

  @Transactional
  Outcome arrive(long id, long delegate) {
    Congress congress = inSession(id);
    return arrive(congress, delegates.find(id, delegate).orElseThrow(NotThere::new));
  }

  private Congress inSession(long id) {
    return congresses.demand(id, Task.CHECK_IN);
  }

  private Outcome arrive(Congress congress, Delegate delegate) {
    if (!congress.stage().isInSession()) {
      return Outcome.refused(
          Ground.by(
              Articles.PRACTICE,
              "预备会议开始后才能签到。",
              "Checking in begins with the preliminary meeting."));
    }
    if (delegate.standing() == Standing.DELEGATE && !delegate.isDue()) {
      return Outcome.refused(
          Ground.by(
              Articles.PRACTICE,
              "%s 的代表资格没有通过：%s",
              "The credentials of %s were refused: %s",
              delegate.name(),
              delegate.ground()));
    }
    if (!store.isPresent(congress, delegate.id())) {
      move(congress, delegate, Kind.ARRIVED, "");
    }
    return new Outcome.Done(delegate.id());
  }

  private void move(Congress congress, Delegate delegate, Kind kind, String reason) {
    store.move(
        congress,
        new AttendanceStore.Movement(
            delegate.id(), kind, reason, congresses.by(), Instant.now(clock)));
    live.changed(congress.id());
  }

  /// Somebody leaves the hall, or was let in by mistake.
  @Transactional
  Outcome leave(long id, long delegate, boolean mistake, String reason) {
    Congress congress = inSession(id);
    Delegate found = delegates.find(id, delegate).orElseThrow(NotThere::new);
    if (mistake && reason.isBlank()) {
      return Outcome.refused("请写明撤销签到的原因。", "Say why the check-in is undone.");
    }
    if (store.isPresent(congress, found.id())) {
      move(congress, found, mistake ? Kind.UNDONE : Kind.LEFT, reason.strip());
    }
    return new Outcome.Done(delegate);
  }

  private static final Ground FROZEN =
      Ground.by(
          Articles.BALLOT,
          "凭证条名册已经冻结，不再发出或收回；请改用纸质选票。",
          "The roster of slips is frozen: none is handed out or taken back. Paper remains.");

  /// A slip was handed out, or paper was chosen. Which slip stays unknown.
  @Transactional
  Outcome slip(long id, long delegate, boolean paper) {
    Congress congress = inSession(id);
    Delegate found = delegates.find(id, delegate).orElseThrow(NotThere::new);
    if (!found.isDue() || !store.isPresent(congress, found.id())) {
      return Outcome.refused(
          Ground.by(
              Articles.BALLOT,
              "凭证条只发给已签到的正式代表本人，不得代领。",
              "A slip goes to a delegate who has checked in, in person."));
    }
    Boolean before = store.slips(id).get(delegate);
    if (before != null && before == paper) {
      return new Outcome.Done(delegate);
    }
    boolean counted =
        paper
            ? before == null || returned(congress, delegate)
            : elections.slipDrawn(congress.assembly());
    if (!counted) {
      return Outcome.refused(FROZEN);
    }
    store.take(id, delegate, paper, congresses.by(), Instant.now(clock));
    live.changed(id);
    return new Outcome.Done(delegate);
  }

  /// A slip goes back among the others; a credential of one's own is struck.
  ///
  /// @return false if the roster is frozen: too late
  private boolean returned(Congress congress, long delegate) {
    return store
        .ownCode(delegate)
        .map(code -> elections.withdraw(congress.assembly(), code) instanceof Decision.Granted)
        .orElseGet(() -> elections.slipReturned(congress.assembly()));
  }

  @Transactional
  Outcome slipBack(long id, long delegate) {
    Congress congress = inSession(id);
    Delegate found = delegates.find(id, delegate).orElseThrow(NotThere::new);
    Boolean paper = store.slips(id).get(delegate);
    if (paper == null) {
      return new Outcome.Done(delegate);
    }
    if (!paper && !returned(congress, delegate)) {
      return Outcome.refused(FROZEN);
    }
    store.giveBack(found.id());
    live.changed(id);
    return new Outcome.Done(delegate);
  }

  /// Whether the sitting has a quorum now; none while nobody is due.
  Optional<Verdict> quorum(Congress congress) {
    Progress.Hall hall = standings.hall(congress);
    return hall.due() == 0
        ? Optional.empty()
        : Optional.of(rules.apply("congress.quorum", quorumFacts(congress, hall)));
  }

  static Map<String, Object> quorumFacts(Congress congress, Progress.Hall hall) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("due", hall.due());
    facts.put("present", hall.present());
    facts.put("kind", congress.body());
    facts.put("variant", congress.quorum());
    return facts;
  }

  /// Fixes due and present of the sitting; refused without a quorum.
  @Transactional
  Outcome freeze(long id) {
    Congress congress = congresses.lock(id, Task.CHECK_IN);
    if (!congress.stage().isInSession()) {
      return Outcome.refused(
          Ground.by(Articles.PRACTICE, "会议还没有开始。", "The meeting has not begun."));
    }
    Optional<Verdict> verdict = quorum(congress);
    if (verdict.isEmpty()) {
      return Outcome.refused(Ground.by(Articles.PRACTICE, "没有应到人员。", "Nobody is due."));
    }
    if (!verdict.get().holds()) {
      return new Outcome.Refused(verdict.get().grounds());
    }
    fix(congress, standings.hall(congress), verdict.get());
    live.changed(id);
    return new Outcome.Done(id);
  }

  /// Writes the figures down, hands them to the elections and makes them public.
  private void fix(Congress congress, Progress.Hall hall, Verdict verdict) {
    int paper = votersOnPaper(congress);
    store.freeze(
        congress,
        new AttendanceStore.Frozen(
            congress.sitting(),
            hall.due(),
            hall.present(),
            paper,
            congresses.by(),
            Instant.now(clock)),
        json.writeValueAsString(verdict.ruling().plain(Locale.CHINESE)));
    elections.attend(
        congress.assembly(),
        new Elections.Attendance(hall.due(), hall.present(), paper),
        voters(congress));
    acts.publishEvent(
        new AttendanceFrozen(
            congress.organisation(),
            congress.id(),
            congress.sitting(),
            hall.due(),
            hall.present(),
            verdict.ruling().formula()));
  }

  /// Whoever is due, by name; with the unit where two are of one name.
  private List<String> voters(Congress congress) {
    List<Delegate> due =
        guests(congress).stream().map(Guest::delegate).filter(Delegate::isDue).toList();
    Map<String, Long> bearers =
        due.stream().collect(Collectors.groupingBy(CheckIn::plain, Collectors.counting()));
    return due.stream()
        .map(
            each ->
                bearers.getOrDefault(plain(each), 1L) == 1
                    ? plain(each)
                    : plain(each) + "（" + each.unitName() + "）")
        .toList();
  }

  private static String plain(Delegate delegate) {
    return WrittenName.plain(delegate.name());
  }

  private int votersOnPaper(Congress congress) {
    return (int)
        guests(congress).stream()
            .filter(each -> each.isPresent() && each.delegate().isDue())
            .filter(each -> each.slip().orElse(false))
            .count();
  }

  /// The next sitting: everybody checks in anew.
  @Transactional
  Outcome nextSitting(long id) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    if (!congress.stage().isInSession()) {
      return Outcome.refused("会议还没有开始。", "The meeting has not begun.");
    }
    congressStore.nextSitting(id);
    live.changed(id);
    return new Outcome.Done(id);
  }

  List<AttendanceStore.Frozen> frozen(Congress congress) {
    return store.frozen(congress.id());
  }
}
