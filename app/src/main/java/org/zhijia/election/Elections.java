package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.statute.BodyKind;
import org.zhijia.web.NotThere;

/// The votes of a meeting, as the meeting itself sees them.
@Service
public class Elections {
  /// Votes that one slip can serve: bodies, run-offs, resolutions.
  private static final int RESERVED = 24;

  private final AssemblyStore assemblies;
  private final PollStore polls;
  private final Polls led;
  private final Counting counting;
  private final Slips slips;
  private final SeatsStore seats;
  private final Clock clock;

  Elections(
      AssemblyStore assemblies,
      PollStore polls,
      Polls led,
      Counting counting,
      Slips slips,
      SeatsStore seats,
      Clock clock) {
    this.assemblies = assemblies;
    this.polls = polls;
    this.led = led;
    this.counting = counting;
    this.slips = slips;
    this.seats = seats;
    this.clock = clock;
  }

  /// A meeting that will vote.
  ///
  /// @param home where its own page is, e.g. `/congresses/7`
  /// @param kind of union, whose rules its votes follow
  public record Convening(long organisation, String title, String home, BodyKind kind) {}

  /// How far the preparations for secret ballots are.
  ///
  /// @param method whether an adopted method is known
  /// @param keyMade the scrutineers' key is there
  /// @param slips made so far, without those that were struck
  /// @param drawn how many were handed out
  /// @param rosterFrozen no slip can be added or struck any more
  public record Readiness(
      boolean method,
      boolean keyMade,
      int scrutineers,
      int slips,
      int drawn,
      boolean rosterFrozen) {}

  /// Who is in the hall, frozen before ballots are issued.
  ///
  /// @param due all who have a vote in this meeting
  /// @param present of them in the hall
  /// @param paper of those present, who vote on paper
  public record Attendance(int due, int present, int paper) {}

  /// Opens the books for a meeting's votes.
  ///
  /// @return id of the assembly
  @Transactional
  public long convene(Convening meeting) {
    Randomness randomness = Randomness.secure();
    List<String> uuids =
        Stream.generate(() -> Base58.electionId(randomness)).limit(RESERVED).toList();
    return assemblies.add(meeting, uuids, Instant.now(clock));
  }

  /// The meeting is filed: nothing is voted upon any more.
  @Transactional
  public void end(long assembly) {
    assemblies.end(assembly, Instant.now(clock));
  }

  /// @throws NotThere if there is no such assembly
  public Readiness readiness(long assembly) {
    Assembly of = assemblies.find(assembly).orElseThrow(NotThere::new);
    return new Readiness(
        polls.method(assembly).isPresent(),
        of.keyMade(),
        assemblies.scrutineers(assembly).size(),
        assemblies.slipCount(assembly) - assemblies.struckCount(assembly),
        of.drawn(),
        of.rosterFrozen());
  }

  /// In the order in which they were prepared.
  public List<Poll> polls(long assembly) {
    return polls.of(assembly).stream().map(PollRow::poll).toList();
  }

  /// Somebody who stands.
  ///
  /// @param vote its title
  public record Candidacy(String name, String vote) {}

  /// Who stands in any vote of the meeting that was not given up.
  public List<Candidacy> candidacies(long assembly) {
    return polls(assembly).stream()
        .filter(poll -> poll.stage() != Stage.CANCELLED)
        .flatMap(
            poll ->
                polls.candidates(poll.id()).stream()
                    .map(each -> new Candidacy(each.name(), poll.title())))
        .toList();
  }

  /// What became of a vote; empty until it is announced.
  public Optional<Announced> announced(long poll) {
    return polls.find(poll).flatMap(counting::announced);
  }

  /// What came of the last vote for this body and its further rounds, in their order. A vote from
  /// the first round on replaces what came of earlier ones: they were void, or not approved. So
  /// does a new election of the committee that elects this body.
  public List<Announced> results(long assembly, Body body) {
    long since =
        body.electors()
            .flatMap(electors -> results(assembly, electors).stream().findFirst())
            .map(result -> result.poll().id())
            .orElse(0L);
    List<Poll> announced =
        polls(assembly).stream()
            .filter(poll -> poll.body() == body && poll.stage() == Stage.ANNOUNCED)
            .filter(poll -> poll.id() > since)
            .toList();
    int first = 0;
    for (int i = 0; i < announced.size(); i++) {
      first = announced.get(i).round() == 1 ? i : first;
    }
    return announced.subList(first, announced.size()).stream()
        .flatMap(poll -> announced(poll.id()).stream())
        .toList();
  }

  /// Who was elected to a body, by all rounds of its last vote, each named once.
  public List<String> elected(long assembly, Body body) {
    return results(assembly, body).stream()
        .flatMap(result -> result.elected().stream())
        .distinct()
        .toList();
  }

  /// Whether a body is elected: somebody is, and no tie waits for a run-off. A run-off that does
  /// not stand has settled none.
  public boolean isElected(long assembly, Body body) {
    return !elected(assembly, body).isEmpty() && isSettled(assembly, body);
  }

  /// Whether the vote on a body is over: its result is known and stands, and no tie waits for a
  /// run-off. It may have elected few, or nobody: then seats stay open.
  public boolean isSettled(long assembly, Body body) {
    return last(assembly, body).filter(result -> result.runoffAmong().isEmpty()).isPresent();
  }

  /// Whether a tie at the last seat waits for a run-off.
  public boolean isTied(long assembly, Body body) {
    return last(assembly, body).filter(result -> !result.runoffAmong().isEmpty()).isPresent();
  }

  /// The last result for a body that stands.
  private Optional<Announced> last(long assembly, Body body) {
    return results(assembly, body).stream().filter(Announced::stands).reduce((_, later) -> later);
  }

  /// Seats that the last vote for a body left open, with no other vote for them in preparation.
  ///
  /// @param decision what becomes of them; empty until it is written down
  public record OpenSeats(Body body, int open, Optional<SeatsDecision> decision) {}

  public List<OpenSeats> openSeats(long assembly) {
    return Arrays.stream(Body.values())
        .filter(Body::hasSeveral)
        .flatMap(body -> last(assembly, body).stream())
        .filter(result -> result.shortage() > 0 && result.runoffAmong().isEmpty())
        .filter(result -> polls.following(result.poll().id()).isEmpty())
        .map(
            result ->
                new OpenSeats(
                    result.poll().body(), result.shortage(), decision(result.poll().id())))
        .toList();
  }

  /// What was decided on the seats that a vote left open.
  public Optional<SeatsDecision> decision(long poll) {
    return seats.find(poll);
  }

  /// When the hall was told the result; empty before.
  public Optional<Instant> announcedAt(long poll) {
    return polls.announcedAt(poll);
  }

  /// Who stands, in the order of the ballot.
  public List<Candidate> candidates(long poll) {
    return polls.candidates(poll);
  }

  /// How many of the ballots that were handed out for a vote are on paper.
  public int paper(long poll) {
    return polls.find(poll).flatMap(PollRow::issued).map(PollRow.Issued::paper).orElse(0);
  }

  /// Names of the scrutineers, the chief first.
  public List<String> scrutineers(long assembly) {
    return assemblies.scrutineers(assembly).stream()
        .sorted(Comparator.comparing(Scrutineer::chief).reversed())
        .map(Scrutineer::name)
        .toList();
  }

  /// Freezes who is due and who is present; votes opened from now on stand on these figures.
  ///
  /// @param voters names of all who are due: who of them is no candidate can be written in
  @Transactional
  public void attend(long assembly, Attendance attendance, List<String> voters) {
    assemblies.attend(assembly, attendance, voters);
  }

  /// A slip was handed to somebody; to whom stays with the meeting, which slip stays unknown.
  ///
  /// @return false if the roster is frozen: too late
  @Transactional
  public boolean slipDrawn(long assembly) {
    return assemblies.draw(assembly, 1);
  }

  /// Takes back that a slip was handed out, before the roster is frozen.
  ///
  /// @return false if the roster is frozen: too late
  @Transactional
  public boolean slipReturned(long assembly) {
    return assemblies.draw(assembly, -1);
  }

  /// The ids for which a credential is made, one public half for each.
  public List<String> reserved(long assembly) {
    return assemblies.find(assembly).orElseThrow(NotThere::new).uuids();
  }

  /// A voter made a credential in their own browser: its public halves are entered, and it counts
  /// as handed out. Unlike with slips, the server learns whose it is.
  ///
  /// @param code that names it, as on the outside of a slip
  /// @param credentials public, in the order of [#reserved]
  @Transactional
  public Decision enrol(long assembly, String code, List<String> credentials) {
    return slips.enrol(assembly, new Slips.Made(code, credentials));
  }

  /// The same is given back, before the roster is frozen.
  @Transactional
  public Decision withdraw(long assembly, String code) {
    return slips.withdraw(assembly, code);
  }

  /// Puts a text to a secret vote: for, against, abstain.
  ///
  /// @return the vote, in preparation
  @Transactional
  public Poll putToVote(long assembly, Body body, String title) {
    return led.prepareQuestion(assembly, body, title).poll();
  }
}
