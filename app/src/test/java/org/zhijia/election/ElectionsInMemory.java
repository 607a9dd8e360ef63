package org.zhijia.election;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The real elections, to which a test adds votes and results that nobody had to cast: so the story
/// of a congress need not run a ceremony. Where a test adds nothing it is the real thing.
@Primary
@Service
public class ElectionsInMemory extends Elections {
  private static final long OURS = 1_000_000_000L;

  private final ApplicationEventPublisher events;
  private final AtomicLong ids = new AtomicLong(OURS);
  private final Map<Long, List<Poll>> added = new ConcurrentHashMap<>();
  private final Map<Long, Announced> results = new ConcurrentHashMap<>();
  private final Map<Long, List<Candidacy>> standing = new ConcurrentHashMap<>();
  private final Map<Long, Attendance> attendance = new ConcurrentHashMap<>();

  ElectionsInMemory(
      AssemblyStore assemblies,
      PollStore polls,
      Polls led,
      Counting counting,
      Slips slips,
      SeatsStore seats,
      Clock clock,
      ApplicationEventPublisher events) {
    super(assemblies, polls, led, counting, slips, seats, clock);
    this.events = events;
  }

  @Override
  public List<Poll> polls(long assembly) {
    List<Poll> all = new ArrayList<>(super.polls(assembly));
    List<Poll> ours = added.getOrDefault(assembly, List.of());
    all.removeIf(each -> ours.stream().anyMatch(one -> one.id() == each.id()));
    all.addAll(ours);
    return List.copyOf(all);
  }

  @Override
  public List<Candidacy> candidacies(long assembly) {
    List<Candidacy> all = new ArrayList<>(super.candidacies(assembly));
    all.addAll(standing.getOrDefault(assembly, List.of()));
    return List.copyOf(all);
  }

  /// Votes that were added here had a method too.
  @Override
  public Readiness readiness(long assembly) {
    Readiness real = super.readiness(assembly);
    return new Readiness(
        real.method() || added.containsKey(assembly),
        real.keyMade(),
        real.scrutineers(),
        real.slips(),
        real.drawn(),
        real.rosterFrozen());
  }

  /// Somebody stands whom nobody had to name on a page.
  public void stand(long assembly, Candidacy candidacy) {
    standing.computeIfAbsent(assembly, _ -> new ArrayList<>()).add(candidacy);
  }

  @Override
  public Optional<Announced> announced(long poll) {
    return results.containsKey(poll)
        ? Optional.ofNullable(results.get(poll))
        : super.announced(poll);
  }

  @Override
  public Optional<Instant> announcedAt(long poll) {
    return results.containsKey(poll) ? Optional.of(Instant.now()) : super.announcedAt(poll);
  }

  @Override
  @Transactional
  public void attend(long assembly, Attendance given, List<String> voters) {
    super.attend(assembly, given, voters);
    attendance.put(assembly, given);
  }

  /// A poll as a test wants it.
  public Poll add(long assembly, Body body, String title, Stage stage) {
    Poll poll =
        new Poll(
            ids.incrementAndGet(),
            assembly,
            UUID.randomUUID().toString(),
            body,
            title,
            1,
            1,
            2,
            stage,
            14,
            18,
            Optional.of("MH0kPzmhAjTPHMAjK8R9ObqlKbfKOI7Tx4nB84nX8sQ"),
            Optional.empty());
    added.computeIfAbsent(assembly, _ -> new ArrayList<>()).add(poll);
    return poll;
  }

  /// Becomes known as a test wants it.
  @Transactional
  public void announce(long organisation, Announced result) {
    Poll poll = result.poll();
    List<Poll> all = added.computeIfAbsent(poll.assembly(), _ -> new ArrayList<>());
    all.removeIf(each -> each.id() == poll.id());
    all.add(poll);
    results.put(poll.id(), result);
    events.publishEvent(
        new ResultAnnounced(
            organisation,
            poll.assembly(),
            poll.id(),
            poll.uuid(),
            poll.body().word(),
            poll.title(),
            "print",
            "0".repeat(64),
            result.adopted()));
  }

  public Optional<Attendance> attended(long assembly) {
    return Optional.ofNullable(attendance.get(assembly));
  }

  public long drawn(long assembly) {
    return readiness(assembly).drawn();
  }
}
