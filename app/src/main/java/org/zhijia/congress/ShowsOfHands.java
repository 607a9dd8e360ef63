package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.web.Task;
import tools.jackson.databind.json.JsonMapper;

/// Who is to lead the meeting and to count its votes, and what it adopts by show of hands (举手表决).
@Service
class ShowsOfHands {
  private final HandStore store;
  private final AgendaStore posts;
  private final Congresses congresses;
  private final Standings standings;
  private final Rules rules;
  private final ApplicationEventPublisher acts;
  private final Live live;
  private final JsonMapper json;
  private final Clock clock;

  ShowsOfHands(
      HandStore store,
      AgendaStore posts,
      Congresses congresses,
      Standings standings,
      Rules rules,
      ApplicationEventPublisher acts,
      Live live,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.posts = posts;
    this.congresses = congresses;
    this.standings = standings;
    this.rules = rules;
    this.acts = acts;
    this.live = live;
    this.json = json;
    this.clock = clock;
  }

  List<HandStore.Shown> of(Congress congress) {
    return store.of(congress.id());
  }

  /// Decides what was put to the meeting from the hands that were counted, carried or not.
  @Transactional
  Outcome decide(long id, Subject subject, String title, Hands counted) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    Progress.Hall hall = standings.hall(congress);
    Optional<Outcome> refused = refused(congress, hall, counted);
    if (refused.isPresent()) {
      return refused.get();
    }
    Verdict verdict = majority(hall, counted);
    HandStore.Shown shown =
        new HandStore.Shown(
            subject,
            title.strip(),
            hall.due(),
            hall.present(),
            counted,
            verdict.holds(),
            congresses.by(),
            Instant.now(clock));
    store.add(id, shown, json.writeValueAsString(verdict.ruling().plain(Locale.CHINESE)));
    publish(congress, shown);
    live.changed(id);
    return new Outcome.Done(id);
  }

  private Optional<Outcome> refused(Congress congress, Progress.Hall hall, Hands counted) {
    if (!congress.stage().isInSession() || hall.due() == 0) {
      return Optional.of(
          Outcome.refused(Ground.by(Articles.PRACTICE, "会议还没有开始。", "The meeting has not begun.")));
    }
    Verdict quorum = rules.apply("congress.quorum", CheckIn.quorumFacts(congress, hall));
    if (!quorum.holds()) {
      return Optional.of(new Outcome.Refused(quorum.grounds()));
    }
    if (!counted.areOf(hall.present())) {
      return Optional.of(Outcome.refused(counted.tooMany(hall.present())));
    }
    return Optional.empty();
  }

  /// More than half of those due.
  private Verdict majority(Progress.Hall hall, Hands counted) {
    return rules.apply(
        "resolution.majority",
        Map.of(
            "due",
            hall.due(),
            "present",
            hall.present(),
            "approvals",
            counted.approvals(),
            "base",
            "due"));
  }

  private void publish(Congress congress, HandStore.Shown shown) {
    acts.publishEvent(
        new HandsCounted(
            congress.organisation(),
            congress.id(),
            shown.subject().name(),
            shown.due(),
            shown.present(),
            shown.hands().approvals(),
            shown.hands().against(),
            shown.hands().abstain(),
            shown.carried()));
  }

  /// Proposes somebody for a post of the congress.
  ///
  /// @param delegate none for somebody from outside
  @Transactional
  Outcome propose(long id, Post post, String name, OptionalLong delegate) {
    congresses.lock(id, Task.RUN_CONGRESS);
    if (name.isBlank()) {
      return Outcome.refused("请填写姓名。", "Give a name.");
    }
    posts.post(id, post, name.strip(), delegate);
    live.changed(id);
    return new Outcome.Done(id);
  }

  @Transactional
  void withdraw(long id, long post) {
    congresses.lock(id, Task.RUN_CONGRESS);
    posts.unpost(id, post);
    live.changed(id);
  }
}
