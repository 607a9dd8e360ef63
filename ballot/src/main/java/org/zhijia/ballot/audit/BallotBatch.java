package org.zhijia.ballot.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.group.HintedPoints;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.proof.DirectChecks;
import org.zhijia.ballot.proof.HintedChecks;

/// Checks consecutive ballots together, by hints where there are any.
///
/// A ballot whose hint does not help (it is missing, wrong, or the ballot is) is checked directly,
/// so a hint never decides; all others enter one product, which must be neutral. If it is not, the
/// batch is halved until the ballots are found whose hints claim too much, and these are checked
/// directly.
final class BallotBatch {
  private final Setup setup;
  private final List<Ticket> tickets;
  private final How how;
  private final Randomness weights = Randomness.stream();
  private final List<Outcome> outcomes = new ArrayList<>();

  private BallotBatch(Setup setup, List<Ticket> tickets, How how) {
    this.setup = setup;
    this.tickets = tickets;
    this.how = how;
  }

  /// @param toTheEnd whether to go on after a ballot that is refused
  /// @param writeHints whether to check directly and write hints on the way
  record How(boolean toTheEnd, boolean writeHints) {}

  /// What came of one ballot.
  ///
  /// @param read what its hint claims, if it was checked by one
  /// @param written the hint that was written on the way
  private record Outcome(
      Optional<BallotCheck.Accepted> accepted,
      Optional<Fault> fault,
      CheckCounts counts,
      Optional<HintedPoints> read,
      Optional<byte[]> written) {}

  /// What came of all, up to the first that is refused unless it was to go on.
  ///
  /// @param sum of the ballots that hold
  /// @param hinted how many hold by their hints
  record Result(List<Checked> ballots, Tally sum, CheckCounts counts, long hinted) {}

  /// What came of one ballot: the index of its credential, or why it is refused.
  record Checked(
      Ticket ticket, Optional<Integer> credential, Optional<Fault> fault, Optional<byte[]> hint) {}

  static Result check(Setup setup, List<Ticket> tickets, How how) {
    BallotBatch batch = new BallotBatch(setup, tickets, how);
    for (Ticket ticket : tickets) {
      Outcome outcome = how.writeHints() ? batch.direct(ticket) : batch.hinted(ticket);
      batch.outcomes.add(outcome);
      if (outcome.fault().isPresent() && !how.toTheEnd()) {
        break;
      }
    }
    batch.demandHeld(0, batch.outcomes.size());
    return batch.result();
  }

  private Outcome hinted(Ticket ticket) {
    Optional<HintedPoints> points =
        setup.group().hints().flatMap(hints -> ticket.hint().flatMap(hints::read));
    if (points.isEmpty()) {
      return direct(ticket);
    }
    CheckCounts counts = new CheckCounts();
    try {
      HintedChecks checks = new HintedChecks(setup.group(), points.get(), weights);
      var accepted = BallotCheck.run(setup, ticket, checks, counts);
      return new Outcome(Optional.of(accepted), Optional.empty(), counts, points, Optional.empty());
    } catch (Fault hintOrBallot) {
      return direct(ticket);
    }
  }

  private Outcome direct(Ticket ticket) {
    CheckCounts counts = new CheckCounts();
    try {
      DirectChecks checks = how.writeHints() ? setup.hintingChecks() : setup.directChecks();
      var accepted = BallotCheck.run(setup, ticket, checks, counts);
      return new Outcome(
          Optional.of(accepted), Optional.empty(), counts, Optional.empty(), checks.hint());
    } catch (Fault fault) {
      return new Outcome(
          Optional.empty(), Optional.of(fault), counts, Optional.empty(), Optional.empty());
    }
  }

  /// Makes sure of the hints of the ballots from … to − 1.
  private void demandHeld(int from, int to) {
    List<HintedPoints> hints =
        outcomes.subList(from, to).stream().flatMap(outcome -> outcome.read().stream()).toList();
    if (hints.isEmpty() || HintedPoints.hold(hints, setup.generator(), setup.publicKey())) {
      return;
    }
    if (to - from == 1) {
      outcomes.set(from, direct(tickets.get(from)));
      return;
    }
    int middle = (from + to) >>> 1;
    demandHeld(from, middle);
    demandHeld(middle, to);
  }

  private Result result() {
    CheckCounts counts = new CheckCounts();
    Tally sum = Tally.ofNothing(setup.group(), setup.election().questions());
    List<Checked> verdicts = new ArrayList<>();
    long hinted = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      Optional<Integer> credential = outcome.accepted().map(BallotCheck.Accepted::credential);
      verdicts.add(new Checked(tickets.get(i), credential, outcome.fault(), outcome.written()));
      if (outcome.accepted().isPresent()) {
        counts.addAll(outcome.counts());
        sum = sum.plus(outcome.accepted().get().tally());
        hinted += outcome.read().isPresent() ? 1 : 0;
      } else if (!how.toTheEnd()) {
        break;
      }
    }
    return new Result(List.copyOf(verdicts), sum, counts, hinted);
  }
}
