package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.election.Elections;
import org.zhijia.statute.Text;
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
  private final Elections elections;
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
      Elections elections,
      ApplicationEventPublisher acts,
      Live live,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.posts = posts;
    this.congresses = congresses;
    this.standings = standings;
    this.rules = rules;
    this.elections = elections;
    this.acts = acts;
    this.live = live;
    this.json = json;
    this.clock = clock;
  }

  List<HandStore.Shown> of(Congress congress) {
    return store.of(congress.id());
  }

  /// Somebody who is proposed.
  ///
  /// @param adopted whether the last list that the meeting adopted for this post names them
  record Proposed(AgendaStore.Holder holder, boolean adopted) {}

  List<Proposed> proposed(Congress congress) {
    List<HandStore.Shown> shown = store.of(congress.id());
    return posts.holders(congress.id()).stream()
        .map(each -> new Proposed(each, isAdopted(each, shown)))
        .toList();
  }

  /// @param shown the newest first
  private static boolean isAdopted(AgendaStore.Holder holder, List<HandStore.Shown> shown) {
    return shown.stream()
        .filter(each -> each.carried() && each.subject().posts().contains(holder.post()))
        .findFirst()
        .map(HandStore.Shown::names)
        .filter(names -> names.contains(new HandStore.Named(holder.post(), holder.name())))
        .isPresent();
  }

  /// Decides what was put to the meeting from the hands that were counted, carried or not. Where it
  /// is about people the list is kept as it stands now.
  @Transactional
  Outcome decide(long id, Subject subject, String title, Hands counted) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    Progress.Hall hall = standings.hall(congress);
    List<HandStore.Named> names = names(congress, subject);
    List<Ground> grounds = new ArrayList<>(against(congress, hall, counted));
    grounds.addAll(against(congress, subject, names));
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
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
            names,
            congresses.by(),
            Instant.now(clock));
    store.add(id, shown, json.writeValueAsString(verdict.ruling().plain(Locale.CHINESE)));
    publish(congress, shown);
    live.changed(id);
    return new Outcome.Done(id);
  }

  /// The chief first.
  private List<HandStore.Named> names(Congress congress, Subject subject) {
    return posts.holders(congress.id()).stream()
        .filter(each -> subject.posts().contains(each.post()))
        .sorted(Comparator.comparing(AgendaStore.Holder::post))
        .map(each -> new HandStore.Named(each.post(), each.name()))
        .toList();
  }

  private List<Ground> against(Congress congress, Progress.Hall hall, Hands counted) {
    if (!congress.stage().isInSession() || hall.due() == 0) {
      return List.of(Ground.by(Articles.PRACTICE, "会议还没有开始。", "The meeting has not begun."));
    }
    Verdict quorum = rules.apply("congress.quorum", CheckIn.quorumFacts(congress, hall));
    if (!quorum.holds()) {
      return quorum.grounds();
    }
    return counted.areOf(hall.present()) ? List.of() : List.of(counted.tooMany(hall.present()));
  }

  private List<Ground> against(Congress congress, Subject subject, List<HandStore.Named> names) {
    if (!subject.posts().isEmpty() && names.isEmpty()) {
      Text text =
          new Text(
              "还没有提出人选：" + subject.text().zh() + "。",
              "Nobody is proposed yet: " + subject.text().en() + ".");
      return List.of(new Ground(text, Optional.of(Articles.PRACTICE)));
    }
    return subject == Subject.SCRUTINEERS
        ? whoStand(congress, names.stream().map(HandStore.Named::name).toList())
        : List.of();
  }

  private List<Ground> whoStand(Congress congress, List<String> names) {
    return Scrutineers.whoStand(congress.body(), names, elections.candidacies(congress.assembly()));
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
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    if (name.isBlank()) {
      return Outcome.refused("请填写姓名。", "Give a name.");
    }
    List<Ground> grounds = post.watchesVotes() ? whoStand(congress, List.of(name)) : List.of();
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
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
