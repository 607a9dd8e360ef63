package org.zhijia.demo;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.zhijia.congress.Situations;
import org.zhijia.congress.Situations.Situation;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.registry.Organisations;
import org.zhijia.rehearsal.Cast;
import org.zhijia.rehearsal.Simulation;

/// Plays the other people of the demo's congress, when whoever leads it asks: one act at a time, in
/// the background, over the same pages that real people use.
@Service
@ConditionalOnProperty("zhijia.demo")
class SimulatedPeople implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedPeople.class);
  private static final int DAYS_SINCE_UNITS = 20;

  private final Situations situations;
  private final Elections elections;
  private final Organisations organisations;
  private final Environment environment;
  private final Clock clock;
  private final ExecutorService stage = Executors.newSingleThreadExecutor(daemons());
  private volatile Playing playing = new Playing(Optional.empty(), Optional.empty());
  private @Nullable Simulation simulation;

  SimulatedPeople(
      Situations situations,
      Elections elections,
      Organisations organisations,
      Environment environment,
      Clock clock) {
    this.situations = situations;
    this.elections = elections;
    this.organisations = organisations;
    this.environment = environment;
    this.clock = clock;
  }

  /// What goes on, and how the last act ended.
  ///
  /// @param act that is being played; none: nobody acts
  /// @param failure why the last one came to nothing; none: it was done
  record Playing(Optional<Act> act, Optional<String> failure) {}

  private static ThreadFactory daemons() {
    return Thread.ofPlatform().name("simulated-people").daemon().factory();
  }

  /// Made when it is first needed: before that the server has no port.
  private synchronized Simulation simulation() {
    if (simulation == null) {
      String port = environment.getRequiredProperty("local.server.port");
      simulation = new Simulation(URI.create("http://127.0.0.1:" + port + "/"), cast());
    }
    return simulation;
  }

  private static Cast cast() {
    return new Cast(
        signIn("secretary"),
        signIn("clerk"),
        signIn("usher"),
        List.of(signIn("teller1"), signIn("teller2")),
        List.of(signIn("scrutineer1"), signIn("scrutineer2"), signIn("scrutineer3")));
  }

  private static Cast.SignIn signIn(String name) {
    return DemoSignIns.ALL.stream()
        .filter(each -> each.name().equals(name))
        .map(each -> new Cast.SignIn(name, each.person(), DemoSignIns.PASSWORD))
        .findFirst()
        .orElseThrow();
  }

  Playing playing() {
    return playing;
  }

  /// None while no congress is on.
  Optional<Scene> scene() {
    return organisations
        .root()
        .flatMap(root -> situations.current(root.id()))
        .map(
            situation ->
                new Scene(
                    situation,
                    elections.polls(situation.assembly()),
                    simulation().holdsKey(situation.assembly())));
  }

  /// Begins an act, unless another one is going on or nobody waits for it.
  synchronized void begin(Act act) {
    Optional<Scene> scene = scene().filter(each -> each.isAwaited(act));
    if (scene.isPresent() && playing.act().isEmpty()) {
      playing = new Playing(Optional.of(act), Optional.empty());
      stage.execute(() -> playing = new Playing(Optional.empty(), played(act, scene.get())));
    }
  }

  /// @return why it came to nothing
  private Optional<String> played(Act act, Scene scene) {
    try {
      play(act, scene);
      return Optional.empty();
    } catch (RuntimeException refused) {
      LOG.warn("{} came to nothing", act, refused);
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private void play(Act act, Scene scene) {
    Simulation people = simulation();
    Situation now = scene.situation();
    LocalDate today = LocalDate.now(clock);
    Simulation.Hall hall = new Simulation.Hall(now.due(), now.present());
    switch (act) {
      case UNITS_ELECT -> people.electInUnits(now.home(), today.minusDays(DAYS_SINCE_UNITS));
      case EXAMINE -> people.examine(now.home());
      case ARRIVE -> people.arrive(now.home());
      case RAISE_HANDS -> people.raiseHands(now.home(), now.subjects(), hall);
      case MAKE_KEY -> people.makeKey(now.assembly());
      case DRAW_SLIPS -> {
        int made = elections.readiness(now.assembly()).slips();
        people.drawSlips(now.home(), now.assembly(), made, now.frozen());
      }
      case NOMINATE ->
          scene.withoutCandidates().forEach(poll -> people.nominate(now.home(), vote(poll, now)));
      case VOTE -> people.vote(now.assembly(), votes(scene.open(), now));
      case COUNT -> people.count(now.assembly(), votes(scene.toCount(), now));
      case COUNT_HANDS -> people.countHands(now.home(), hall);
      case REPLY -> people.reply(now.home(), today);
    }
  }

  private List<Simulation.Vote> votes(List<Poll> polls, Situation now) {
    return polls.stream().map(poll -> vote(poll, now)).toList();
  }

  private Simulation.Vote vote(Poll poll, Situation now) {
    return new Simulation.Vote(
        poll.assembly(),
        poll.uuid(),
        poll.body().name(),
        poll.round(),
        poll.title(),
        poll.seats(),
        now.due(),
        elections.paper(poll.id()));
  }

  @Override
  public void destroy() {
    stage.shutdownNow();
  }
}
