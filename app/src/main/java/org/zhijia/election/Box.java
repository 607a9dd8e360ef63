package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhijia.ballot.audit.Admission;

/// The door of the ballot box. Whoever comes shows a ballot signed by a slip, no name and no
/// session; a ballot that the verifier would refuse is refused here.
@Service
class Box {
  /// Ballots leave for the public board in batches of at least so many.
  static final int BATCH = 10;

  private final PollStore polls;
  private final AssemblyStore assemblies;
  private final BoxStore store;
  private final Admissions admissions;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Box(
      PollStore polls,
      AssemblyStore assemblies,
      BoxStore store,
      Admissions admissions,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.polls = polls;
    this.assemblies = assemblies;
    this.store = store;
    this.admissions = admissions;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /// What came of a ballot.
  sealed interface Reception {
    /// @param replaced an earlier ballot of the same slip counts no longer
    /// @param again this very ballot was in the box already; it counts once
    record Accepted(String tracker, boolean replaced, boolean again) implements Reception {}

    /// @param detail of the check that failed, for those who look closer
    record Refused(Why why, String detail) implements Reception {}
  }

  /// Why a ballot is not taken; each has its sentence in the messages.
  enum Why {
    NO_SUCH_POLL,
    NOT_OPEN,
    CLOSED,
    OPENED,
    SURRENDERED,
    UNKNOWN_CREDENTIAL,
    OTHER_ELECTION,
    PROOF,
    MALFORMED
  }

  /// Checks the proofs first, which takes long, and holds the box only for the moment of writing.
  Reception cast(String uuid, String ballot, Optional<String> companion) {
    Optional<PollRow> found = polls.find(uuid);
    if (found.isEmpty() || !found.get().isElectronic()) {
      return refused(found.isEmpty() ? Why.NO_SUCH_POLL : Why.NOT_OPEN, "");
    }
    PollRow row = found.get();
    Admission.Answer answer =
        admissions.check(row, BallotPapers.bytes(ballot), companion.map(BallotPapers::bytes));
    return switch (answer) {
      case Admission.Answer.Refused refused -> refused(why(refused), detail(refused));
      case Admission.Answer.Admitted admitted -> {
        BoxStore.Cast cast =
            new BoxStore.Cast(
                admitted.tracker(), admitted.credential(), ballot, companion, admitted.hint());
        Reception reception = transaction.execute(_ -> put(row, cast));
        tell(row, reception);
        yield reception;
      }
    };
  }

  /// After the commit: whoever counts along must find the ballot, and cannot keep it out.
  private void tell(PollRow row, Reception reception) {
    if (reception instanceof Reception.Accepted taken && !taken.again()) {
      events.publishEvent(new BallotCast(row.poll().assembly()));
    }
  }

  private Reception put(PollRow row, BoxStore.Cast ballot) {
    long poll = row.poll().id();
    boolean open = polls.holdOpen(poll, Instant.now(clock));
    store.lockCredential(poll, ballot.credential());
    if (store.has(poll, ballot.tracker())) {
      return new Reception.Accepted(ballot.tracker(), false, true);
    }
    if (!open) {
      return refused(Why.CLOSED, "");
    }
    if (store.wasOpened(poll, ballot.tracker())) {
      return refused(Why.OPENED, "");
    }
    if (assemblies.isSurrendered(row.poll().assembly(), ballot.credential())) {
      return refused(Why.SURRENDERED, "");
    }
    int version = store.add(poll, ballot);
    return new Reception.Accepted(ballot.tracker(), version > 1, false);
  }

  private static Why why(Admission.Answer.Refused refused) {
    return switch (refused.check()) {
      case BALLOT_CREDENTIAL -> Why.UNKNOWN_CREDENTIAL;
      case BALLOT_ELECTION -> Why.OTHER_ELECTION;
      case BALLOT_FORM, BALLOT_ELEMENTS, COMPANION_BINDING -> Why.MALFORMED;
      default -> Why.PROOF;
    };
  }

  private static String detail(Admission.Answer.Refused refused) {
    return refused.check() + ", " + refused.where() + ": " + String.join("; ", refused.causes());
  }

  private static Reception refused(Why why, String detail) {
    return new Reception.Refused(why, detail);
  }

  /// Notes that a ballot's voter opened it: it can never be cast. Whoever says so need not be the
  /// voter: a tracker is known only to who made the ballot.
  ///
  /// @return false if it is in the box, or the vote does not go on
  boolean open(String uuid, String tracker) {
    Optional<PollRow> row = polls.find(uuid);
    if (row.isEmpty() || row.get().poll().stage() != Stage.OPEN) {
      return false;
    }
    long poll = row.get().poll().id();
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              if (store.has(poll, tracker)) {
                return false;
              }
              store.opened(poll, tracker);
              return true;
            }));
  }

  /// What became of a ballot, asked for by its tracker.
  Optional<BoxStore.Found> find(PollRow row, String tracker) {
    return store.find(row.poll().id(), tracker);
  }
}
