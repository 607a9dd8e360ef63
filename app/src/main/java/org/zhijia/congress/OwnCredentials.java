package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.election.Decision;
import org.zhijia.election.Elections;
import org.zhijia.web.NotThere;

/// Credentials that delegates make in their own browsers instead of drawing a slip. Convenient, and
/// said plainly: the server then knows whose credential it is, though never what it votes. So the
/// account must be that person's; the card, which others may see, is not enough.
@Service
class OwnCredentials {
  private final Congresses congresses;
  private final Hall hall;
  private final AttendanceStore attendance;
  private final Elections elections;
  private final Live live;
  private final Clock clock;

  OwnCredentials(
      Congresses congresses,
      Hall hall,
      AttendanceStore attendance,
      Elections elections,
      Live live,
      Clock clock) {
    this.congresses = congresses;
    this.hall = hall;
    this.attendance = attendance;
    this.elections = elections;
    this.live = live;
    this.clock = clock;
  }

  /// What a delegate has, or may have.
  enum State {
    /// Has to check in first.
    NOT_IN,
    /// May make one now.
    FREE,
    /// Has made one.
    OWN,
    /// Has drawn a slip.
    SLIP,
    /// Votes on paper.
    PAPER,
    /// Has nothing, and the roster is frozen.
    LATE
  }

  /// Whoever is signed in, as a delegate who is due.
  ///
  /// @throws NotThere if the account is nobody's who sits there with a vote
  Delegate me(Congress congress) {
    return hall.guest(congress, "").filter(Delegate::isDue).orElseThrow(NotThere::new);
  }

  State state(Congress congress, Delegate delegate) {
    Boolean paper = attendance.slips(congress.id()).get(delegate.id());
    if (paper != null) {
      boolean own = attendance.ownCode(delegate.id()).isPresent();
      return paper ? State.PAPER : own ? State.OWN : State.SLIP;
    }
    if (!attendance.isPresent(congress, delegate.id())) {
      return State.NOT_IN;
    }
    return elections.readiness(congress.assembly()).rosterFrozen() ? State.LATE : State.FREE;
  }

  /// Whether the floor speaks of it to somebody with a vote.
  boolean isOffered(Congress congress, Delegate delegate) {
    State state = state(congress, delegate);
    return delegate.isDue() && (state == State.FREE || state == State.OWN);
  }

  /// Enters the public halves of what a delegate's browser made.
  ///
  /// @return what stands against it; empty if it is done
  @Transactional
  List<Ground> enrol(long id, String code, List<String> credentials) {
    Congress congress = congresses.find(id);
    Delegate delegate = me(congress);
    if (attendance.ownCode(delegate.id()).filter(code::equals).isPresent()) {
      return List.of(); // sent again, because the answer was lost
    }
    Optional<Ground> against = against(state(congress, delegate));
    if (against.isPresent()) {
      return List.of(against.get());
    }
    Decision decision = elections.enrol(congress.assembly(), code, credentials);
    if (decision instanceof Decision.Refused refused) {
      return Ground.of(refused.breaches());
    }
    attendance.take(id, delegate.id(), false, congresses.by(), Instant.now(clock));
    attendance.takeOwn(delegate.id(), code);
    live.changed(id);
    return List.of();
  }

  private static Optional<Ground> against(State state) {
    return switch (state) {
      case FREE -> Optional.empty();
      case NOT_IN ->
          Optional.of(
              Ground.by(
                  Articles.BALLOT,
                  "凭证只给已签到的正式代表本人：请先在门口签到。",
                  "A credential is for a delegate in the hall: check in at the door first."));
      case OWN ->
          Optional.of(
              Ground.of(
                  "您已经生成过凭证，在生成它的那台设备上。换了设备，请到签到台收回后重新生成。",
                  "You have made one already; for another device have it taken back at the door."));
      case SLIP -> Optional.of(Ground.of("您已经领了凭证条，用它投票。", "You have drawn a slip: vote with it."));
      case PAPER -> Optional.of(Ground.of("您选了纸质选票。", "You have chosen paper."));
      case LATE ->
          Optional.of(
              Ground.by(
                  Articles.BALLOT,
                  "凭证名册已经冻结，不能再生成；请向工作人员领取纸质选票。",
                  "The roster is frozen: no more credentials. Ask for a ballot on paper."));
    };
  }
}
